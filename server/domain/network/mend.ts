/** 处理意见: what a data steward decided about a problem, kept as data and applied again at every build. */
import type { FieldIssue } from '../refusal.ts'

export type LineEnd = 'start' | 'finish'

export type MendAction =
  /** It is right as it is. */
  | { readonly action: 'accept' }
  /** The water runs against what the build made of it. */
  | { readonly action: 'reverse'; readonly lineId: string }
  | { readonly action: 'delete'; readonly lineId: string }
  /** A gate: the reaches of this line are `gated`. */
  | { readonly action: 'close'; readonly lineId: string }
  /** The end belongs to an end of another line, or to its nearest place, at whatever distance. */
  | {
      readonly action: 'join'
      readonly lineId: string
      readonly end: LineEnd
      readonly toLineId: string
      readonly toEnd: LineEnd | null
    }
  /** The two lines pass over one another: where they cross without a vertex they do not meet. */
  | { readonly action: 'separate'; readonly lineId: string; readonly toLineId: string }
  /** The end is not to be joined, however near another line is. */
  | { readonly action: 'part'; readonly lineId: string; readonly end: LineEnd }

export type Mend = MendAction & {
  readonly problemId: string
  /** Who decided. */
  readonly by?: string
  readonly note?: string
}

/** Reads stored mends; every issue is collected, and one issue refuses the whole list. */
export function readMends(value: unknown): Mend[] | { readonly issues: readonly FieldIssue[] } {
  if (!Array.isArray(value)) return { issues: [issue('', '处理意见应为数组。', 'Mends are an array.')] }
  const mends: Mend[] = []
  const issues: FieldIssue[] = []
  for (const [index, entry] of value.entries()) {
    const mend = readMend(entry)
    if (typeof mend === 'string') issues.push(issue(`/${index}`, `处理意见无效：${mend}。`, `Not a mend: ${mend}.`))
    else mends.push(mend)
  }
  return issues.length > 0 ? { issues } : mends
}

/** A text says what is wrong. */
function readMend(entry: unknown): Mend | string {
  if (typeof entry !== 'object' || entry === null) return 'object'
  const fields: Readonly<Record<string, unknown>> = { ...entry }
  const text = (key: string) => (typeof fields[key] === 'string' && fields[key] !== '' ? fields[key] : null)
  const end = (key: string) => (fields[key] === 'start' || fields[key] === 'finish' ? fields[key] : null)
  const [problemId, lineId, action] = [text('problemId'), text('lineId'), text('action')]
  if (problemId === null) return 'problemId'
  const base = {
    problemId,
    ...(text('by') && { by: String(fields.by) }),
    ...(text('note') && { note: String(fields.note) }),
  }
  if (action === 'accept') return { ...base, action }
  if (lineId === null) return 'lineId'
  if (action === 'reverse' || action === 'delete' || action === 'close') return { ...base, action, lineId }
  const toLineId = text('toLineId')
  if (action === 'separate') return toLineId === null ? 'toLineId' : { ...base, action, lineId, toLineId }
  const own = end('end')
  if (own === null) return action === 'join' || action === 'part' ? 'end' : 'action'
  if (action === 'part') return { ...base, action, lineId, end: own }
  if (action !== 'join') return 'action'
  return toLineId === null ? 'toLineId' : { ...base, action, lineId, end: own, toLineId, toEnd: end('toEnd') }
}

const issue = (pointer: string, zh: string, en: string): FieldIssue => ({ pointer, code: 'not-a-mend', zh, en })

/** The lines that a mend of this kind names. */
export function linesToMend(mends: readonly Mend[], action: 'reverse' | 'delete' | 'close'): ReadonlySet<string> {
  return new Set(mends.flatMap((mend) => (mend.action === action ? [mend.lineId] : [])))
}
