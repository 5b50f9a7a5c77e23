import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { assess } from '#domain/assess'
import type { Assessment } from '#domain/assessment'
import { fromMetres, toMetres } from '#domain/coordinate-system'
import type { ReachProperties, ReferenceData } from '#domain/reference-data'
import { isRefusal } from '#domain/refusal'
import type { Report } from '#domain/report/report'
import { createWorld } from '#domain/world'
import { BING, INVENTED, JIA, twoCounties, YI } from '../fixtures/two-counties.ts'

const VERSIONS = { reference: 'test', software: 'test' }
const NOW = Date.parse('2026-11-24T06:00:00Z')
const REPORT = {
  crs: 'EPSG:4326',
  occurredAt: '2026-11-24T10:00:00+08:00',
  matter: 'enforcement',
  medium: 'water',
  severity: 'general',
} as const

function judge(geometry: Geometry, more: Partial<Report> = {}, reference: ReferenceData = twoCounties()): Assessment {
  const world = createWorld(reference, VERSIONS)
  const assessment = assess({ ...REPORT, geometry, ...more }, world, { nowMs: NOW, withGeometry: false })
  if (isRefusal(assessment)) throw new Error(JSON.stringify(assessment))
  return assessment
}
const at = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] })
/** So many metres east of a place. */
const eastOf = ([lon, lat]: readonly [number, number], metres: number): Geometry => {
  const [x, y] = toMetres(lon, lat)
  return at(...(fromMetres(x + metres, y) as [number, number]))
}
const box = (west: number, south: number, east: number, north: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
const hows = ({ units }: Assessment) => Object.fromEntries(units.map(({ code, how }) => [code, how.join('+')]))
const ids = (actors: Assessment['routing']['mustNotify']) => actors.map(({ id }) => id)

/** The world with some reaches changed. */
function withReach(id: string, change: Partial<ReachProperties>, world = twoCounties()): ReferenceData {
  const features = world.reaches.features.map((feature) =>
    feature.properties.id === id ? { ...feature, properties: { ...feature.properties, ...change } } : feature,
  )
  return { ...world, reaches: { ...world.reaches, features } }
}

const ON_BORDER_RIVER = [116.1, 40.08] as const
const AWAY_FROM_RIVERS = [116.02, 40.02] as const
const NORTH_OF_RIVERS = [116.1, 40.19] as const

describe('AREA: enough of the affected area lies in each of several units', () => {
  it('an area in two districts crosses', () => {
    const { crossing, units } = judge(box(116.09, 40.18, 116.11, 40.19), { medium: 'soil' })
    expect(crossing).toEqual({ isCross: true, kinds: ['area'], outcome: 'crosses' })
    expect(units.slice(0, 2).map(({ share }) => share)).toEqual([expect.closeTo(0.5, 3), expect.closeTo(0.5, 3)])
  })

  it('a hectare must be exceeded: half a hectare on each side is within one unit, and both are named', () => {
    const [x, y] = toMetres(...NORTH_OF_RIVERS)
    const corner = (dx: number, dy: number): Position => [...fromMetres(x + dx, y + dy)]
    const ring = [corner(-70, 0), corner(70, 0), corner(70, 70), corner(-70, 70), corner(-70, 0)]
    const assessment = judge({ type: 'Polygon', coordinates: [ring] }, { medium: 'soil' })
    expect(assessment.crossing).toMatchObject({ isCross: false, kinds: [] })
    expect(assessment.units.filter(({ level }) => level === 'district').map(({ code }) => code)).toEqual(
      expect.arrayContaining([JIA, YI]),
    )
  })

  it('one per cent must be exceeded too: 1.2 hectares of 300 do not count', () => {
    const [x, y] = toMetres(...NORTH_OF_RIVERS)
    const corner = (dx: number, dy: number): Position => [...fromMetres(x + dx, y + dy)]
    const ring = [corner(-3000, 0), corner(12, 0), corner(12, 1000), corner(-3000, 1000), corner(-3000, 0)]
    expect(judge({ type: 'Polygon', coordinates: [ring] }, { medium: 'soil' }).crossing.kinds).toEqual([])
  })

  it('an area whose edge is the border, without area beyond, does not cross', () => {
    const { crossing, units } = judge(box(116.05, 40.16, 116.1, 40.19), { medium: 'soil' })
    expect(crossing).toMatchObject({ isCross: false, kinds: [] })
    expect(units.filter(({ level }) => level === 'district').map(({ code }) => code)).toEqual([JIA])
  })

  it('a tanker that lost its load at two places concerns those units, not every unit on the road', () => {
    const places: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [116.02, 40.19],
        [116.18, 40.19],
      ],
    }
    expect(judge(places, { medium: 'soil' }).crossing.kinds).toEqual(['area'])
    const oneUnit: Geometry = {
      type: 'MultiPoint',
      coordinates: [
        [116.02, 40.19],
        [116.03, 40.19],
      ],
    }
    expect(judge(oneUnit, { medium: 'soil' }).crossing.isCross).toBe(false)
  })

  it('two townships of one district never make it municipal', () => {
    const assessment = judge(box(116.01, 40.09, 116.03, 40.11), { medium: 'soil' })
    expect(assessment.crossing.isCross).toBe(false)
    expect(assessment.routing.rule).toBe('L10')
  })

  it('an air plume over two districts with one municipal permit goes to the city', () => {
    const { routing } = judge(box(116.09, 40.18, 116.11, 40.19), { medium: 'air', isCityPermit: true })
    expect(routing.lead?.id).toBe('bj-enforcement')
  })
})

