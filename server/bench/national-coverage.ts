/**
 * An invented country of townships for measuring: a bent lattice whose borders wander, each drawn once and used by both
 * neighbours. Denser to the east and south, as China is. Degrees, within 73-135 E and 18-54 N; the same seed gives the
 * same country, bit for bit.
 */
import type { Position } from 'geojson'
import type { CoverageUnit } from '#domain/coverage/coverage'
import { seededRandom } from './seeded-random.ts'

export interface Country {
  readonly columns: number
  readonly rows: number
  /** Pieces that each of a township's four borders is drawn with, on average. */
  readonly piecesPerBorder: number
  readonly seed: number
}

/** 41,000 townships of about 150 vertices. */
const NATIONAL: Country = { columns: 205, rows: 200, piecesPerBorder: 37.5, seed: 41_000 }

/** How far a lattice corner strays, in lattice steps: little enough that every corner keeps more than 55 degrees. */
const CORNER_STRAY = 0.12
/** A border stays within this slope of its chord at both ends (26.6 degrees), so borders at a corner never cross. */
const WANDER_SLOPE = 0.5

export function nationalCoverage({ columns, rows, piecesPerBorder, seed }: Country = NATIONAL): CoverageUnit[] {
  const random = seededRandom(seed)
  const stray = () => CORNER_STRAY * (2 * random() - 1)
  const corners = lattice(columns + 1, rows + 1, (column, row): Position => [column + stray(), row + stray()])
  const draw = (from: Position | undefined, to: Position | undefined): Position[] => {
    if (!from || !to) return []
    const pieces = Math.round(piecesPerBorder * (0.7 + 0.6 * random()))
    return wanderingBorder(from, to, pieces, random).map((place) => bend(place, columns, rows))
  }
  const eastward = lattice(columns, rows + 1, (c, r) => draw(corners[r]?.[c], corners[r]?.[c + 1]))
  const northward = lattice(columns + 1, rows, (c, r) => draw(corners[r]?.[c], corners[r + 1]?.[c]))
  return lattice(columns, rows, (c, r) => ({
    code: String(100_000_000 + r * columns + c),
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        closeRing([
          eastward[r]?.[c] ?? [],
          northward[r]?.[c + 1] ?? [],
          eastward[r + 1]?.[c]?.toReversed() ?? [],
          northward[r]?.[c]?.toReversed() ?? [],
        ]),
      ],
    },
  })).flat()
}

function lattice<T>(columns: number, rows: number, make: (column: number, row: number) => T): T[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => make(column, row)))
}

/** From lattice to degrees, the steps shrinking eastward and southward. */
function bend([x = 0, y = 0]: Position, columns: number, rows: number): Position {
  const east = x / columns
  const north = y / rows
  return [73 + 62 * (0.4 * east + 0.6 * (1 - (1 - east) ** 2)), 18 + 36 * (0.7 * north + 0.3 * north ** 2)]
}

/** From one corner to the next, both included. */
function wanderingBorder(from: Position, to: Position, pieces: number, random: () => number): Position[] {
  const [fromX = 0, fromY = 0] = from
  const [toX = 0, toY = 0] = to
  const wander = roughNoise(random)
  const inner = Array.from({ length: pieces - 1 }, (_, i) => {
    const along = (i + 1 + 0.6 * (random() - 0.5)) / pieces
    const aside = WANDER_SLOPE * Math.min(along, 1 - along) * wander(along)
    return [
      fromX + along * (toX - fromX) - aside * (toY - fromY),
      fromY + along * (toY - fromY) + aside * (toX - fromX),
    ]
  })
  return [from, ...inner, to]
}

/** A sum of sines within [-1, 1], rougher the closer one looks. */
function roughNoise(random: () => number): (along: number) => number {
  const waves = Array.from({ length: 5 }, (_, octave) => ({
    weight: 0.5 ** (octave + 1),
    frequency: 3 * 2 ** octave * (0.8 + 0.4 * random()),
    phase: 7 * random(),
  }))
  return (along) => waves.reduce((sum, wave) => sum + wave.weight * Math.sin(wave.frequency * along + wave.phase), 0)
}

function closeRing(borders: readonly Position[][]): Position[] {
  const ring = borders.flatMap((border) => border.slice(0, -1))
  const first = ring[0]
  return first ? [...ring, first] : ring
}
