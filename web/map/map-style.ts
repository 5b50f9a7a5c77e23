/** The map's style as a pure function of its facts. MapLibre works out the steps from one style to the next. */
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapLayer } from '../view/view.ts'
import { bankNames, bankStrip } from './evidence/banks.ts'
import { touchedNames, unitShading } from './evidence/touched-units.ts'
import { arrivalLabels, exitMarks, sourceMarks, waterSources } from './evidence/water-marks.ts'
import { foundMarks, qualityLines, qualityMarks, qualitySources } from './evidence/water-quality.ts'
import { counties } from './layers/counties.ts'
import { districts } from './layers/districts.ts'
import { flow } from './layers/flow.ts'
import { incidents } from './layers/incidents.ts'
import { labels } from './layers/labels.ts'
import { reaches } from './layers/reaches.ts'
import { reservoirs } from './layers/reservoirs.ts'
import { gates, sections } from './layers/river-points.ts'
import { townships } from './layers/townships.ts'
import { zones } from './layers/zones.ts'
import type { MapFacts } from './map-facts.ts'
import type { LayerModule, LegendRow } from './map-layer.ts'

/** Every layer, lowest first within each sheet. */
export const LAYER_MODULES: readonly LayerModule[] = [
  counties,
  districts,
  reservoirs,
  zones,
  townships,
  reaches,
  flow,
  gates,
  sections,
  labels,
  incidents,
]

/** deck.gl draws the evidence right below this layer: above areas and lines, below marks and labels. */
export const EVIDENCE_SLOT = 'evidence-slot'

export const mapStyle = (facts: MapFacts): StyleSpecification => {
  const shown = LAYER_MODULES.filter(({ id }) => isShown(id, facts))
  const sheet = (part: 'areas' | 'lines' | 'marks') => shown.flatMap((module) => module[part]?.(facts) ?? [])
  return {
    version: 8,
    'font-faces': facts.fontFaces,
    sources: sourcesOf(facts),
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': facts.palette.outside } },
      ...sheet('areas'),
      ...unitShading(facts),
      ...sheet('lines'),
      ...bankStrip(facts),
      ...qualityLines(facts),
      slot,
      ...sheet('marks'),
      ...qualityMarks(facts),
      ...foundMarks(facts),
      ...touchedNames(facts),
      ...bankNames(facts),
      ...sourceMarks(facts),
      ...exitMarks(facts),
      ...arrivalLabels(facts),
    ],
  }
}

/** The legend of one layer at a zoom: what its signs mean, or that it is drawn only further in. */
export const legendOf = (layer: MapLayer, facts: MapFacts, zoom: number): Legend => {
  const module = LAYER_MODULES.find(({ id }) => id === layer)
  if (!module || !isShown(layer, facts)) return { rows: [], isFurtherIn: false }
  const isFurtherIn = zoom < (module.fromZoom ?? 0)
  return { rows: isFurtherIn ? [] : module.legend(facts), isFurtherIn }
}

export interface Legend {
  readonly rows: readonly LegendRow[]
  readonly isFurtherIn: boolean
}

/** What the water's quality takes the place of while it is drawn. */
const REPLACED_BY_QUALITY: readonly MapLayer[] = ['incidents', 'sections', 'flow']

const isShown = (id: MapLayer, { view, quality }: MapFacts): boolean =>
  view.layers.includes(id) && !(quality && REPLACED_BY_QUALITY.includes(id))

/** Hidden layers keep their sources: showing one again fetches nothing, and shading may need it. */
const sourcesOf = (facts: MapFacts): StyleSpecification['sources'] =>
  Object.fromEntries(
    [
      ...LAYER_MODULES.map((module) => module.sources?.(facts) ?? {}),
      waterSources(facts),
      qualitySources(facts),
    ].flatMap(Object.entries<SourceSpecification>),
  )

const slot: LayerSpecification = {
  id: EVIDENCE_SLOT,
  type: 'background',
  paint: { 'background-opacity': 0 },
}
