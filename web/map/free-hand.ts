/** Drawing a line or an area on the map by hand. In a file of its own: fetched when a tool is first taken. */
import type { LineString, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { BY_HAND } from './drawing.ts'

/** Draws one geometry; `finished` gets it. The answer stops drawing and takes away what was unfinished. */
export const drawByHand = (
  map: MapLibreMap,
  tool: 'line' | 'area',
  hex: `#${string}`,
  finished: (geometry: LineString | Polygon) => void,
): (() => void) => {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, prefixId: BY_HAND }),
    modes: [
      new TerraDrawLineStringMode({ modeName: 'line', styles: { lineStringColor: hex, closingPointColor: hex } }),
      new TerraDrawPolygonMode({
        modeName: 'area',
        styles: { fillColor: hex, fillOpacity: 0.15, outlineColor: hex, closingPointColor: hex },
      }),
    ],
  })
  const stop = () => {
    if (draw.enabled) draw.stop()
  }
  draw.start()
  draw.setMode(tool)
  draw.on('finish', (id) => {
    const geometry = draw.getSnapshotFeature(id)?.geometry
    stop()
    if (geometry?.type === 'LineString' || geometry?.type === 'Polygon') finished(geometry)
  })
  return stop
}
