/** The units that an assessment names, tinted by how probable it is that they are touched. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { MapFacts } from '../map-facts.ts'
import { named, STRONG_FONT } from '../map-layer.ts'

/** Sources that can hold a touched unit, and how strongly it is tinted there at probability 1. */
const SHADED = [
  ['counties', 0.26],
  ['districts', 0.26],
  ['townships', 0.14],
  ['zones', 0.2],
] as const

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
        'text-field': named(facts),
        'text-font': STRONG_FONT,
        'text-size': 15,
        'text-padding': 24,
        'text-letter-spacing': 0.1,
      },
      paint: { 'text-color': facts.palette.unit, 'text-halo-color': facts.palette.halo, 'text-halo-width': 2 },
    }))

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
