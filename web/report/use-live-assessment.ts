/** The assessment of what is filled in so far, asked again a moment after each change and drawn on the map. */
import { refDebounced } from '@vueuse/core'
import { computed, onUnmounted, type Ref, watch } from 'vue'
import { assessReport } from '#contract/assessments'
import { ProblemError, problemOf } from '../api/problem-error.ts'
import { useEndpoint } from '../api/use-endpoint.ts'
import { useScene } from '../map/drawing.ts'
import type { SentReport } from './report-of-form.ts'

const TYPING_MS = 250

/** Answers to earlier forms are dropped: each form is a query of its own. */
export const useLiveAssessment = (report: Readonly<Ref<SentReport | null>>) => {
  const scene = useScene()
  const settled = refDebounced(report, TYPING_MS)
  const { data, error, isLoading, refetch } = useEndpoint(assessReport, () =>
    report.value && settled.value ? { body: settled.value } : null,
  )
  const isSettled = computed(() => JSON.stringify(settled.value) === JSON.stringify(report.value))

  const problem = computed(() => {
    if (!report.value || !error.value) return null
    return error.value instanceof ProblemError ? error.value.problem : problemOf(0, null)
  })
  const assessment = computed(() => (report.value && !error.value ? (data.value ?? null) : null))
  const isBusy = computed(() => report.value !== null && (isLoading.value || !isSettled.value))

  watch(
    assessment,
    (next) => {
      scene.assessment.value = next
    },
    { immediate: true },
  )
  onUnmounted(() => {
    scene.assessment.value = null
    scene.focus.value = null
  })
  return { assessment, problem, isBusy, retry: () => refetch() }
}
