/** 河流: width by order, dashed where it is a canal, brown where it is dry. */
import type { ExpressionSpecification } from 'maplibre-gl'
import { FONT, type LayerModule, named, referenceSource } from '../map-layer.ts'

export const reaches: LayerModule = {
  id: 'reaches',
  sources: (facts) => ({ reaches: referenceSource('reaches', facts, 'id') }),
  lines: ({ palette }) => [
    {
      id: 'river-lines',
      type: 'line',
      source: 'reaches',
      filter: ['==', ['get', 'kind'], 'river'],
      layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': ['get', 'order'] },
      paint: {
        'line-color': ['match', ['get', 'state'], 'dry', palette.dryWater, palette.water],
        'line-width': WIDTH,
      },
    },
    {
      id: 'canal-lines',
      type: 'line',
      source: 'reaches',
      filter: ['==', ['get', 'kind'], 'canal'],
      paint: { 'line-color': palette.water, 'line-width': WIDTH, 'line-dasharray': [3, 1] },
    },
  ],
  marks: (facts) =>
    facts.view.layers.includes('labels')
      ? [
          {
            id: 'river-names',
            type: 'symbol',
            source: 'reaches',
            minzoom: 8.5,
            layout: {
              // Upright beside the middle of the reach: along a steep line MapLibre lays Chinese on its side.
              'symbol-placement': 'line-center',
              'text-rotation-alignment': 'viewport',
              'symbol-sort-key': ['-', 0, ['get', 'order']],
              'text-field': named(facts, 'river'),
              'text-font': FONT,
              'text-size': ['interpolate', ['linear'], ['zoom'], 8.5, 11, 13, 14],
              'text-letter-spacing': 0.1,
              'text-anchor': 'left',
              'text-offset': [0.6, 0],
              'text-padding': 24,
            },
            paint: {
              'text-color': facts.palette.waterText,
              'text-halo-color': facts.palette.halo,
              'text-halo-width': 1.4,
            },
          },
        ]
      : [],
  legend: ({ palette, words }) => [{ kind: 'line', label: words.layers.reaches, stroke: palette.water, width: 2.4 }],
}

/** Pixels: order 1 to 4, growing with the zoom. */
const WIDTH: ExpressionSpecification = [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  7,
  ['*', 0.45, ['get', 'order']],
  11,
  ['*', 0.95, ['get', 'order']],
  15,
  ['*', 2.4, ['get', 'order']],
]
