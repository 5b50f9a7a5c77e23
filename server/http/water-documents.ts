/** `POST /api/water/review-documents`: the review's own answer, written as a file. */
import type { z } from 'zod'
import type { makeReviewDocument } from '#contract/water-documents'
import { readReview } from '#contract/water-review'
import { dayText } from '#domain/day-text'
import { type FieldIssue, isRefusal, type Refusal } from '#domain/refusal'
import { shanghaiDay } from '#domain/shanghai-time'
import { type Png, readPng } from '../document/png.ts'
import type { ReportPictures } from '../document/review-report.ts'
import { type ReviewAnswer, reportTitle } from '../document/review-words.ts'
import type { WaterSurroundings } from '../usecase/review-water.ts'
import { refuseInput } from './input-issues.ts'
import type { Answered } from './mount.ts'
import { answerReview } from './water-review.ts'

type Asked = z.output<(typeof makeReviewDocument)['input']['body']>

export async function answerDocument(
  { format, pictures, ...query }: Asked,
  at: WaterSurroundings,
): Promise<Answered<typeof makeReviewDocument> | Refusal> {
  const [map, profile] = [readPicture(pictures.map), readPicture(pictures.profile)]
  const issues = [map === 'no-png' ? noPng('map') : [], profile === 'no-png' ? noPng('profile') : []].flat()
  if (map === 'no-png' || profile === 'no-png') return refuseInput(issues)
  const answer = await answerReview(query, at)
  if (isRefusal(answer)) return answer
  // The same answer that the screen gets, through the same door.
  const review = readReview.output.parse(answer)
  const madeOn = dayText(shanghaiDay(at.nowMs())).zh
  const bytes = format === 'docx' ? await asReport(review, { map, profile }, madeOn) : await asWorkbook(review, madeOn)
  return {
    fileName: `${reportTitle(review).replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')}.${format}`,
    mediaType: `application/vnd.openxmlformats-officedocument.${MEDIA_TYPES[format]}`,
    content: bytes.toString('base64'),
  }
}

const MEDIA_TYPES = { docx: 'wordprocessingml.document', xlsx: 'spreadsheetml.sheet' } as const

/** The writers of files are loaded when the first one is asked for, so that the start does not wait for them. */
const asReport = async (review: ReviewAnswer, pictures: ReportPictures, madeOn: string): Promise<Buffer> =>
  (await import('../document/review-report.ts')).reviewReport(review, pictures, madeOn)

const asWorkbook = async (review: ReviewAnswer, madeOn: string): Promise<Buffer> =>
  (await import('../document/review-workbook.ts')).reviewWorkbook(review, madeOn)

const readPicture = (dataUrl: string | undefined): Png | undefined | 'no-png' =>
  dataUrl === undefined ? undefined : (readPng(dataUrl) ?? 'no-png')

const noPng = (name: string): FieldIssue => ({
  pointer: `/pictures/${name}`,
  code: 'no-png',
  zh: '图片不是 PNG 文件：请由界河的地图或图表重新导出。',
  en: 'The picture is no PNG file: export it again from the map or the chart.',
})
