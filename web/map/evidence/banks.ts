/** A river that is a border: a strip on either side of it, and whose bank is which. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { unitName } from '../../locales/names.ts'
import type { MapFacts } from '../map-facts.ts'
import { STRONG_FONT } from '../map-layer.ts'

/** Left and right as the water flows: reaches are drawn downstream, so a positive offset is the right bank. */
export const bankStrip = (facts: MapFacts): readonly LayerSpecification[] =>
  facts.drawing.bankReachIds.length === 0 || !facts.view.layers.includes('reaches')
    ? []
    : (
        [
          ['left', facts.palette.leftBank, -5],
          ['right', facts.palette.rightBank, 5],
        ] as const
      ).map(([side, colour, offset]) => ({
        id: `bank-${side}`,
        type: 'line',
        source: 'reaches',
        filter: isBank(facts),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': 5, 'line-offset': offset },
      }))

/** Whose bank is which, in the colours of the strip. */
export const bankNames = (facts: MapFacts): readonly LayerSpecification[] =>
  bankStrip(facts).length === 0
    ? []
    : [
        {
          id: 'bank-names',
          type: 'symbol',
          source: 'reaches',
          filter: isBank(facts),
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 260,
            'text-rotation-alignment': 'viewport',
            'text-field': bankText(facts),
            'text-font': STRONG_FONT,
            'text-size': 13,
            'text-max-width': 20,
            'text-max-angle': 180,
            'text-anchor': 'left',
            'text-justify': 'left',
            'text-offset': [1.4, 1.6],
            'text-padding': 10,
          },
          paint: { 'text-halo-color': facts.palette.halo, 'text-halo-width': 2 },
        },
      ]

const isBank = ({ drawing }: MapFacts): ExpressionSpecification => [
  'in',
  ['get', 'id'],
  ['literal', [...drawing.bankReachIds]],
]

const bankText = ({ drawing, palette, words, locale }: MapFacts): ExpressionSpecification => {
  const names = drawing.units.map((unit) => [unit.code, unitName(unit, locale)])
  const nameOf = (side: string): ExpressionSpecification => [
    'coalesce',
    ['get', ['get', side], ['literal', Object.fromEntries(names)]],
    '',
  ]
  const left = { 'text-color': palette.leftBank }
  const right = { 'text-color': palette.rightBank }
  return [
    'format',
    ['concat', words.leftBank, ' ', nameOf('leftUnit')],
    left,
    ['concat', '\n', words.rightBank, ' ', nameOf('rightUnit')],
    right,
  ]
}
