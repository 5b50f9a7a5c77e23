/** Preview, then import: what is sent the second time is what was looked at. */
import { useQueryCache } from '@pinia/colada'
import { computed, ref, shallowRef } from 'vue'
import type { z } from 'zod'
import { importWater, listWaterImports, previewWaterImport, WaterFile } from '#contract/water-imports'
import { listWaterSubjects, readReview } from '#contract/water-review'
import { call } from '../../api/client.ts'
import { ProblemError } from '../../api/problem-error.ts'
import { useWords } from '../../locales/index.ts'
import { clientId } from '../../report/client-id.ts'
import { problemText } from '../../report/field-problems.ts'
import { useReviewView } from '../use-review.ts'
import { fileContent } from './file-content.ts'

export type Preview = z.output<typeof previewWaterImport.output>
type Sent = z.input<typeof WaterFile>

export const FILE_KINDS = WaterFile.shape.kind.unwrap().options
export const AUTHORITIES = WaterFile.shape.authority.options

export const useImport = () => {
  const words = useWords()
  const { locale } = useReviewView()
  const cache = useQueryCache()
  const file = shallowRef<File | null>(null)
  const choices = ref<Pick<Sent, 'kind' | 'authority' | 'measuredBy' | 'isCorrection'>>({
    kind: 'samples',
    authority: 'municipal',
    measuredBy: '',
    isCorrection: false,
  })
  const preview = shallowRef<{ readonly sent: Sent; readonly found: Preview; readonly id: string } | null>(null)
  const isBusy = ref(false)
  const problem = ref('')
  const done = ref('')
  const valueCount = computed(() =>
    preview.value ? preview.value.found.sampleCount + preview.value.found.hourlyCount : 0,
  )

  const attempt = async (act: () => Promise<void>) => {
    isBusy.value = true
    problem.value = ''
    done.value = ''
    try {
      await act()
    } catch (error) {
      problem.value =
        error instanceof ProblemError ? problemText(error.problem, locale.value) : words.value.review.imports.failed
    } finally {
      isBusy.value = false
    }
  }

  const look = () =>
    attempt(async () => {
      if (!file.value) return
      preview.value = null
      const sent = { ...choices.value, fileName: file.value.name, content: await fileContent(file.value) }
      preview.value = { sent, found: await call(previewWaterImport, { body: sent }), id: clientId() }
    })

  const take = () =>
    attempt(async () => {
      if (!preview.value) return
      const { sent, found, id } = preview.value
      const { sampleCount, hourlyCount } = await call(importWater, { body: { ...sent, id, hash: found.hash } })
      preview.value = null
      done.value = words.value.review.imports.done(String(sampleCount + hourlyCount))
      await refreshWater(cache)
    })

  const forget = () => {
    preview.value = null
    problem.value = ''
    done.value = ''
  }
  return { file, choices, preview, valueCount, isBusy, problem, done, look, take, forget }
}

/** What rests on the samples is asked again. */
export const refreshWater = (cache: ReturnType<typeof useQueryCache>) =>
  Promise.all(
    [listWaterImports, listWaterSubjects, readReview].map(({ path }) => cache.invalidateQueries({ key: [path] })),
  )
