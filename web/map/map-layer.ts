/** One entry of the legend: where its data comes from, how it is drawn, how the legend shows it. */
import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { Locale, MapLayer } from '../view/view.ts'
import type { MapFacts } from './map-facts.ts'

export interface LayerModule {
  readonly id: MapLayer
  /** Zoom from which it is drawn; from the beginning when absent. */
  readonly fromZoom?: number
  readonly sources?: (facts: MapFacts) => Readonly<Record<string, SourceSpecification>>
  /** Drawn in three sheets: all areas lie below all lines, all lines below all marks. */
  readonly areas?: (facts: MapFacts) => readonly LayerSpecification[]
  readonly lines?: (facts: MapFacts) => readonly LayerSpecification[]
  readonly marks?: (facts: MapFacts) => readonly LayerSpecification[]
  readonly legend: (facts: MapFacts) => readonly LegendRow[]
}

/** A swatch of the legend. `image` names an icon of `icons.ts`. */
export type LegendRow =
  | {
      readonly kind: 'area'
      readonly label: string
      readonly fill: string
      readonly stroke: string
      readonly dashed?: boolean
    }
  | { readonly kind: 'hatch'; readonly label: string; readonly image: string; readonly stroke: string }
  | {
      readonly kind: 'line'
      readonly label: string
      readonly stroke: string
      readonly width: number
      readonly dashed?: boolean
    }
  | { readonly kind: 'icon'; readonly label: string; readonly image: string }
  | { readonly kind: 'ramp'; readonly label: string; readonly fill: string; readonly opacities: readonly number[] }
  | { readonly kind: 'heading'; readonly label: string }

/** A whole layer of the reference set, on the day of the view. The worker fetches it; the server answers 304 when it may. */
export const referenceSource = (layer: string, { view }: MapFacts, attribute = 'code'): SourceSpecification => ({
  type: 'geojson',
  data: `/api/layers/${layer}${view.date ? `?date=${view.date}` : ''}`,
  promoteId: attribute,
})

/** The attribute of a feature that says what it is called: `name`, `river`; in English `nameEn`, `riverEn`. */
export const nameAttribute = (locale: Locale, attribute = 'name'): string =>
  locale === 'en' ? `${attribute}En` : attribute

/** What a feature is called in the language of the reader. */
export const named = ({ locale }: MapFacts, attribute?: string): ExpressionSpecification => [
  'get',
  nameAttribute(locale, attribute),
]

export const FONT = ['NotoSC']
export const STRONG_FONT = ['NotoSC Strong']
