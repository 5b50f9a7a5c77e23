/** Districts and counties as a map of borders: who lies on which side, who covers a point, what a line crosses. */
import { bbox, booleanPointInPolygon } from '@turf/turf'
import type { BBox, Position } from 'geojson'
import type { JurisdictionFeature } from '#domain/reference-data'
import { type BorderEdge, edgesOf, vertexKey } from './border-edges.ts'

export interface Border extends BorderEdge {
  readonly left: string
  readonly right: string
}

/** Covers nothing that the set ships. */
export const NO_UNIT = ''

export class UnitBorders {
  readonly #borders: readonly Border[]
  readonly #byKey: ReadonlyMap<string, Border>
  readonly #boxed: readonly { readonly feature: JurisdictionFeature; readonly box: BBox }[]

  constructor(units: readonly JurisdictionFeature[]) {
    const owned = units.flatMap(({ properties, geometry }) =>
      edgesOf(geometry).map((edge) => ({ ...edge, left: properties.code })),
    )
    const ownerByKey = new Map(owned.map((edge) => [edge.key, edge.left]))
    this.#borders = owned.map((edge) => ({ ...edge, right: ownerByKey.get(edge.reverseKey) ?? NO_UNIT }))
    this.#byKey = new Map(this.#borders.map((border) => [border.key, border]))
    this.#boxed = units.map((feature) => ({ feature, box: bbox(feature) }))
  }

  /** Every border among the given units, once in each direction. */
  among(units: readonly string[]): Border[] {
    return this.#borders.filter(({ left, right }) => units.includes(left) && units.includes(right))
  }

  border(from: Position, to: Position): Border | undefined {
    return this.#byKey.get(`${vertexKey(from)} ${vertexKey(to)}`)
  }

  unitAt(point: Position): string {
    const [x = 0, y = 0] = point
    const hit = this.#boxed.find(
      ({ feature, box }) =>
        x >= box[0] &&
        x <= (box[2] ?? 0) &&
        y >= (box[1] ?? 0) &&
        y <= (box[3] ?? 0) &&
        booleanPointInPolygon(point, feature),
    )
    return hit?.feature.properties.code ?? NO_UNIT
  }

  /** Where the straight line meets borders, as shares of its length in (0, 1), ascending. */
  crossings(from: Position, to: Position): number[] {
    const shares = this.#borders.flatMap((border) => crossingShare(from, to, border) ?? [])
    return [...new Set(shares)].sort((a, b) => a - b)
  }
}

function crossingShare(from: Position, to: Position, border: Border): number | undefined {
  const [ax = 0, ay = 0] = from
  const [bx = 0, by = 0] = to
  const [cx = 0, cy = 0] = border.from
  const [dx = 0, dy = 0] = border.to
  const denominator = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (denominator === 0) return undefined
  const alongLine = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / denominator
  const alongBorder = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / denominator
  return alongLine > 0 && alongLine < 1 && alongBorder >= 0 && alongBorder <= 1 ? alongLine : undefined
}
