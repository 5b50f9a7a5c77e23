/** Word and Excel: the server writes them from its own numbers; the pictures are those of the screen. */
import { ref } from 'vue'
import { makeReviewDocument } from '#contract/water-documents'
import { readProfile } from '#contract/water-profile'
import { call } from '../api/client.ts'
import { ProblemError } from '../api/problem-error.ts'
import { useWords } from '../locales/index.ts'
import { useScene } from '../map/drawing.ts'
import { problemText } from '../report/field-problems.ts'
import { saveFile } from './save-file.ts'
import { useIndicatorName } from './use-indicator-name.ts'
import { useProfile } from './use-profile.ts'
import { usePeriod, useReviewView } from './use-review.ts'

export type Format = 'docx' | 'xlsx'

export const useReviewExport = () => {
  const words = useWords()
  const { asked, locale } = useReviewView()
  const { takePicture } = useScene()
  const period = usePeriod()
  const indicatorName = useIndicatorName()
  const { query, months } = useProfile()
  const isBusy = ref(false)
  const message = ref('')
  const isFailed = ref(false)

  const drawProfile = async (): Promise<string | undefined> => {
    if (!query.value) return undefined
    const profile = await call(readProfile, { query: query.value })
    if (profile.sections.length === 0) return undefined
    const { profilePicture } = await import('./charts/profile-picture.ts')
    const name = indicatorName(profile.indicator)
    return profilePicture({ profile, months: months.value, name, words: words.value.review, locale: locale.value })
  }

  const ask = async (format: Format, chosen: string) => {
    const { subject, compare, audience } = asked.value
    const [map, profile] = await Promise.all([takePicture.value?.(), drawProfile()])
    const pictures = { ...(map && { map }), ...(profile && { profile }) }
    const body = { subject, period: chosen, audience, format, pictures, ...(compare && { compare }) }
    return call(makeReviewDocument, { body })
  }

  const make = async (format: Format) => {
    if (period.value === null) return
    isBusy.value = true
    isFailed.value = false
    message.value = words.value.review.exporting
    try {
      const file = await ask(format, period.value)
      saveFile(file)
      message.value = words.value.review.exported(file.fileName)
    } catch (error) {
      isFailed.value = true
      message.value =
        error instanceof ProblemError ? problemText(error.problem, locale.value) : words.value.review.exportFailed
      if (!(error instanceof ProblemError)) console.error(error)
    } finally {
      isBusy.value = false
    }
  }
  return { make, isBusy, isFailed, message }
}
