/** Instants as the administration reads them: ISO 8601 in Asia/Shanghai (+08:00, no summer time since 1992). */

const OFFSET_MS = 8 * 3_600_000

/** `2026-11-24T14:05:00+08:00`; milliseconds are shown only when there are any. */
export function shanghaiIso(instantMs: number): string {
  const local = new Date(instantMs + OFFSET_MS).toISOString()
  return `${local.replace('.000Z', '').replace('Z', '')}+08:00`
}

/** Calendar day in Asia/Shanghai, `2026-11-24`. */
export const shanghaiDay = (instantMs: number): string => new Date(instantMs + OFFSET_MS).toISOString().slice(0, 10)

/** First instant of a calendar day of Asia/Shanghai; NaN where there is no such day. */
export const startOfShanghaiDayMs = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

export const DAY_MS = 86_400_000
