/** One entry of the legend: where its data comes from, how it is drawn, how the legend shows it. */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { MapLayer } from '../view/view.ts'
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

export const FONT = ['NotoSC']
export const STRONG_FONT = ['NotoSC Strong']
