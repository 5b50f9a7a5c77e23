/** Every style that the map can be given, against the specification of MapLibre. */
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { WORDS } from '../../web/locales/index.ts'
import { assessmentDrawing } from '../../web/map/assessment-drawing.ts'
import { incidentPoints } from '../../web/map/incident-points.ts'
import type { MapFacts } from '../../web/map/map-facts.ts'
import { mapStyle } from '../../web/map/map-style.ts'
import { PALETTES } from '../../web/map/palette.ts'
import { LOCALES, MAP_LAYERS } from '../../web/view/view.ts'
import { bankAssessment, oneIncident } from './map-examples.ts'

const SHADES = ['light', 'dark'] as const
const looks = SHADES.flatMap((shade) => LOCALES.map((locale) => ({ shade, locale })))

const facts = (look: (typeof looks)[number], change: Partial<MapFacts> = {}): MapFacts => ({
  ...look,
  view: { layers: MAP_LAYERS, date: null, incidentId: null },
  palette: PALETTES[look.shade],
  words: WORDS[look.locale].map,
  incidents: incidentPoints([oneIncident]),
  drawing: assessmentDrawing(null),
  quality: null,
  found: null,
  fontFaces: { NotoSC: [{ url: '/assets/noto-sans-sc-4-400-normal.woff2', 'unicode-range': ['U+1f1e9-1f1f5'] }] },
  ...change,
})
const faultsIn = (given: MapFacts) => validateStyleMin(mapStyle(given)).map(({ message }) => message)

describe.each(looks)('the style in the $shade theme and in $locale is valid', (look) => {
  it('with every layer shown, an assessment and a chosen incident', () => {
    const chosen = { layers: MAP_LAYERS, date: null, incidentId: oneIncident.id }
    expect(faultsIn(facts(look, { view: chosen, drawing: assessmentDrawing(bankAssessment) }))).toEqual([])
  })

  it('with nothing shown, and on an earlier day', () => {
    expect(faultsIn(facts(look, { view: { layers: [], date: '2016-01-01', incidentId: null } }))).toEqual([])
  })

  it.each(MAP_LAYERS)('with %s alone, and with all but it', (layer) => {
    const others = MAP_LAYERS.filter((id) => id !== layer)
    for (const layers of [[layer], others])
      expect(faultsIn(facts(look, { view: { layers, date: null, incidentId: null } }))).toEqual([])
  })
})

it('a style with a fault is found out, so that an empty list of faults means something', () => {
  const [look] = looks
  if (!look) throw new Error('there is always a look')
  const style = mapStyle(facts(look))
  const broken = style.layers.map((layer) => (layer.id === 'ground' ? { ...layer, paint: { 'line-width': 2 } } : layer))
  expect(validateStyleMin(JSON.parse(JSON.stringify({ ...style, layers: broken })))).not.toEqual([])
})
