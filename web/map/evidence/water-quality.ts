/** 水质: reaches and sections by grade, with a dash for those who do not see the colours, and the class in words. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { QUALITY_GRADES } from '#domain/water/quality-grade'
import type { MapFacts } from '../map-facts.ts'
import { FONT, STRONG_FONT } from '../map-layer.ts'
import { collectionOf, GRADE_COLOURS, GRADE_DASHES } from '../quality-drawing.ts'

export const QUALITY_SECTIONS = 'quality-sections'

export const qualitySources = ({ quality, found }: MapFacts): Readonly<Record<string, SourceSpecification>> => ({
  ...(quality
    ? {
        'quality-lines': { type: 'geojson', data: quality.lines },
        'quality-sections': { type: 'geojson', data: quality.sections },
      }
    : {}),
  ...(found ? { 'found-places': { type: 'geojson', data: collectionOf(found.features) } } : {}),
})

export const qualityLines = ({ quality, palette, shade }: MapFacts): readonly LayerSpecification[] =>
  quality
    ? [
        line('quality-worst', ['get', 'isWorst'], {
          'line-color': palette.focus,
          'line-width': 16,
          'line-opacity': 0.55,
        }),
        line('quality-casing', true, {
          'line-color': INK[shade],
          'line-width': ['case', ['==', ['get', 'grade'], 'unmeasured'], 3.4, 6.4],
        }),
        line('quality-unmeasured', ['==', ['get', 'grade'], 'unmeasured'], {
          'line-color': GRADE_COLOURS.unmeasured,
          'line-width': 2,
        }),
        ...QUALITY_GRADES.map((grade) => {
          const dash = GRADE_DASHES[grade]
          return line(`quality-${grade}`, ['==', ['get', 'grade'], grade], {
            'line-color': GRADE_COLOURS[grade],
            'line-width': 4.4,
            ...(dash && { 'line-dasharray': [...dash] }),
          })
        }),
      ]
    : []

export const qualityMarks = ({ quality, palette, shade }: MapFacts): readonly LayerSpecification[] =>
  quality
    ? [
        {
          id: QUALITY_SECTIONS,
          type: 'circle',
          source: 'quality-sections',
          layout: { 'circle-sort-key': ['case', ['get', 'isReviewed'], 1, 0] },
          paint: {
            'circle-color': GRADE_COLOUR,
            'circle-radius': ['case', ['get', 'isChosen'], 14, ['get', 'isReviewed'], 10.5, 5],
            'circle-stroke-color': ['case', ['get', 'isChosen'], palette.focus, INK[shade]],
            'circle-stroke-width': ['case', ['get', 'isChosen'], 3.5, 1.2],
          },
        },
        {
          id: 'quality-letters',
          type: 'symbol',
          source: 'quality-sections',
          filter: ['get', 'isReviewed'],
          layout: {
            'text-field': ['get', 'letter'],
            'text-font': STRONG_FONT,
            'text-size': ['case', ['>', ['length', ['get', 'letter']], 1], 10, 12],
            'text-allow-overlap': true,
            'text-ignore-placement': true,
          },
          paint: { 'text-color': ['case', ['==', ['get', 'grade'], 'excellent'], '#ffffff', '#0b1216'] },
        },
        {
          id: 'quality-names',
          type: 'symbol',
          source: 'quality-sections',
          filter: ['get', 'isReviewed'],
          layout: {
            'text-field': ['get', 'label'],
            'text-font': FONT,
            'text-size': 12,
            'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
            'text-radial-offset': 1.25,
            'text-justify': 'auto',
            'text-optional': true,
            'symbol-sort-key': ['case', ['get', 'isChosen'], 0, 1],
          },
          paint: { 'text-color': INK_TEXT[shade], 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
        },
      ]
    : []

/** Candidates of a trace, or places to patrol: numbered as in the list beside the map. */
export const foundMarks = ({ found, palette }: MapFacts): readonly LayerSpecification[] =>
  found
    ? [
        {
          id: 'found-places',
          type: 'circle',
          source: 'found-places',
          paint: {
            'circle-color': palette.upstream,
            'circle-radius': 9,
            'circle-stroke-color': palette.halo,
            'circle-stroke-width': 2,
          },
        },
        {
          id: 'found-numbers',
          type: 'symbol',
          source: 'found-places',
          layout: {
            'text-field': ['get', 'label'],
            'text-font': STRONG_FONT,
            'text-size': 11,
            'text-allow-overlap': true,
          },
          paint: { 'text-color': palette.onMark },
        },
      ]
    : []

const INK = { light: '#16242c', dark: '#05090b' } as const
const INK_TEXT = { light: '#16242c', dark: '#e8eff2' } as const

const GRADE_COLOUR: ExpressionSpecification = [
  'match',
  ['get', 'grade'],
  'excellent',
  GRADE_COLOURS.excellent,
  'good',
  GRADE_COLOURS.good,
  'light',
  GRADE_COLOURS.light,
  'moderate',
  GRADE_COLOURS.moderate,
  'heavy',
  GRADE_COLOURS.heavy,
  GRADE_COLOURS.unmeasured,
]

type LinePaint = Extract<LayerSpecification, { type: 'line' }>['paint']

const line = (id: string, filter: ExpressionSpecification | true, paint: LinePaint): LayerSpecification => ({
  id,
  type: 'line',
  source: 'quality-lines',
  ...(filter !== true && { filter }),
  layout: { 'line-join': 'round' },
  ...(paint && { paint }),
})
