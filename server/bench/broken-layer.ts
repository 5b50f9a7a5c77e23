/**
 * A layer of lines as a bureau might send it, fixed by a seed: Scheidegger's rivers (see large-network.ts) drawn as bent lines
 * whose ends were digitised apart, so that no two lines share a vertex. What it is a drawing of is known: the answer.
 */
import type { SourceLine } from '../domain/network/source-line.ts'
import { seededRandom } from './seeded-random.ts'

export interface BrokenLayerSize {
  readonly columns: number
  readonly rows: number
  readonly segmentsPerLine: number
  readonly seed: number
}

export interface BrokenLayer {
  readonly lines: readonly SourceLine[]
  readonly segmentCount: number
  /** By line, the numbers of the places where it truly begins and ends. */
  readonly placesOf: readonly (readonly [from: number, to: number])[]
}

/** 102,400 segments over 100 km by 100 km around Beijing. */
export const HUNDRED_THOUSAND: BrokenLayerSize = { columns: 101, rows: 102, segmentsPerLine: 10, seed: 2021 }

const SPACING_M = 1000
/** An end lies at most this far from its place, so that two ends lie within the usual tolerance of one another. */
const JITTER_M = 14
const BEND_M = 25
const CORNER: readonly [number, number] = [410_000, 4_370_000]

export function brokenLayer({ columns, rows, segmentsPerLine, seed }: BrokenLayerSize): BrokenLayer {
  const random = seededRandom(seed)
  const lines: SourceLine[] = []
  const placesOf: [number, number][] = []
  for (let row = 0; row < rows - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const to = Math.min(columns - 1, column + (random() < 0.5 ? 0 : 1))
      placesOf.push([row * columns + column, (row + 1) * columns + to])
      lines.push(bentLine(lines.length, [column, row], [to, row + 1], segmentsPerLine, random))
    }
  }
  return { lines, segmentCount: lines.length * segmentsPerLine, placesOf }
}

type Place = readonly [column: number, row: number]

function bentLine(index: number, from: Place, to: Place, segments: number, random: () => number): SourceLine {
  const metres = new Float64Array(2 * segments + 2)
  const bendM = (2 * random() - 1) * BEND_M
  for (let v = 0; v <= segments; v++) {
    const share = v / segments
    const jitterM = v === 0 || v === segments ? JITTER_M : 0
    const [angle, far] = [2 * Math.PI * random(), jitterM * random()]
    const bend = bendM * Math.sin(2 * Math.PI * share)
    metres[2 * v] = CORNER[0] + SPACING_M * (from[0] + share * (to[0] - from[0])) + bend + far * Math.cos(angle)
    metres[2 * v + 1] = CORNER[1] + SPACING_M * (from[1] + share * (to[1] - from[1])) + far * Math.sin(angle)
  }
  const id = `l${String(index).padStart(6, '0')}`
  const unnamed = { name: '', nameEn: '', from: null, to: null, basin: '', basinEn: '', widthM: null }
  return { id, riverId: id, kind: 'river', ...unnamed, metres }
}
