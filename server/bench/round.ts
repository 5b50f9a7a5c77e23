/**
 * How every bench measures: contestants take turns (A B A B...) so that a noisy neighbour hurts them alike, the median of
 * the rounds counts, and CPU time stands beside wall time because the machine is rarely ours alone.
 */

export interface Contestant {
  readonly name: string
  /** Does a batch of work and answers how many operations it was; called until a turn is full. */
  readonly batch: () => number | Promise<number>
}

export interface Measure {
  readonly name: string
  /** Medians over the rounds. */
  readonly opsPerSecond: number
  readonly opsPerCpuSecond: number
  /** Median over the rounds of (first contestant's operations per CPU second / this one's): how often the first beats it. */
  readonly ratio: number
}

export interface Comparison {
  readonly title: string
  /** The first is ours. */
  readonly measures: readonly Measure[]
}

/** A promise of the project, with what was measured. */
export interface Target {
  readonly what: string
  readonly required: string
  readonly measured: number
  readonly isMet: boolean
}

export interface BenchReport {
  readonly name: string
  readonly comparisons: readonly Comparison[]
  readonly targets: readonly Target[]
  /** Whatever else a reader should see: sizes, build times, points checked. */
  readonly facts: Readonly<Record<string, number | string>>
}

interface Turn {
  readonly opsPerSecond: number
  readonly opsPerCpuSecond: number
}

/** Measures the contestants in interleaved rounds, after one warm-up turn each. */
export async function compare(
  title: string,
  contestants: readonly Contestant[],
  { rounds = 5, turnMs = 300 } = {},
): Promise<Comparison> {
  const turns: Turn[][] = contestants.map(() => [])
  for (let round = -1; round < rounds; round++) {
    for (const [index, contestant] of contestants.entries()) {
      const turn = await takeTurn(contestant, turnMs)
      const isWarmUp = round < 0
      if (!isWarmUp) turns[index]?.push(turn)
    }
  }
  const ours = turns[0] ?? []
  return { title, measures: contestants.map(({ name }, index) => measure(name, turns[index] ?? [], ours)) }
}

export function atLeast(what: string, required: number, measured: number): Target {
  return { what, required: `>= ${required}`, measured, isMet: measured >= required }
}

export function atMost(what: string, required: number, measured: number): Target {
  return { what, required: `<= ${required}`, measured, isMet: measured <= required }
}

/** How often the first contestant beats the named one. */
export function ratioTo(comparison: Comparison, name: string): number {
  return comparison.measures.find((measured) => measured.name === name)?.ratio ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

async function takeTurn({ batch }: Contestant, turnMs: number): Promise<Turn> {
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  let operations = 0
  do operations += await batch()
  while (performance.now() - before < turnMs)
  const seconds = (performance.now() - before) / 1e3
  const { user, system } = process.cpuUsage(cpuBefore)
  return { opsPerSecond: operations / seconds, opsPerCpuSecond: operations / ((user + system) / 1e6) }
}

function measure(name: string, turns: readonly Turn[], ours: readonly Turn[]): Measure {
  return {
    name,
    opsPerSecond: median(turns.map((turn) => turn.opsPerSecond)),
    opsPerCpuSecond: median(turns.map((turn) => turn.opsPerCpuSecond)),
    ratio: median(turns.map((turn, round) => (ours[round]?.opsPerCpuSecond ?? Number.NaN) / turn.opsPerCpuSecond)),
  }
}
