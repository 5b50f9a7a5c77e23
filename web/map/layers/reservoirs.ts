/** 水库. */
import { FONT, type LayerModule, named, referenceSource } from '../map-layer.ts'

export const reservoirs: LayerModule = {
  id: 'reservoirs',
  sources: (facts) => ({ reservoirs: referenceSource('reservoirs', facts, 'id') }),
  areas: ({ palette }) => [
    { id: 'reservoir-areas', type: 'fill', source: 'reservoirs', paint: { 'fill-color': palette.waterFill } },
    {
      id: 'reservoir-lines',
      type: 'line',
      source: 'reservoirs',
      paint: { 'line-color': palette.water, 'line-width': 0.8 },
    },
  ],
  marks: (facts) =>
    facts.view.layers.includes('labels')
      ? [
          {
            id: 'reservoir-names',
            type: 'symbol',
            source: 'reservoirs',
            minzoom: 9,
            layout: { 'text-field': named(facts), 'text-font': FONT, 'text-size': 12 },
            paint: {
              'text-color': facts.palette.waterText,
              'text-halo-color': facts.palette.halo,
              'text-halo-width': 1.2,
            },
          },
        ]
      : [],
  legend: ({ palette, words }) => [
    { kind: 'area', label: words.layers.reservoirs, fill: palette.waterFill, stroke: palette.water },
  ],
}
