/** From the form and the draft on the map to what is sent, and what is still missing for it. */
import type { z } from 'zod'
import type { Report } from '#contract/assessments'
import type { reportIncident } from '#contract/incidents'
import type { Draft } from '../view/view.ts'
import { asksFor, type Form, instantOf } from './form.ts'
import { isSamePlace, typedPlace } from './typed-place.ts'

export type SentReport = z.input<typeof Report>
export type SentIncident = z.input<typeof reportIncident.input.body>
export type Missing = 'geometry' | 'title' | 'titleTooLong' | 'occurredAt' | 'coordinates' | 'filing'

/** Null while there is no place or no time. A typed point is sent as typed, in its own coordinate system. */
export const reportOf = (form: Form, draft: Draft | null): SentReport | null => {
  const typed = typedPlace(form)
  if (!draft || !form.occurredAt || typed.kind === 'misplaced' || typed.kind === 'not-numbers') return null
  const isTyped = typed.kind === 'place' && isSamePlace(typed, draft)
  const filings = form.filings.filter(({ unit, filedAt }) => unit && filedAt)
  return {
    geometry: isTyped ? { type: 'Point', coordinates: [typed.x, typed.y] } : draft.geometry,
    crs: isTyped ? form.crs : 'EPSG:4326',
    uncertaintyM: draft.uncertaintyM,
    occurredAt: instantOf(form.occurredAt),
    ...(form.discoveredAt && { discoveredAt: instantOf(form.discoveredAt) }),
    matter: form.matter,
    medium: form.medium,
    severity: form.severity,
    ...(form.pollutant.trim() && { pollutant: form.pollutant.trim() }),
    ...(form.isMajorViolation && { isMajorViolation: true }),
    ...(form.isCityPermit && { isCityPermit: true }),
    ...(form.isCrimeSuspected && { isCrimeSuspected: true }),
    ...circumstancesOf(form),
    ...(filings.length && { filings: filings.map(({ unit, filedAt }) => ({ unit, filedAt: instantOf(filedAt) })) }),
  }
}

const circumstancesOf = (form: Form): Partial<SentReport> => {
  const asked = asksFor(form)
  return {
    ...(asked.keySource && form.keySource !== 'unknown' && { isKeySource: form.keySource === 'yes' }),
    ...(asked.sourceKind && form.sourceKind !== 'unknown' && { sourceKind: form.sourceKind }),
    ...(asked.sensitive && form.sensitive.length && { sensitive: form.sensitive }),
  }
}

/** By field; empty when the form can be saved. */
export const missingIn = (form: Form, draft: Draft | null): ReadonlyMap<string, Missing> => {
  const missing = new Map<string, Missing>()
  const typed = typedPlace(form)
  if (typed.kind === 'not-numbers') missing.set('geometry', 'coordinates')
  else if (!draft) missing.set('geometry', 'geometry')
  if (!form.title.trim()) missing.set('title', 'title')
  if (form.title.trim().length > 120) missing.set('title', 'titleTooLong')
  if (!form.occurredAt) missing.set('occurredAt', 'occurredAt')
  form.filings.forEach(({ unit, filedAt }, index) => {
    if (!unit || !filedAt) missing.set(`filings/${index}`, 'filing')
  })
  return missing
}
