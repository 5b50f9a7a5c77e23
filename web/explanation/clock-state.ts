/** 何时办: how each clock stands at a moment, the strictest first. */
import type { Clock } from './judged.ts'

export interface ClockState {
  readonly clock: Clock
  /** `prompt`: the law says 及时 and gives no number. */
  readonly state: 'overdue' | 'soon' | 'running' | 'prompt'
  /** Milliseconds until it is due; negative when overdue; null where there is no number. */
  readonly leftMs: number | null
}

/** By due time; those without one come last, in the order of the rules. */
export const clockStates = (clocks: readonly Clock[], nowMs: number): readonly ClockState[] =>
  clocks
    .map((clock) => stateOf(clock, nowMs))
    .toSorted((a, b) => (a.leftMs === b.leftMs ? 0 : (a.leftMs ?? LAST) - (b.leftMs ?? LAST)))

const LAST = Number.MAX_SAFE_INTEGER
const SOON_MS = 3_600_000

const stateOf = (clock: Clock, nowMs: number): ClockState => {
  if (clock.dueAt === null) return { clock, state: 'prompt', leftMs: null }
  const leftMs = Date.parse(clock.dueAt) - nowMs
  if (leftMs < 0) return { clock, state: 'overdue', leftMs }
  return { clock, state: leftMs <= SOON_MS ? 'soon' : 'running', leftMs }
}
