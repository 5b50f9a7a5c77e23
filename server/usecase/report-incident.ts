/** 上报: judge a report, keep it with its assessment, and answer the saved incident. */
import { isDeepStrictEqual } from 'node:util'
import { incidentReported, type UnnumberedIncident } from '#domain/change'
import type { Incident } from '#domain/incident'
import { isRefusal, type Refusal } from '#domain/refusal'
import type { Report } from '#domain/report/report'
import { shanghaiIso } from '#domain/shanghai-time'
import type { World } from '#domain/world'
import { judgeReport } from './judge-report.ts'
import type { Surroundings } from './surroundings.ts'

export interface IncidentDraft {
  /** Made by the client, so that a request repeated after a lost answer saves nothing twice. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly report: Report
}

export async function reportIncident(draft: IncidentDraft, by: string, at: Surroundings): Promise<Incident | Refusal> {
  const known = await at.incidents.byId(draft.id)
  if (known) return repeated(known, draft)
  const incident = judge(draft, at.world, at.nowMs())
  if (isRefusal(incident)) return incident
  const committed = await at.commit(incidentReported(incident, by))
  if (!isRefusal(committed)) return { ...incident, number: committed.numbers[0] ?? '' }
  // The same id came twice at once: the other one is saved now.
  const other = await at.incidents.byId(draft.id)
  return other ? repeated(other, draft) : committed
}

/** An incident to be numbered, or why its report cannot be judged; pointers lead into the draft. */
export function judge(
  draft: IncidentDraft,
  world: World,
  nowMs: number,
  isDemonstration = false,
): UnnumberedIncident | Refusal {
  const judged = judgeReport(draft.report, world, nowMs)
  if (isRefusal(judged)) return withinReport(judged)
  const { id, title, description, report } = draft
  return {
    id,
    title,
    description,
    report,
    location: judged.location,
    reportedAt: shanghaiIso(nowMs),
    status: 'reported',
    assessment: judged.assessment,
    isDemonstration,
    version: 1,
  }
}

/** Sending the same again is answered by what was saved; the id is not free for anything else. */
function repeated(known: Incident, draft: IncidentDraft): Incident | Refusal {
  const isSame = (['title', 'description', 'report'] as const).every((part) =>
    isDeepStrictEqual(known[part], draft[part]),
  )
  return isSame ? known : { refusal: 'id-taken', id: known.id, number: known.number }
}

const withinReport = (refusal: Refusal): Refusal =>
  'issues' in refusal
    ? { ...refusal, issues: refusal.issues.map((issue) => ({ ...issue, pointer: `/report${issue.pointer}` })) }
    : refusal
