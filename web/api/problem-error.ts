/** What the server said no with (RFC 9457, in both languages), as something that can be thrown. */
import { z } from 'zod'

const ProblemIssue = z.object({
  /** JSON pointer into the request body, or `/query/{name}`. */
  pointer: z.string(),
  code: z.string().default(''),
  detail: z.string(),
  detailEn: z.string().default(''),
})

const Problem = z.looseObject({
  /** `/problems/{refusal}`, or `about:blank` for what is no refusal. */
  type: z.string(),
  status: z.number(),
  title: z.string(),
  titleEn: z.string().default(''),
  detail: z.string().default(''),
  detailEn: z.string().default(''),
  errors: z.array(ProblemIssue).default([]),
})
export type Problem = z.output<typeof Problem>

/** The day is before the first one on record; `detail` names that one. */
export const isBeforeRecords = ({ type }: Problem): boolean =>
  type === '/problems/no-rules-for-date' || type === '/problems/no-boundaries-for-date'

export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.titleEn || problem.title)
    this.problem = problem
  }
}

/** A failed answer as a problem, also when something between us and the server answered instead of it. */
export const problemOf = (status: number, body: unknown): Problem =>
  Problem.safeParse(body).data ?? {
    ...blank,
    status,
    title: `服务器返回了无法理解的答复（状态 ${status}）`,
    titleEn: `The server gave an answer that cannot be read (status ${status})`,
  }

/** No answer at all. */
export const unreachable: Problem = Problem.parse({
  type: '/problems/unreachable',
  status: 0,
  title: '无法连接服务器',
  titleEn: 'The server cannot be reached',
  detail: '请检查网络；恢复后会自动重试。',
  detailEn: 'Check the network; the request is repeated when it is back.',
})

const blank: Problem = Problem.parse({ type: 'about:blank', status: 0, title: '' })
