/** 河北、天津相邻区县. */
import { type LayerModule, referenceSource } from '../map-layer.ts'

export const counties: LayerModule = {
  id: 'counties',
  sources: (facts) => ({ counties: referenceSource('counties', facts) }),
  areas: ({ palette }) => [
    { id: 'county-areas', type: 'fill', source: 'counties', paint: { 'fill-color': palette.county } },
    {
      id: 'county-lines',
      type: 'line',
      source: 'counties',
      paint: { 'line-color': palette.countyLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.6, 14, 1.6] },
    },
  ],
  legend: ({ palette, words }) => [
    { kind: 'area', label: words.layers.counties, fill: palette.county, stroke: palette.countyLine },
  ],
}
