/** Marks on the way of the water: when it arrives where, where it may come from, where it leaves the city. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { MapFacts } from '../map-facts.ts'
import { named, STRONG_FONT } from '../map-layer.ts'

export const waterSources = ({ drawing }: MapFacts): Readonly<Record<string, SourceSpecification>> => ({
  arrivals: { type: 'geojson', data: drawing.arrivals },
  exits: { type: 'geojson', data: drawing.exits },
  sources: { type: 'geojson', data: drawing.sources },
})

export const arrivalLabels = (facts: MapFacts): readonly LayerSpecification[] => [
  {
    id: 'arrival-labels',
    type: 'symbol',
    source: 'arrivals',
    layout: {
      'text-field': arrivalText(facts),
      'text-font': STRONG_FONT,
      'text-size': 12.5,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1,
      'text-justify': 'auto',
      'text-max-width': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': facts.palette.downstream, 'text-halo-color': facts.palette.halo, 'text-halo-width': 2 },
  },
]

export const sourceMarks = (facts: MapFacts): readonly LayerSpecification[] => [
  {
    id: 'source-marks',
    type: 'circle',
    source: 'sources',
    paint: {
      'circle-radius': 6,
      'circle-color': facts.palette.halo,
      'circle-stroke-color': facts.palette.upstream,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'source-names',
    type: 'symbol',
    source: 'sources',
    layout: {
      'text-field': named(facts),
      'text-font': STRONG_FONT,
      'text-size': 12,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.9,
      'text-justify': 'auto',
    },
    paint: { 'text-color': facts.palette.upstream, 'text-halo-color': facts.palette.halo, 'text-halo-width': 2 },
  },
]

export const exitMarks = ({ palette, shade, words }: MapFacts): readonly LayerSpecification[] => [
  {
    id: 'exit-marks',
    type: 'symbol',
    source: 'exits',
    layout: {
      'icon-image': `exit ${shade}`,
      'icon-allow-overlap': true,
      'text-field': words.exit,
      'text-font': STRONG_FONT,
      'text-size': 12.5,
      'text-anchor': 'top',
      'text-offset': [0, 1.2],
      'text-optional': true,
    },
    paint: { 'text-color': palette.downstream, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  },
]

/** The sentence of the locale with the feature's own name and hours put in. */
const arrivalText = (facts: MapFacts): ExpressionSpecification => {
  const [before = '', between = '', after = ''] = facts.words.arrival('\u0001', '\u0001').split('\u0001')
  return ['concat', before, named(facts), between, ['get', 'hours'], after]
}
