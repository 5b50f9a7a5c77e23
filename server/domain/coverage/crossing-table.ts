/** What crossing keeps for a coverage: the border network, made at the first query, and the memory queries reuse. */
import type { Coverage } from './coverage.ts'
import { BorderInside } from './crossing-inside.ts'
import { NearBorders } from './crossing-near.ts'
import { type BorderNetwork, borderNetwork } from './crossing-network.ts'
import { Outline } from './crossing-outline.ts'
import type { Meeting } from './crossing-place.ts'
import { UnitSums } from './crossing-sums.ts'
import { BorderWalk } from './crossing-walk.ts'

/** Parts of a query below this are rounding: a shared edge, or a line through the very corner of a unit. */
export const SLIVER_SHARE = 1e-12

export interface CrossingTable {
  readonly network: BorderNetwork
  readonly outline: Outline
  readonly sums: UnitSums
  readonly inside: BorderInside
  readonly near: NearBorders
  readonly walk: BorderWalk
  readonly meeting: Meeting
}

const tables = new WeakMap<Coverage, CrossingTable>()

export function crossingTable(coverage: Coverage): CrossingTable {
  const known = tables.get(coverage)
  if (known !== undefined) return known
  const table = emptyTable(coverage)
  tables.set(coverage, table)
  return table
}

function emptyTable(coverage: Coverage): CrossingTable {
  const network = borderNetwork(coverage)
  const outline = new Outline()
  const near = new NearBorders(network)
  const sums = new UnitSums(coverage.codes.length)
  return {
    network,
    outline,
    sums,
    inside: new BorderInside(network, outline, sums),
    near,
    walk: new BorderWalk(network, near),
    meeting: { alongEdge: 0, alongBorder: 0 },
  }
}