describe('a point exactly on a district line, no river near', () => {
  it('is recorded in the unit in the east, and the other is told', () => {
    const assessment = judge(at(...NORTH_OF_RIVERS), { medium: 'noise' })
    expect(assessment.crossing).toEqual({ isCross: false, kinds: [], outcome: 'within-one' })
    expect(assessment.routing.lead?.id).toBe(`${YI}-enforcement`)
    expect(ids(assessment.routing.mustNotify)).toContain(`${JIA}-bureau`)
    expect(assessment.units[0]?.evidence[0]?.zh).toContain('恰在甲县、乙县的界线上')
  })

  it('with any error at all a person is asked', () => {
    expect(judge(at(...NORTH_OF_RIVERS), { medium: 'noise', uncertaintyM: 10 }).crossing.outcome).toBe('ask')
  })
})

describe('the outcome `ask`', () => {
  it('30 m from the line with an error of 50 m: a person is asked, and nothing is sent before', () => {
    const assessment = judge(eastOf(NORTH_OF_RIVERS, 30), { medium: 'noise', uncertaintyM: 50 })
    expect(assessment.crossing.outcome).toBe('ask')
    expect(assessment.units.slice(0, 2)).toMatchObject([
      { code: YI, certainty: 'probable', probability: expect.closeTo(0.726, 2) },
      { code: JIA, certainty: 'possible', probability: expect.closeTo(0.274, 2) },
    ])
    expect(assessment.routing.needsConfirmation).toBe(true)
  })

  it('300 m from the line nobody is asked', () => {
    const { crossing, units } = judge(eastOf(NORTH_OF_RIVERS, 300), { medium: 'noise', uncertaintyM: 50 })
    expect(crossing.outcome).toBe('within-one')
    expect(units[0]).toMatchObject({ code: YI, certainty: 'certain' })
  })

  it('on the border river the side changes nothing: both banks count anyway', () => {
    expect(judge(eastOf(ON_BORDER_RIVER, 30), { uncertaintyM: 50 }).crossing.outcome).toBe('crosses')
  })

  it('where no unit is, a person is asked', () => {
    const assessment = judge(at(116.25, 40.1))
    expect(assessment.crossing).toEqual({ isCross: false, kinds: [], outcome: 'ask' })
    expect(assessment.routing.rule).toBe('L17')
  })
})

