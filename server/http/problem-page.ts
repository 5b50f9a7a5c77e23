/** `/problems/{kind}`: the page behind a problem's `type`, from the same table as the answers. */
import { escapeHtml, page } from './page.ts'
import { problem } from './problem.ts'
import { PROBLEMS, type ProblemKind } from './problem-kinds.ts'

export function problemPage(kind: string): Response {
  if (!isKind(kind)) return problem('not-found')
  const { status, title, titleEn, about, aboutEn } = PROBLEMS[kind]
  return page(
    200,
    title,
    `<h1>${escapeHtml(title)}</h1>
<p lang="en">${escapeHtml(titleEn)}</p>
<p>${escapeHtml(about)}</p>
<p lang="en">${escapeHtml(aboutEn)}</p>
<p><code>/problems/${kind}</code> · HTTP ${status}</p>`,
  )
}

const isKind = (kind: string): kind is ProblemKind => Object.hasOwn(PROBLEMS, kind)
