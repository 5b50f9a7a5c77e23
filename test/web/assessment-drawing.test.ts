import { describe, expect, it } from 'vitest'
import { assessmentDrawing } from '../../web/map/assessment-drawing.ts'
import { type Assessment, NO_UNITS } from './map-examples.ts'

type Unit = Assessment['units'][number]

const LINE = [
  [116.7, 39.9],
  [116.8, 39.8],
  [116.9, 39.7],
]
const unit = (code: string, how: Unit['how'], rest: Partial<Unit> = {}): Unit => ({
  code,
  name: code,
  level: 'county',
  how,
  certainty: 'probable',
  probability: 0.7,
  evidence: [],
  ...rest,
})
const fact = (kind: Unit['evidence'][number]['kind'], rest: Partial<Unit['evidence'][number]> = {}) => ({
  kind,
  zh: '',
  en: '',
  ...rest,
})
const trace = fact('trace', { geometry: { type: 'LineString', coordinates: LINE } })
const drawing = (...units: Unit[]) => assessmentDrawing({ ...NO_UNITS, units })

describe('an assessment on the map', () => {
  it('shades each touched unit by its probability', () => {
    const { shading } = drawing(
      unit('110112', ['area'], { probability: 0.97 }),
      unit('131082', ['bank'], { probability: 0.4 }),
    )
    expect([...shading]).toEqual([
      ['110112', 0.97],
      ['131082', 0.4],
    ])
  })

  it('draws a bank reach once, though both banks cite it', () => {
    const bank = fact('bank', { reachIds: ['r7'] })
    const both = drawing(unit('a', ['bank'], { evidence: [bank] }), unit('b', ['bank'], { evidence: [bank] }))
    expect(both.bankReachIds).toEqual(['r7'])
  })

  it('tells the way down from the way up', () => {
    const { paths } = drawing(
      unit('a', ['downstream'], { evidence: [trace] }),
      unit('b', ['upstream'], { evidence: [trace] }),
    )
    expect(paths.map(({ direction }) => direction)).toEqual(['downstream', 'upstream'])
  })

  it('marks where the water may have come from', () => {
    const left = fact('trace', { geometry: { type: 'Point', coordinates: [116.6, 40.1] } })
    const { sources, paths } = drawing(unit('110113', ['upstream'], { evidence: [left] }))
    expect(sources.features).toMatchObject([
      { properties: { name: '110113' }, geometry: { coordinates: [116.6, 40.1] } },
    ])
    expect(paths).toEqual([])
  })

  it('labels where the water has come to in each unit with its probable hours', () => {
    const arrivalH = { earliest: 2, probable: 3.24 }
    const { arrivals } = drawing(unit('大厂', ['downstream'], { evidence: [trace], arrivalH }))
    expect(arrivals.features).toMatchObject([
      { properties: { name: '大厂', hours: '3.2' }, geometry: { coordinates: [116.9, 39.7] } },
    ])
  })

  it('does not promise a time where none was worked out', () => {
    expect(drawing(unit('a', ['downstream'], { evidence: [trace] })).arrivals.features).toEqual([])
  })

  it('marks the exit at its point, or at the end of its line', () => {
    const point = fact('exit', { geometry: { type: 'Point', coordinates: [117, 39.6] } })
    const line = fact('exit', { geometry: { type: 'MultiLineString', coordinates: [LINE] } })
    expect(drawing(unit('a', ['downstream'], { evidence: [point, line] })).exits.geometry.coordinates).toEqual([
      [117, 39.6],
      [116.9, 39.7],
    ])
  })

  it('draws nothing where there is no assessment, or facts without a place', () => {
    expect(assessmentDrawing(null).shading.size).toBe(0)
    expect(drawing(unit('a', ['downstream'], { evidence: [fact('trace'), fact('exit')] }))).toMatchObject({ paths: [] })
  })
})
