/** Times of Asia/Shanghai (UTC+8, no summer time since 1991), written in ISO 8601 with their offset. */

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const OFFSET_MS = 8 * HOUR_MS

/** An instant in milliseconds since 1970 as `2026-03-02T10:00:00+08:00`; part seconds are cut, so a deadline never moves later. */
export function shanghaiTime(instantMs: number): string {
  return `${new Date(instantMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

export const hoursAfter = (instantMs: number, hours: number): number => instantMs + hours * HOUR_MS

/** Last second of the day that lies `days` days after the day of the instant: the day of the instant is not counted. */
export function endOfDayAfter(instantMs: number, days: number): number {
  const startOfDay = Math.floor((instantMs + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS
  return startOfDay + (days + 1) * DAY_MS - 1000
}
