/** 评价报告: the review as a Word document or a workbook, made from the same numbers as the screen. */
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ReviewQuery } from './water-review.ts'

/** A PNG as a data URL, from the screen's own map or chart. */
const Picture = z.string().startsWith('data:image/png;base64,').max(8_000_000)

export const makeReviewDocument = endpoint({
  method: 'POST',
  path: '/api/water/review-documents',
  summary: { zh: '生成评价报告（Word 或 Excel）', en: 'Make the review as Word or Excel' },
  input: {
    body: ReviewQuery.extend({
      format: z.enum(['docx', 'xlsx']),
      pictures: z.object({ map: Picture.optional(), profile: Picture.optional() }).default({}),
    }),
  },
  /** The file itself, base64; its name is in Chinese. */
  output: z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() }),
  status: 200,
  refuses: ['unknown-subject', 'period-without-data'],
  bodyLimit: 20_000_000,
})
