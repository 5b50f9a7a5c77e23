import type { LayerSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { LAYERS } from '#contract/layers'
import { WORDS } from '../../web/locales/index.ts'
import { assessmentDrawing } from '../../web/map/assessment-drawing.ts'
import { evidenceLegend } from '../../web/map/evidence/evidence-legend.ts'
import { incidentPoints } from '../../web/map/incident-points.ts'
import type { MapFacts } from '../../web/map/map-facts.ts'
import { EVIDENCE_SLOT, LAYER_MODULES, legendOf, mapStyle } from '../../web/map/map-style.ts'
import { PALETTES } from '../../web/map/palette.ts'
import { MAP_LAYERS } from '../../web/view/view.ts'
import { bankAssessment, oneIncident } from './map-examples.ts'

const facts = (change: Partial<MapFacts> = {}): MapFacts => ({
  view: { layers: MAP_LAYERS, date: null, incidentId: null },
  locale: 'zh-CN',
  shade: 'light',
  palette: PALETTES.light,
  words: WORDS['zh-CN'].map,
  incidents: incidentPoints([oneIncident]),
  drawing: assessmentDrawing(null),
  quality: null,
  found: null,
  fontFaces: {},
  ...change,
})
const CLOSE = 14
const showing = (...layers: MapFacts['view']['layers']) => facts({ view: { layers, date: null, incidentId: null } })
const ids = (layers: readonly LayerSpecification[]) => layers.map(({ id }) => id)
const sourcesUsed = (layers: readonly LayerSpecification[]) =>
  layers.flatMap((layer) => ('source' in layer && typeof layer.source === 'string' ? [layer.source] : []))

describe('the map is a function of its facts', () => {
  const everything = [
    ['by day', facts()],
    ['by night', facts({ shade: 'dark', palette: PALETTES.dark })],
    ['in English', facts({ words: WORDS.en.map })],
    ['with an assessment', facts({ drawing: assessmentDrawing(bankAssessment) })],
    ['with a chosen incident', facts({ view: { layers: MAP_LAYERS, date: null, incidentId: oneIncident.id } })],
    ['with nothing shown', showing()],
  ] as const

  it.each(everything)('%s, each layer has its own id and a source that exists', (_, given) => {
    const { layers, sources } = mapStyle(given)
    expect(new Set(ids(layers)).size).toBe(layers.length)
    for (const source of sourcesUsed(layers)) expect(sources).toHaveProperty(source)
  })

  it('the same facts give the same style', () => {
    expect(mapStyle(facts())).toEqual(mapStyle(facts()))
  })

  it('every entry of the legend has a module, a name in both languages, and a switch', () => {
    expect(LAYER_MODULES.map(({ id }) => id).sort()).toEqual([...MAP_LAYERS].sort())
    for (const words of [WORDS['zh-CN'].map, WORDS.en.map])
      for (const id of MAP_LAYERS) expect(words.layers[id]).not.toBe('')
  })

  it.each(MAP_LAYERS)('without %s nothing of it is drawn or explained, and all else stays', (hidden) => {
    const given = showing(...MAP_LAYERS.filter((layer) => layer !== hidden))
    const left = ids(mapStyle(given).layers)
    const gone = ids(mapStyle(facts()).layers).filter((id) => !left.includes(id))
    expect(gone.length).toBeGreaterThan(0)
    expect(legendOf(hidden, given, CLOSE).rows).toEqual([])
  })

  it('from afar, the legend says of what is drawn only further in that it is', () => {
    expect(legendOf('sections', facts(), 7)).toEqual({ rows: [], isFurtherIn: true })
    expect(legendOf('sections', facts(), CLOSE)).toMatchObject({ rows: [{ kind: 'icon' }], isFurtherIn: false })
    expect(legendOf('districts', facts(), 5).isFurtherIn).toBe(false)
  })

  it('hiding a layer keeps its source, so that showing it again fetches nothing', () => {
    expect(mapStyle(showing()).sources).toEqual(mapStyle(facts()).sources)
  })

  it('asks for reference layers that the contract has, on the day of the view', () => {
    const { sources } = mapStyle(facts({ view: { layers: MAP_LAYERS, date: '2019-03-31', incidentId: null } }))
    const asked = Object.values(sources).flatMap((source) =>
      source.type === 'geojson' && typeof source.data === 'string' ? [source.data] : [],
    )
    expect(asked.length).toBeGreaterThan(7)
    for (const address of asked) {
      const [, layer] = /^\/api\/layers\/([a-z]+)\?date=2019-03-31$/.exec(address) ?? []
      expect(LAYERS).toContain(layer)
    }
  })
})

describe('what lies over what', () => {
  const order = ids(mapStyle(facts({ drawing: assessmentDrawing(bankAssessment) })).layers)
  const below = (lower: string, upper: string) => expect(order.indexOf(lower)).toBeLessThan(order.indexOf(upper))

  it('areas lie below lines, lines below the evidence, the evidence below marks and names', () => {
    below('district-areas', 'touched-districts')
    below('touched-districts', 'district-lines')
    below('district-lines', 'bank-left')
    below('river-lines', 'bank-left')
    below('bank-left', EVIDENCE_SLOT)
    below(EVIDENCE_SLOT, 'district-names')
    below('district-names', 'incident-icons')
    below('incident-icons', 'arrival-labels')
  })

  it('the band of the city border lies below the districts, which cover its inner half', () => {
    below('city-band', 'district-areas')
    below('county-areas', 'city-band')
  })
})

describe('the evidence', () => {
  const given = facts({ drawing: assessmentDrawing(bankAssessment) })
  const layer = (id: string) => mapStyle(given).layers.find((candidate) => candidate.id === id)

  it('left is left of the flow and right is right of it', () => {
    expect(layer('bank-left')).toMatchObject({ paint: { 'line-offset': -5, 'line-color': given.palette.leftBank } })
    expect(layer('bank-right')).toMatchObject({ paint: { 'line-offset': 5, 'line-color': given.palette.rightBank } })
  })

  it('the legend explains exactly what the assessment has', () => {
    const labels = (drawing: MapFacts['drawing']) => evidenceLegend(facts({ drawing })).map(({ label }) => label)
    const { map } = WORDS['zh-CN']
    expect(labels(given.drawing)).toEqual([map.probability, map.leftBank, map.rightBank, map.downstream, map.exit])
    expect(labels(assessmentDrawing(null))).toEqual([])
  })

  it('the two banks are named in the colours of the strip', () => {
    const text = JSON.stringify(layer('bank-names'))
    expect(text).toContain('左岸')
    expect(text).toContain(JSON.stringify(['get', 'leftUnit']))
    expect(text.indexOf('左岸')).toBeLessThan(text.indexOf(given.palette.leftBank))
    expect(text.indexOf(given.palette.leftBank)).toBeLessThan(text.indexOf('右岸'))
  })

  it('every name on the map is said in the language of the person, and none in the other one', () => {
    const attributes = (locale: 'zh-CN' | 'en') => {
      const drawing = assessmentDrawing(bankAssessment)
      const text = JSON.stringify(mapStyle(facts({ locale, words: WORDS[locale].map, drawing })).layers)
      return new Set([...text.matchAll(/\["get","((?:name|river)(?:En)?)"\]/g)].map(([, attribute]) => attribute))
    }
    expect(attributes('zh-CN')).toEqual(new Set(['name', 'river']))
    expect(attributes('en')).toEqual(new Set(['nameEn', 'riverEn']))
    const english = mapStyle(facts({ locale: 'en', words: WORDS.en.map, drawing: assessmentDrawing(bankAssessment) }))
    expect(JSON.stringify(english.layers)).not.toMatch(/\p{Script=Han}/u)
  })

  it('a label says its name and hours in the language of the person', () => {
    for (const [locale, said] of [
      ['zh-CN', ['concat', '', ['get', 'name'], '\n约 ', ['get', 'hours'], ' 小时后到达']],
      ['en', ['concat', '', ['get', 'nameEn'], '\nafter about ', ['get', 'hours'], ' h']],
    ] as const) {
      const labels = mapStyle(facts({ locale, words: WORDS[locale].map })).layers.find(
        ({ id }) => id === 'arrival-labels',
      )
      expect(labels).toMatchObject({ layout: { 'text-field': said } })
    }
  })
})

describe('incidents', () => {
  it('the legend lists the outcomes and media that are on the map, and no others', () => {
    const labels = legendOf('incidents', facts(), CLOSE).rows.map(({ label }) => label)
    const { map } = WORDS['zh-CN']
    expect(labels).toContain(map.outcomes.crosses)
    expect(labels).toContain(map.media.water)
    expect(labels).not.toContain(map.outcomes.ask)
    expect(labels).not.toContain(map.media.noise)
  })

  it('an empty map has no key for incidents', () => {
    expect(legendOf('incidents', facts({ incidents: incidentPoints([]) }), CLOSE).rows).toEqual([])
  })
})

describe('the colours can be told apart', () => {
  it.each(['light', 'dark'] as const)(
    'marks on the %s city ground have at least 3:1, names at least 4.5:1',
    (shade) => {
      const { city, outcome, section, gate, downstream, upstream, unit, ...rest } = PALETTES[shade]
      for (const mark of [
        ...Object.values(outcome),
        section,
        gate,
        downstream,
        upstream,
        unit,
        rest.leftBank,
        rest.rightBank,
      ])
        expect(contrast(mark, city)).toBeGreaterThanOrEqual(3)
      for (const text of [rest.districtText, rest.countyText, rest.townshipText, rest.waterText])
        expect(contrast(text, city)).toBeGreaterThanOrEqual(4.5)
    },
  )

  it.each(['light', 'dark'] as const)('inner marks on the %s incident symbols have at least 3:1', (shade) => {
    const { outcome, onMark, cluster } = PALETTES[shade]
    for (const ground of [...Object.values(outcome), cluster])
      expect(contrast(onMark, ground)).toBeGreaterThanOrEqual(3)
  })
})

/** Contrast ratio of WCAG 2.2. */
const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

const luminance = (hex: string): number => {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}
