/** Removes every demonstration incident and all demonstration water-quality data, and nothing else, as one change. */
import { demonstrationsRemoved } from '#domain/change'
import { isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiIso } from '#domain/shanghai-time'
import type { Surroundings } from './surroundings.ts'

export async function removeDemonstrations(by: string, at: Surroundings): Promise<{ removed: number } | Refusal> {
  const ids = await at.incidents.demonstrationIds()
  if (ids.length === 0 && !(await at.water.hasDemonstrations())) return { removed: 0 }
  const committed = await at.commit(demonstrationsRemoved(ids, by, shanghaiIso(at.nowMs())))
  return isRefusal(committed) ? committed : { removed: ids.length }
}
