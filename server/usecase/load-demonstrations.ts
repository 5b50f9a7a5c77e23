/** Fills an empty database with demonstration incidents and water-quality data, so that a newcomer sees something. */
import { demonstrationsLoaded, type UnnumberedIncident } from '#domain/change'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiIso } from '#domain/shanghai-time'
import type { WaterImport } from '#domain/water/water-import'
import { type IncidentDraft, judge } from './report-incident.ts'
import type { Surroundings } from './surroundings.ts'

/** All of them as one change. A database in which anything ever happened is left alone, also one emptied since. `water` is made only then. */
export async function loadDemonstrations(
  drafts: readonly IncidentDraft[],
  at: Surroundings,
  water?: () => WaterImport,
): Promise<{ loaded: number } | Refusal> {
  if ((await at.changes.lastSequence()) > 0 || drafts.length === 0) return { loaded: 0 }
  const incidents: UnnumberedIncident[] = []
  for (const draft of drafts.toSorted((a, b) => occurredMs(a) - occurredMs(b))) {
    const judged = judge(draft, at.world, occurredMs(draft) + REPORTED_AFTER_MS, true)
    if (isRefusal(judged)) return judged
    incidents.push(judged)
  }
  const committed = await at.commit(demonstrationsLoaded(incidents, shanghaiIso(at.nowMs()), water?.()))
  return isRefusal(committed) ? committed : { loaded: incidents.length }
}

const occurredMs = (draft: IncidentDraft): number => Date.parse(draft.report.occurredAt)

/** Each was reported in its own time, so that the list looks as one of real incidents would. */
const REPORTED_AFTER_MS = 30 * 60_000