describe('BANK: in, or within half the width and 50 m of, a river that is the border', () => {
  it('both bank units count, even 5 m inside one', () => {
    const { crossing, units } = judge(eastOf(ON_BORDER_RIVER, 35))
    expect(crossing.kinds).toContain('bank')
    expect(units.slice(0, 2).map(({ code, how }) => [code, how.includes('bank')])).toEqual([
      [YI, true],
      [JIA, true],
    ])
  })

  it('ends at 80 m from the line of a river 60 m wide', () => {
    expect(judge(eastOf(ON_BORDER_RIVER, 79)).crossing.kinds).toContain('bank')
    expect(judge(eastOf(ON_BORDER_RIVER, 81)).crossing.kinds).not.toContain('bank')
  })

  it('the bank decides where the act took place, and the city leads', () => {
    const left = judge(eastOf(ON_BORDER_RIVER, 40)).routing
    const right = judge(eastOf(ON_BORDER_RIVER, -40)).routing
    expect([left.punishingAuthority?.id, right.punishingAuthority?.id]).toEqual([
      `${YI}-enforcement`,
      `${JIA}-enforcement`,
    ])
    expect([left.lead?.id, right.lead?.id]).toEqual(['bj-enforcement', 'bj-enforcement'])
  })

  it('in the channel the act is on both sides, so the city punishes', () => {
    expect(judge(eastOf(ON_BORDER_RIVER, 10)).routing.punishingAuthority?.id).toBe('bj-enforcement')
  })

  it('left and right follow the water, not the drawing', () => {
    const world = twoCounties()
    const reversed = world.reaches.features.map((feature) =>
      feature.properties.id === 'jie-3'
        ? { ...feature, geometry: { ...feature.geometry, coordinates: feature.geometry.coordinates.toReversed() } }
        : feature,
    )
    const { routing } = judge(
      eastOf(ON_BORDER_RIVER, 40),
      {},
      { ...world, reaches: { ...world.reaches, features: reversed } },
    )
    expect(routing.punishingAuthority?.id).toBe(`${YI}-enforcement`)
  })

  it('noise on one bank has no effect on the other: the district leads and the other bank is told', () => {
    const assessment = judge(eastOf(ON_BORDER_RIVER, 40), { medium: 'noise' })
    expect(assessment.crossing).toEqual({ isCross: false, kinds: [], outcome: 'within-one' })
    expect(assessment.routing.lead?.id).toBe(`${YI}-enforcement`)
    expect(ids(assessment.routing.mustNotify)).toContain(`${JIA}-bureau`)
  })
})

