/** Saves the report. Safe to repeat: the incident's id is made here, once. */
import { ref } from 'vue'
import { reportIncident } from '#contract/incidents'
import { call } from '../api/client.ts'
import { type Problem, ProblemError, problemOf } from '../api/problem-error.ts'
import type { SentIncident } from './report-of-form.ts'

export const useSave = (saved: (incident: { readonly id: string; readonly number: string }) => void) => {
  const isSaving = ref(false)
  const refusal = ref<Problem | null>(null)

  const save = async (body: SentIncident) => {
    if (isSaving.value) return
    isSaving.value = true
    refusal.value = null
    try {
      saved(await call(reportIncident, { body }))
    } catch (error) {
      refusal.value = error instanceof ProblemError ? error.problem : problemOf(0, null)
    } finally {
      isSaving.value = false
    }
  }
  return { isSaving, refusal, save }
}
