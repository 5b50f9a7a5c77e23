/** The map's style as a pure function of its facts. MapLibre works out the steps from one style to the next. */
import type { StyleSpecification } from 'maplibre-gl'
import type { MapLayer } from '../view/view.ts'
import type { MapFacts } from './map-facts.ts'
import type { LayerModule, LegendRow } from './map-layer.ts'
/** Every layer, lowest first within each sheet. */
export declare const LAYER_MODULES: readonly LayerModule[]
/** deck.gl draws the evidence right below this layer: above areas and lines, below marks and labels. */
export declare const EVIDENCE_SLOT = 'evidence-slot'
export declare const mapStyle: (facts: MapFacts) => StyleSpecification
/** The legend of one layer; empty while it is hidden. */
export declare const legendOf: (layer: MapLayer, facts: MapFacts) => readonly LegendRow[]
