/** 街道乡镇: sketched cells, so always dashed. */
import { type LayerModule, referenceSource } from '../map-layer.ts'

const FROM_ZOOM = 9

export const townships: LayerModule = {
  id: 'townships',
  fromZoom: FROM_ZOOM,
  sources: (facts) => ({ townships: referenceSource('townships', facts) }),
  areas: () => [{ id: 'township-areas', type: 'fill', source: 'townships', paint: { 'fill-opacity': 0 } }],
  lines: ({ palette }) => [
    {
      id: 'township-lines',
      type: 'line',
      source: 'townships',
      minzoom: FROM_ZOOM,
      paint: {
        'line-color': palette.townshipLine,
        'line-dasharray': [4, 3],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], FROM_ZOOM, 0.5, 11, 1],
        'line-width': ['interpolate', ['linear'], ['zoom'], FROM_ZOOM, 0.6, 14, 1.4],
      },
    },
  ],
  legend: ({ palette, words }) => [
    { kind: 'line', label: words.layers.townships, stroke: palette.townshipLine, width: 1.4, dashed: true },
  ],
}