describe('UPDOWN: the water carries it into another unit within 72 hours', () => {
  it('from the upper reach both counties and the outside are reached in order, with hours', () => {
    const { crossing, units } = judge(at(116.06, 40.174))
    expect(crossing.kinds).toEqual(['updown', 'city-border'])
    const reached = units.filter(({ how }) => how.includes('downstream'))
    expect(reached.map(({ code }) => code)).toEqual([YI, BING])
    const earliest = reached.map(({ arrivalH }) => arrivalH?.earliest ?? 0)
    expect(earliest[0]).toBeLessThan(earliest[1] ?? 0)
    for (const { arrivalH } of reached) expect(arrivalH?.earliest).toBeLessThan(arrivalH?.probable ?? 0)
  })

  it('a unit that the fastest edge may reach but the water hardly does in 72 hours does not count', () => {
    const counted = judge(at(116.06, 40.174), {}, withReach('jie-3', { lengthM: 80_000 }))
    expect(counted.units.find(({ code }) => code === BING)).toMatchObject({ certainty: 'probable' })
    const hardly = judge(at(116.06, 40.174), {}, withReach('jie-3', { lengthM: 220_000 }))
    expect(hardly.units.map(({ code }) => code)).not.toContain(BING)
    expect(hardly.crossing.kinds).toEqual(['updown'])
  })

  it('only water carries: soil and air do not run down the river', () => {
    for (const medium of ['soil', 'air', 'noise'] as const) {
      expect(judge(at(116.06, 40.174), { medium }).crossing).toMatchObject({ isCross: false, kinds: [] })
    }
  })

  it('beyond 500 m from every river nothing is inferred, and it says so', () => {
    const { crossing, caveats } = judge(at(...AWAY_FROM_RIVERS))
    expect(crossing).toMatchObject({ isCross: false, kinds: [] })
    expect(caveats.some(({ zh }) => zh.includes('500 米内没有图上河流'))).toBe(true)
  })

  it('a shut gate stops it: nobody downstream is notified, what may come is kept, and its holder is told', () => {
    const gated = withReach('jie-3', { state: 'gated' })
    const assessment = judge(at(116.155, 40.16), {}, gated)
    expect(assessment.crossing).toMatchObject({ kinds: [], isCross: false })
    expect(ids(assessment.routing.mustNotify)).toContain(`${JIA}-bureau`)
    expect(assessment.units.map(({ code }) => code)).not.toContain(BING)
    expect(assessment.caveats.some(({ zh }) => zh.includes('断流或关闸') && zh.includes('丙县'))).toBe(true)
  })

  it('a dry reach stops it too', () => {
    const dry = withReach('jie-2', { state: 'dry' })
    expect(judge(at(116.06, 40.174), {}, dry).crossing).toMatchObject({ isCross: false, kinds: [] })
  })

  it('where it may have come from is told for emergencies and does not make a crossing', () => {
    const emergency = judge(at(116.1, 39.97), { matter: 'emergency' })
    const upstream = emergency.units.filter(({ how }) => how.includes('upstream'))
    expect(upstream.map(({ code }) => code).sort()).toEqual([JIA, YI])
    expect(upstream.every(({ certainty }) => certainty === 'possible')).toBe(true)
    expect(judge(at(116.1, 39.97)).units.some(({ how }) => how.includes('upstream'))).toBe(false)
  })

  it('an observation whose water may come from beyond the city is the city’s, and the province is told', () => {
    const fromBeyond = withReach('zhi-1', { leftUnit: '130999', rightUnit: '130999' })
    const world = withReach('jie-3', { state: 'dry' }, fromBeyond)
    const below = at(116.1255, 40.1204)
    const { crossing, routing, units } = judge(below, { matter: 'quality-monitoring' }, world)
    expect(units.find(({ how }) => how.includes('upstream'))?.code).toBe('130999')
    expect(crossing.kinds).toEqual(['updown', 'city-border'])
    expect(ids(routing.mustNotify)).toContain('hebei-department')
    const known = judge(below, { matter: 'enforcement' }, world)
    expect(known.crossing).toMatchObject({ isCross: false, kinds: [] })
  })

  it('districts upstream of an observation are named and do not count', () => {
    const { crossing, units } = judge(at(116.06, 39.995), { matter: 'quality-monitoring' })
    expect(units.filter(({ how }) => how.includes('upstream')).map(({ code }) => code)).toContain(YI)
    expect(crossing.kinds).toEqual(['city-border'])
  })

  it('gates on the way are named, for they change when the water arrives', () => {
    const { caveats } = judge(at(116.098, 40.048))
    expect(caveats.some(({ zh }) => zh.includes('途经闸坝：引渠闸'))).toBe(true)
  })

  it('an area of water is carried on from where the river runs through it', () => {
    const { crossing } = judge(box(116.05, 40.165, 116.07, 40.18))
    expect(crossing.kinds).toEqual(['updown', 'city-border'])
  })
})

