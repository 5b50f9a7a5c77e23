import { describe, expect, it } from 'vitest'
import { demonstrationWater, monthsBefore } from '#domain/water/demonstration/demonstration-water'
import type { IndicatorId } from '#domain/water/indicator'
import { INDICATOR_IDS } from '#domain/water/indicator'
import { CHIEF_LEVELS, chiefsOf } from '#domain/water/river-chief'
import { readReferenceFiles } from '../../server/reference-files.ts'

const { reference } = readReferenceFiles()
const START = Date.parse('2026-11-24T12:00:00+08:00')
const set = demonstrationWater(reference, START)
const municipal = set.samples.filter(({ authority }) => authority === 'municipal')

const reading = (sample: (typeof municipal)[number], indicator: IndicatorId) =>
  sample.measurements.find((each) => each.indicator === indicator)?.value

const meanOf = (sectionId: string, indicator: IndicatorId, months = /./) => {
  const values = municipal
    .filter((each) => each.sectionId === sectionId && months.test(each.sampledAt.slice(0, 7)))
    .flatMap((each) => reading(each, indicator) ?? [])
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe('the set', () => {
  it('is the same for the same start, and of 36 months that end before it', () => {
    expect(demonstrationWater(reference, START)).toEqual(set)
    expect(monthsBefore('2026-11-24').map(({ month }) => month)).toMatchObject({
      0: '2023-11',
      1: '2023-12',
      35: '2026-10',
      length: 36,
    })
    expect(monthsBefore('2026-01-01').at(-1)?.month).toBe('2025-12')
    expect(new Set(set.samples.map(({ sampledAt }) => sampledAt.slice(0, 7))).size).toBe(36)
  })

  it('marks each of its values as demonstration', () => {
    expect(set.record.isDemonstration).toBe(true)
    expect([...set.samples, ...set.hourly, ...set.chiefs].every(({ isDemonstration }) => isDemonstration)).toBe(true)
    expect(set.samples.every(({ measuredBy }) => measuredBy.includes('示范'))).toBe(true)
    expect(set.chiefs.every(({ name }) => name.endsWith('（示范）'))).toBe(true)
  })

  it('has a sample of each section in nearly every month, with nearly all indicators', () => {
    const whole = reference.sections.features.length * 36
    expect(municipal.length / whole).toBeGreaterThan(0.95)
    expect(municipal.length).toBeLessThan(whole)
    const measured = municipal.reduce((sum, { measurements }) => sum + measurements.length, 0)
    expect(measured / municipal.length).toBeGreaterThan(23)
    expect(measured / municipal.length).toBeLessThan(24)
    for (const { measurements } of municipal)
      expect(measurements.every(({ indicator }) => INDICATOR_IDS.includes(indicator))).toBe(true)
  })

  it('has no two samples of one section, time, origin and authority, and no sample twice', () => {
    const keys = set.samples.map(({ sectionId, sampledAt, authority }) => `${sectionId} ${sampledAt} ${authority}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(set.samples.map(({ id }) => id)).size).toBe(keys.length)
  })
})

describe('the water', () => {
  it('holds no more oxygen than water can, and is neither frozen through nor boiling', () => {
    for (const sample of municipal) {
      const [temperature, oxygen, ph] = (['water-temperature', 'dissolved-oxygen', 'ph'] as const).map((each) =>
        reading(sample, each),
      )
      expect(ph ?? 7).toBeGreaterThan(6)
      expect(ph ?? 7).toBeLessThan(9)
      if (temperature === undefined || oxygen === undefined) continue
      expect(temperature).toBeGreaterThan(0)
      expect(temperature).toBeLessThan(34)
      expect(oxygen).toBeGreaterThan(0)
      expect(oxygen / (468 / (31.6 + temperature))).toBeLessThan(1.25)
    }
  })

  it('is warm in summer and has more ammonia in winter', () => {
    expect(meanOf('section-16', 'water-temperature', /-0[78]/)).toBeGreaterThan(24)
    expect(meanOf('section-16', 'water-temperature', /-01/)).toBeLessThan(8)
    expect(meanOf('section-16', 'ammonia-nitrogen', /-(12|01|02)/)).toBeGreaterThan(
      meanOf('section-16', 'ammonia-nitrogen', /-0[678]/),
    )
  })

  it('gets worse down the 凉水河, and is worst below its last confluences', () => {
    expect(meanOf('section-17', 'ammonia-nitrogen')).toBeGreaterThan(1.3 * meanOf('section-16', 'ammonia-nitrogen'))
    expect(meanOf('section-17', 'ammonia-nitrogen', /2026-0[3-9]|2026-10/)).toBeGreaterThan(2)
    expect(meanOf('section-22', 'ammonia-nitrogen')).toBeLessThan(0.5)
    expect(meanOf('section-17', 'cod')).toBeGreaterThan(2 * meanOf('section-22', 'cod'))
  })

  it('has heavy metals mostly below detection, and main pollutants never so in foul water', () => {
    const mercury = municipal.flatMap(({ measurements }) =>
      measurements.filter(({ indicator }) => indicator === 'mercury'),
    )
    expect(mercury.filter(({ isBelowDetection }) => isBelowDetection).length / mercury.length).toBeGreaterThan(0.6)
    const foul = municipal
      .filter(({ sectionId }) => sectionId === 'section-17')
      .flatMap(({ measurements }) => measurements)
    expect(foul.filter(({ indicator, isBelowDetection }) => indicator === 'cod' && isBelowDetection)).toEqual([])
  })
})

describe('the hourly series', () => {
  it('covers sixty days before the start, hours rising, with gaps and calibrations', () => {
    expect(set.hourly.length).toBe(4 * 7)
    for (const { values } of set.hourly) {
      expect(values.length).toBeGreaterThan(60 * 24 * 0.9)
      expect(values.length).toBeLessThan(60 * 24)
      expect(values.every(({ hour }, n) => n === 0 || hour > (values[n - 1]?.hour ?? 0))).toBe(true)
      expect(values.some(({ flag }) => flag === 'C')).toBe(true)
      expect((values.at(-1)?.hour ?? 0) * 3_600_000).toBeLessThan(START)
    }
  })
})

describe('targets and chiefs', () => {
  it('every section has a target; those of the zones of 表1 say that they come from a copy', () => {
    expect(new Set(set.targets.map(({ sectionId }) => sectionId)).size).toBe(reference.sections.features.length)
    expect(set.targets.find(({ sectionId }) => sectionId === 'section-20')).toMatchObject({
      target: 'IV',
      status: 'secondary',
    })
    expect(set.targets.find(({ sectionId }) => sectionId === 'section-17')).toMatchObject({
      target: 'IV',
      status: 'design',
    })
    expect(set.targets.filter(({ status }) => status === 'secondary').length).toBe(14)
  })

  it('each bank inside Beijing has exactly one chief of each level on any day, and no bank outside has any', () => {
    for (const { properties: reach } of reference.reaches.features) {
      for (const [bank, unit] of [
        ['left', reach.leftUnit],
        ['right', reach.rightUnit],
      ] as const) {
        for (const day of ['2023-11-01', '2025-06-30', '2026-11-24']) {
          const levels = chiefsOf(set.chiefs, reach.id, bank, day).map(({ level }) => level)
          expect(levels, `${reach.id} ${bank} ${day}`).toEqual(unit.startsWith('11') ? [...CHIEF_LEVELS] : [])
        }
      }
    }
  })

  it('a district has had another chief before', () => {
    const terms = set.chiefs.filter(({ level, riverId }) => level === 'district' && riverId === 'liangshui-he')
    expect(terms.some(({ validTo }) => validTo !== null)).toBe(true)
    expect(new Set(set.chiefs.map(({ id }) => id)).size).toBe(set.chiefs.length)
  })
})
