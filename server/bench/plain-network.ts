/**
 * The plain way to a network, with the usual libraries: Flatbush finds candidates, Turf the nearest places and the crossings,
 * and a Map of rounded coordinates the nodes. It neither orients nor reports.
 */
import { lineIntersect, lineString, nearestPointOnLine, point } from '@turf/turf'
import Flatbush from 'flatbush'
import { fromMetres } from '../domain/coordinate-system.ts'
import type { SourceLine } from '../domain/network/source-line.ts'

type Position = [number, number]

/** The number of nodes at which lines end or meet after snapping within `snapM`. */
export function plainNodeCount(lines: readonly SourceLine[], snapM: number): number {
  const drawn = lines.map(({ metres }) =>
    Array.from({ length: metres.length / 2 }, (_, v): Position => {
      const [lon, lat] = fromMetres(metres[2 * v] ?? 0, metres[2 * v + 1] ?? 0)
      return [lon, lat]
    }),
  )
  const boxes = boxesOf(drawn)
  const margin = snapM / 80_000
  const places = new PlaceNames(snapM)
  for (const [index, line] of drawn.entries()) {
    for (const end of [line.at(0), line.at(-1)]) {
      if (end === undefined) continue
      const near = boxes.search(end[0] - margin, end[1] - margin, end[0] + margin, end[1] + margin)
      places.add(
        nearestOn(
          near.filter((other) => other !== index).map((other) => drawn[other] ?? []),
          end,
          snapM,
        ),
      )
    }
    const [west, south, east, north] = boxOf(line)
    for (const other of boxes.search(west, south, east, north)) {
      if (other <= index) continue
      for (const { geometry } of lineIntersect(lineString(line), lineString(drawn[other] ?? [])).features) {
        const [lon = 0, lat = 0] = geometry.coordinates
        places.add([lon, lat])
      }
    }
  }
  return places.count
}

function nearestOn(lines: readonly Position[][], end: Position, snapM: number): Position {
  let [best, bestM] = [end, snapM]
  for (const line of lines) {
    const found = nearestPointOnLine(lineString(line), point(end), { units: 'meters' })
    const distanceM = found.properties.dist ?? Number.POSITIVE_INFINITY
    const [lon = 0, lat = 0] = found.geometry.coordinates
    if (distanceM < bestM) [best, bestM] = [[lon, lat], distanceM]
  }
  return best
}

function boxesOf(lines: readonly Position[][]): Flatbush {
  const boxes = new Flatbush(lines.length)
  for (const line of lines) boxes.add(...boxOf(line))
  boxes.finish()
  return boxes
}

function boxOf(line: readonly Position[]): [number, number, number, number] {
  const [lons, lats] = [line.map(([lon]) => lon), line.map(([, lat]) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** Places as coarse as the tolerance share a name: cheap, and wrong at the edge of a cell. */
class PlaceNames {
  readonly #names = new Set<string>()
  readonly #cell: number

  constructor(snapM: number) {
    this.#cell = (4 * snapM) / 100_000
  }

  get count(): number {
    return this.#names.size
  }

  add([lon, lat]: Position): void {
    this.#names.add(`${Math.round(lon / this.#cell)} ${Math.round(lat / this.#cell)}`)
  }
}
