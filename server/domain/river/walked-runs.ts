/** What a walk along the river graph leaves behind: the runs of reach it took, and where it had to end. */

/** Where the walk came to one of the stops, with the figures at that very place. */
export interface WalkEnd {
  readonly reach: number
  readonly extent: number
  readonly distanceM: number
  readonly earliestH: number
  readonly probableH: number
}

/**
 * Runs of reach in the order walked; run 0 is what remains of the start reach. The figures are those at the run's near end;
 * `extent` is the share of the reach, 0 to 1, at which the run ends, below 1 only where a limit fell inside it.
 */
export class WalkedRuns {
  count = 0
  reach = new Int32Array(256)
  /** The run before it on the way from the start; -1 for run 0. */
  parent = new Int32Array(256)
  distanceM = new Float64Array(256)
  earliestH = new Float64Array(256)
  probableH = new Float64Array(256)
  extent = new Float64Array(256)
  /** Closed reaches at which the walk had to stop. */
  closed: number[] = []
  /** The stops that the walk came to. */
  ends: WalkEnd[] = []

  clear(): void {
    this.count = 0
    this.closed = []
    this.ends = []
  }

  add(reach: number, parent: number, distanceM: number, earliestH: number, probableH: number, extent: number): number {
    const run = this.count++
    if (run === this.reach.length) this.grow()
    this.reach[run] = reach
    this.parent[run] = parent
    this.distanceM[run] = distanceM
    this.earliestH[run] = earliestH
    this.probableH[run] = probableH
    this.extent[run] = extent
    return run
  }

  private grow(): void {
    this.reach = doubled(this.reach, Int32Array)
    this.parent = doubled(this.parent, Int32Array)
    this.distanceM = doubled(this.distanceM, Float64Array)
    this.earliestH = doubled(this.earliestH, Float64Array)
    this.probableH = doubled(this.probableH, Float64Array)
    this.extent = doubled(this.extent, Float64Array)
  }
}

function doubled<A extends Int32Array | Float64Array>(old: A, type: new (length: number) => A): A {
  const grown = new type(old.length * 2)
  grown.set(old)
  return grown
}
