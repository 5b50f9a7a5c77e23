import { describe, expect, it } from 'vitest'
import { buildCoverage, type CoverageUnit } from '#domain/coverage/coverage'
import type { CoverageFault } from '#domain/coverage/faults'
import { locateUnit } from '#domain/coverage/locate'
import { nationalCoverage } from '../../server/bench/national-coverage.ts'
import { DEGREES, polygon, ringThrough, soundCoverage, square, WHOLE } from './coverage-worlds.ts'

function faultsOf(...units: CoverageUnit[]): readonly CoverageFault[] {
  const coverage = buildCoverage(units)
  return 'faults' in coverage ? coverage.faults : []
}

describe('a coverage is built from polygons', () => {
  it('keeps the border of two neighbours once, with one unit on each side', () => {
    const { segments } = soundCoverage([polygon('west', square(WHOLE, 0, 0)), polygon('east', square(WHOLE, 1, 0))])
    const shared = [...segments.x0.keys()].filter((s) => segments.x0[s] === 1 && segments.x1[s] === 1)
    expect(segments.count).toBe(7)
    expect(shared).toHaveLength(1)
    // Northward from (1, 0) to (1, 1): west is on the left.
    expect([segments.left[shared[0] ?? -1], segments.right[shared[0] ?? -1]]).toEqual([1, 2])
  })

  it('does not mind which way a file draws its rings', () => {
    const ring = square(WHOLE, 0, 0, 4)
    const hole = square(WHOLE, 1, 1)
    for (const outer of [ring, ring.toReversed()]) {
      for (const inner of [hole, hole.toReversed()]) {
        const coverage = soundCoverage([polygon('around', outer, inner), polygon('island', square(WHOLE, 1, 1))])
        expect([locateUnit(coverage, 0.5, 0.5), locateUnit(coverage, 1.5, 1.5)]).toEqual([1, 2])
      }
    }
  })

  it('forgets the edges between two parts of one unit', () => {
    const parts = [[square(WHOLE, 0, 0)], [square(WHOLE, 1, 0)]]
    const coverage = soundCoverage([{ code: 'one', geometry: { type: 'MultiPolygon', coordinates: parts } }])
    expect(coverage.segments.count).toBe(6)
  })

  it('takes minus zero for zero and skips repeated vertices', () => {
    const west = polygon('west', [
      [-1, -0],
      [-0, -0],
      [0, 0],
      [0, 1],
      [-1, 1],
      [-1, -0],
    ])
    const coverage = soundCoverage([west, polygon('east', square(WHOLE, 0, 0))])
    expect(coverage.segments.count).toBe(7)
  })

  it('holds nothing when there are no units', () => {
    expect(locateUnit(soundCoverage([]), 0, 0)).toBe(0)
  })

  it('numbers more than 65,535 units', () => {
    const size = 260
    const fields = Array.from({ length: size * size }, (_, i) => [i % size, Math.floor(i / size)] as const)
    const coverage = soundCoverage(fields.map(([column, row], i) => polygon(`${i}`, square(DEGREES, column, row))))
    const wrong = fields.filter(([column, row], i) => {
      const [x = 0, y = 0] = DEGREES(column + 0.5, row + 0.5)
      return locateUnit(coverage, x, y) !== i + 1
    })
    expect(wrong).toEqual([])
  })

  it('accepts the generated country: 100 townships whose wandering borders never cross', () => {
    expect(faultsOf(...nationalCoverage({ columns: 10, rows: 10, piecesPerBorder: 40, seed: 7 }))).toEqual([])
  })
})

describe('what is no coverage is refused, with the place', () => {
  const field = polygon('field', square(WHOLE, 0, 0, 4))

  it('two units that partly overlap', () => {
    const faults = faultsOf(field, polygon('intruder', square(WHOLE, 3, 3, 4)))
    expect(faults.map(({ kind }) => kind)).toEqual(['unmatched-border', 'unmatched-border'])
    expect(faults.every(({ units }) => units.includes('field') && units.includes('intruder'))).toBe(true)
  })

  it('a unit inside another that has no hole for it', () => {
    const faults = faultsOf(field, polygon('enclave', square(WHOLE, 1, 1)))
    expect(faults.map(({ kind }) => kind)).toEqual(['overlap', 'overlap', 'overlap', 'overlap'])
    expect(faults[0]?.units).toEqual(['enclave', 'field'])
    expect(faults[0]).toMatchObject({ x: 1.5, y: 1 })
  })

  it('an overlap under common vertices alone', () => {
    const straight = ringThrough(WHOLE, [
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 3],
      [0, 4],
    ])
    const over = ringThrough(WHOLE, [
      [0, 4],
      [2, 1],
      [4, 4],
      [4, 8],
      [0, 8],
    ])
    const kinds = faultsOf(polygon('below', straight), polygon('above', over)).map(({ kind }) => kind)
    expect(kinds).toContain('overlap')
  })

  it('the same polygon twice', () => {
    const faults = faultsOf(field, polygon('twin', square(WHOLE, 0, 0, 4)))
    expect(faults.map(({ kind }) => kind)).toEqual(['overlap', 'overlap', 'overlap', 'overlap'])
    expect(faults[0]?.units).toEqual(['twin', 'field'])
  })

  it('a unit whose own parts overlap', () => {
    const parts = [[square(WHOLE, 0, 0, 4)], [square(WHOLE, 1, 1)]]
    const faults = faultsOf({ code: 'doubled', geometry: { type: 'MultiPolygon', coordinates: parts } })
    expect(faults).toHaveLength(4)
    expect(faults[0]?.kind).toBe('overlap')
  })

  it('a border with a vertex that one side lacks, though it lies on the line', () => {
    const withVertex = ringThrough(WHOLE, [
      [4, 0],
      [8, 0],
      [8, 4],
      [4, 4],
      [4, 2],
    ])
    const faults = faultsOf(field, polygon('neighbour', withVertex))
    expect(faults.map(({ kind }) => kind)).toEqual(['unmatched-border', 'unmatched-border'])
    expect(faults.map(({ x, y }) => [x, y])).toEqual(
      expect.arrayContaining([
        [4, 1],
        [4, 3],
      ]),
    )
  })

  it.each([
    [
      'open',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
    ],
    [
      'too short',
      [
        [0, 0],
        [1, 0],
        [0, 0],
      ],
    ],
    [
      'not finite',
      [
        [0, 0],
        [1, 0],
        [Number.NaN, 1],
        [0, 0],
      ],
    ],
    ['empty', []],
  ])('a ring that is %s', (_, ring) => {
    expect(faultsOf(polygon('bad', ring))).toMatchObject([{ kind: 'bad-ring', units: ['bad'] }])
  })

  it('but not a gap between units: the outside may lie anywhere', () => {
    expect(faultsOf(field, polygon('apart', square(WHOLE, 5, 0)))).toEqual([])
  })
})
