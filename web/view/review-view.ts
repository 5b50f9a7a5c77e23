/** 水质评价 as a value: what is reviewed, over which period, and what of it is looked at; and its part of the address. */
import { z } from 'zod'
import { Audience } from '#contract/water-review'
import { IndicatorName, Month, Period, SubjectKey } from '#contract/water-words'

/** In the order of the tabs. */
export const REVIEW_TABS = [
  'sections',
  'profile',
  'section',
  'matrix',
  'units',
  'ledger',
  'sources',
  'patrol',
  'samples',
] as const
export type ReviewTab = (typeof REVIEW_TABS)[number]

/** Months shown by the matrix and by the series. */
export const SPANS = [12, 24, 36] as const
type Span = (typeof SPANS)[number]

export interface ReviewView {
  readonly subject: string
  /** Null: the last month that has data. */
  readonly period: string | null
  /** Compared beside the previous period and the same one last year. */
  readonly compare: string | null
  readonly audience: z.output<typeof Audience>
  readonly indicator: z.output<typeof IndicatorName>
  readonly sectionId: string | null
  readonly tab: ReviewTab
  /** Drawn in the profile; empty: the month reviewed and the same one last year. */
  readonly months: readonly string[]
  readonly span: Span
}

export const REVIEW_HOME: ReviewView = {
  subject: 'city',
  period: null,
  compare: null,
  audience: 'internal',
  indicator: 'ammonia-nitrogen',
  sectionId: null,
  tab: 'sections',
  months: [],
  span: 12,
}

/** Whatever is missing or makes no sense is as at home. */
export const reviewOf = (given: URLSearchParams): ReviewView => {
  const read = <T>(name: string, schema: z.ZodType<T>, usual: T): T => schema.safeParse(given.get(name)).data ?? usual
  return {
    subject: read('subject', SubjectKey, REVIEW_HOME.subject),
    period: read<string | null>('period', Period, null),
    compare: read<string | null>('compare', Period, null),
    audience: read('audience', z.enum(Audience.options), REVIEW_HOME.audience),
    indicator: read('indicator', IndicatorName, REVIEW_HOME.indicator),
    sectionId: read<string | null>('section', z.string().min(1).max(60), null),
    tab: read('tab', z.enum(REVIEW_TABS), REVIEW_HOME.tab),
    months: monthsOf(given.get('months')),
    span: SPANS.find((span) => String(span) === given.get('span')) ?? REVIEW_HOME.span,
  }
}

/** Names and texts for the address; what is as at home is left out. */
export const reviewParts = (review: ReviewView): readonly (readonly [string, string])[] =>
  Object.entries({
    subject: unless(review.subject, REVIEW_HOME.subject),
    period: review.period,
    compare: review.compare,
    audience: unless(review.audience, REVIEW_HOME.audience),
    indicator: unless(review.indicator, REVIEW_HOME.indicator),
    section: review.sectionId,
    tab: unless(review.tab, REVIEW_HOME.tab),
    months: review.months.join() || null,
    span: unless(String(review.span), String(REVIEW_HOME.span)),
  }).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]))

const unless = (text: string, usual: string) => (text === usual ? null : text)

/** As many as the profile takes. */
const MOST_MONTHS = 6

const monthsOf = (text: string | null): readonly string[] =>
  z.array(Month).max(MOST_MONTHS).safeParse(text?.split(',')).data ?? []
