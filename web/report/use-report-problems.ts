/** What is wrong, by field: the form's own checks, then what the server says of the live and of the saved report. */
import { computed, type Ref } from 'vue'
import type { Problem } from '../api/problem-error.ts'
import { useWords } from '../locales/index.ts'
import { useView } from '../view/use-view.ts'
import type { Draft } from '../view/view.ts'
import { fieldProblems } from './field-problems.ts'
import type { Form } from './form.ts'
import { missingIn } from './report-of-form.ts'
import { typedPlace } from './typed-place.ts'

interface Sources {
  readonly form: Readonly<Ref<Form>>
  readonly draft: Readonly<Ref<Draft | null>>
  /** Nothing is called missing before the person has tried to save. */
  readonly hasTried: Readonly<Ref<boolean>>
  readonly live: Readonly<Ref<Problem | null>>
  readonly refusal: Readonly<Ref<Problem | null>>
}

export const useReportProblems = ({ form, draft, hasTried, live, refusal }: Sources) => {
  const { view } = useView()
  const words = useWords()

  const typed = computed(() => {
    const place = typedPlace(form.value)
    if (place.kind === 'misplaced') return words.value.report.misplaced[place.mistake]
    return place.kind === 'not-numbers' ? words.value.report.missing.coordinates : null
  })
  const missing = computed(() =>
    [...missingIn(form.value, draft.value)].map(([field, what]) => [field, words.value.report.missing[what]] as const),
  )
  const answered = (problem: Problem | null) => (problem ? fieldProblems(problem, view.value.locale) : [])

  const problems = computed<ReadonlyMap<string, string>>(
    () =>
      new Map([
        ...answered(refusal.value),
        ...answered(live.value),
        ...(hasTried.value ? missing.value : []),
        ...(typed.value ? [['geometry', typed.value] as const] : []),
      ]),
  )
  return { problems }
}
