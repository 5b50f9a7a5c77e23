/** The unsaved report as text, kept for this tab until it is saved or cleared. */
import { z } from 'zod'
import { draftOf, textOfDraft } from '../view/draft.ts'
import type { Draft } from '../view/view.ts'
import { Form } from './form.ts'

export interface UnsavedReport {
  readonly form: Form
  readonly draft: Draft | null
}

const Stored = z.object({ form: Form, place: z.string().nullable(), uncertaintyM: z.number().nullable() })

export const textOfReport = ({ form, draft }: UnsavedReport): string =>
  JSON.stringify({ form, place: draft && textOfDraft(draft), uncertaintyM: draft?.uncertaintyM ?? null })

/** Null when there is none, or another version wrote it. */
export const reportOfText = (text: string | null): UnsavedReport | null => {
  const stored = Stored.safeParse(parsed(text)).data
  return stored ? { form: stored.form, draft: draftOf(stored.place, String(stored.uncertaintyM ?? 0)) } : null
}

const parsed = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