describe('OVERLAY: in a zone that another body manages', () => {
  const withZone = (code: string, kind: 'economic-development-zone' | 'drinking-water-source'): ReferenceData => {
    const world = twoCounties()
    world.zones.features.push({
      type: 'Feature',
      properties: {
        ...INVENTED,
        code,
        name: '某区',
        nameEn: 'Some Zone',
        level: 'zone',
        kind,
        parent: JIA,
        province: '110000',
        fullName: '某区',
        manager: { id: `${code}-committee`, name: '某区管理委员会', nameEn: 'Some Committee' },
      },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [116.01, 40.01],
            [116.04, 40.01],
            [116.04, 40.04],
            [116.01, 40.04],
            [116.01, 40.01],
          ],
        ],
      },
    })
    return world
  }

  it('the zone is named beside its district', () => {
    const assessment = judge(
      at(...AWAY_FROM_RIVERS),
      { medium: 'soil' },
      withZone('110191403', 'economic-development-zone'),
    )
    expect(hows(assessment)).toMatchObject({ [JIA]: 'area', '110191403': 'overlay' })
    expect(assessment.crossing.kinds).toEqual(['overlay'])
  })

  it('the 经开区 alone is a district-level unit of its own and a person confirms', () => {
    const { routing } = judge(
      at(...AWAY_FROM_RIVERS),
      { medium: 'soil' },
      withZone('110115403', 'economic-development-zone'),
    )
    expect(routing.rule).toBe('L16')
    expect(routing.needsConfirmation).toBe(true)
  })

  it('the 经开区 and a district are two units: the city leads', () => {
    const astride = box(116.03, 40.02, 116.05, 40.03)
    const { crossing, routing } = judge(astride, { medium: 'soil' }, withZone('110115403', 'economic-development-zone'))
    expect(crossing.isCross).toBe(true)
    expect(routing.lead?.id).toBe('bj-enforcement')
  })

  it('in a drinking-water zone an emergency of unknown level is reported within 2 hours', () => {
    const more = { matter: 'emergency', medium: 'soil', severity: 'undetermined' } as const
    const { routing } = judge(at(...AWAY_FROM_RIVERS), more, withZone('zone-reservoir', 'drinking-water-source'))
    expect(Math.min(...routing.clocks.flatMap(({ limitH }) => limitH ?? []))).toBeLessThanOrEqual(2)
    const elsewhere = judge(at(...AWAY_FROM_RIVERS), { ...more, severity: 'general' }).routing
    expect(elsewhere.clocks.some(({ limitH }) => limitH === 4)).toBe(true)
  })
})

describe('CITY_BORDER: beyond Beijing', () => {
  it('the border river of the city makes the city lead and tells the province', () => {
    const world = withReach('jie-3', { leftUnit: BING })
    const { crossing, routing } = judge(eastOf(ON_BORDER_RIVER, -40), {}, world)
    expect(crossing.kinds).toContain('city-border')
    expect(routing.rule).toBe('L5')
    expect(ids(routing.mustNotify)).toEqual(expect.arrayContaining(['hebei-department', `${BING}-counterpart`]))
  })

  it('an emergency whose water leaves the city is reported within 2 hours', () => {
    const { routing } = judge(at(116.06, 40.174), { matter: 'emergency', severity: 'undetermined' })
    expect(routing.rule).toBe('L3')
    expect(routing.clocks.some(({ limitH }) => limitH === 2)).toBe(true)
  })

  it('a point that may lie beyond the city is a question even when two districts are certain', () => {
    const [x, y] = toMetres(116.15, 40.0)
    const near = at(...(fromMetres(x, y + 30) as [number, number]))
    expect(judge(near, { medium: 'noise', uncertaintyM: 50 }).crossing.outcome).toBe('ask')
  })

  it('no district is told to act outside Beijing', () => {
    const { routing } = judge(at(116.1, 39.97))
    expect(routing.lead?.id.startsWith('bj-') ?? false).toBe(true)
    expect(routing.coOrganisers.every(({ id }) => !id.startsWith('13'))).toBe(true)
  })
})
