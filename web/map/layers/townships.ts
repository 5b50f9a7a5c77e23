/** 街道乡镇: sketched cells, so always dashed. */
import { type LayerModule, referenceSource } from '../map-layer.ts'

export const townships: LayerModule = {
  id: 'townships',
  sources: (facts) => ({ townships: referenceSource('townships', facts) }),
  areas: () => [{ id: 'township-areas', type: 'fill', source: 'townships', paint: { 'fill-opacity': 0 } }],
  lines: ({ palette }) => [
    {
      id: 'township-lines',
      type: 'line',
      source: 'townships',
      minzoom: 9,
      paint: {
        'line-color': palette.townshipLine,
        'line-dasharray': [4, 3],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 11, 1],
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 14, 1.4],
      },
    },
  ],
  legend: ({ palette, words }) => [
    { kind: 'line', label: words.layers.townships, stroke: palette.townshipLine, width: 1.4, dashed: true },
  ],
}
