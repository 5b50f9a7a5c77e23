/** What an assessment shades and labels with the map's own sources; its paths and circles are drawn by deck.gl. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { MapFacts } from '../map-facts.ts'
import { type LegendRow, STRONG_FONT } from '../map-layer.ts'

/** Sources that can hold a touched unit, and how strongly it is tinted there at probability 1. */
const SHADED = [
  ['counties', 0.26],
  ['districts', 0.26],
  ['townships', 0.14],
  ['zones', 0.2],
] as const

export const assessmentSources = ({ drawing }: MapFacts): Readonly<Record<string, SourceSpecification>> => ({
  arrivals: { type: 'geojson', data: drawing.arrivals },
  exits: { type: 'geojson', data: drawing.exits },
  sources: { type: 'geojson', data: drawing.sources },
})

/** Units by probability: the likelier, the stronger the tint; the outline stays visible at any probability. */
export const unitShading = (facts: MapFacts): readonly LayerSpecification[] =>
  SHADED.filter(([source]) => facts.drawing.shading.size > 0 && facts.view.layers.includes(source)).flatMap(
    ([source, strength]): LayerSpecification[] => [
      {
        id: `touched-${source}`,
        type: 'fill',
        source,
        filter: isTouched(facts),
        paint: { 'fill-color': facts.palette.unit, 'fill-opacity': probability(facts, strength) },
      },
      {
        id: `touched-${source}-lines`,
        type: 'line',
        source,
        filter: isTouched(facts),
        paint: { 'line-color': facts.palette.unit, 'line-width': source === 'townships' ? 1 : 2 },
      },
    ],
  )

/**
 * Names of the touched districts and counties. MapLibre puts one in each tile that a unit covers, which serves here:
 * whichever part of a large unit is in sight, its name is in sight.
 */
export const touchedNames = (facts: MapFacts): readonly LayerSpecification[] =>
  (['counties', 'districts'] as const)
    .filter((source) => facts.drawing.shading.size > 0 && facts.view.layers.includes(source))
    .map((source) => ({
      id: `touched-${source}-names`,
      type: 'symbol',
      source,
      filter: isTouched(facts),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': STRONG_FONT,
        'text-size': 15,
        'text-padding': 24,
        'text-letter-spacing': 0.1,
      },
      paint: { 'text-color': facts.palette.unit, 'text-halo-color': facts.palette.halo, 'text-halo-width': 2 },
    }))

/** Left and right as the water flows: reaches are drawn downstream, so a positive offset is the right bank. */
export const bankStrip = ({ drawing, palette, view }: MapFacts): readonly LayerSpecification[] =>
  drawing.bankReachIds.length === 0 || !view.layers.includes('reaches')
    ? []
    : (
        [
          ['left', palette.leftBank, -5],
          ['right', palette.rightBank, 5],
        ] as const
      ).map(([side, colour, offset]) => ({
        id: `bank-${side}`,
        type: 'line',
        source: 'reaches',
        filter: ['in', ['get', 'id'], ['literal', [...drawing.bankReachIds]]],
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': 5, 'line-offset': offset },
      }))

export const arrivalLabels = ({ palette, words }: MapFacts): readonly LayerSpecification[] => [
  {
    id: 'arrival-labels',
    type: 'symbol',
    source: 'arrivals',
    layout: {
      'text-field': arrivalText(words),
      'text-font': STRONG_FONT,
      'text-size': 12.5,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1,
      'text-justify': 'auto',
      'text-max-width': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palette.downstream, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
  },
]

export const sourceMarks = ({ palette }: MapFacts): readonly LayerSpecification[] => [
  {
    id: 'source-marks',
    type: 'circle',
    source: 'sources',
    paint: {
      'circle-radius': 6,
      'circle-color': palette.halo,
      'circle-stroke-color': palette.upstream,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'source-names',
    type: 'symbol',
    source: 'sources',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': STRONG_FONT,
      'text-size': 12,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.9,
      'text-justify': 'auto',
    },
    paint: { 'text-color': palette.upstream, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
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

/** Only what is drawn. */
export const assessmentLegend = ({ drawing, palette, shade, words }: MapFacts): readonly LegendRow[] => {
  const goes = (direction: string) => drawing.paths.some((path) => path.direction === direction)
  const rows: (LegendRow | false)[] = [
    drawing.shading.size > 0 && {
      kind: 'ramp',
      label: words.probability,
      fill: palette.unit,
      opacities: [0.15, 0.4, 0.7, 1].map((probability) => probability * 0.4),
    },
    drawing.bankReachIds.length > 0 && { kind: 'line', label: words.leftBank, stroke: palette.leftBank, width: 5 },
    drawing.bankReachIds.length > 0 && { kind: 'line', label: words.rightBank, stroke: palette.rightBank, width: 5 },
    goes('downstream') && { kind: 'line', label: words.downstream, stroke: palette.downstream, width: 4 },
    (goes('upstream') || drawing.sources.features.length > 0) && {
      kind: 'line',
      label: words.upstream,
      stroke: palette.upstream,
      width: 4,
    },
    drawing.exits.geometry.coordinates.length > 0 && { kind: 'icon', label: words.exit, image: `exit ${shade}` },
  ]
  return rows.filter((row) => row !== false)
}

const isTouched = ({ drawing }: MapFacts): ExpressionSpecification => [
  'in',
  ['get', 'code'],
  ['literal', [...drawing.shading.keys()]],
]

const probability = ({ drawing }: MapFacts, strength: number): ExpressionSpecification => [
  '*',
  strength,
  ['max', 0.15, ['get', ['get', 'code'], ['literal', Object.fromEntries(drawing.shading)]]],
]

/** The sentence of the locale with the feature's own name and hours put in. */
const arrivalText = (words: MapFacts['words']): ExpressionSpecification => {
  const [before = '', between = '', after = ''] = words.arrival('\u0001', '\u0001').split('\u0001')
  return ['concat', before, ['get', 'name'], between, ['get', 'hours'], after]
}
