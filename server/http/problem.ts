/** Says no in the form of RFC 9457 (`application/problem+json`), in Chinese and English. */
import { dayText } from '#domain/day-text'
import type { FieldIssue, Refusal } from '#domain/refusal'
import { PROBLEMS, type ProblemKind } from './problem-kinds.ts'
import { respond } from './respond.ts'

export interface ProblemExtras {
  readonly detail?: Sentence
  readonly issues?: readonly FieldIssue[]
  /** Members beside those of RFC 9457. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Without a detail of its own, a problem says what its kind means in general. */
export function problem(kind: ProblemKind, extras: ProblemExtras = {}): Response {
  return respond(PROBLEMS[kind].status, JSON.stringify(problemBody(kind, extras)), {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...extras.headers,
  })
}

export function problemBody(kind: ProblemKind, { detail, issues, facts }: ProblemExtras = {}) {
  const { status, title, titleEn, about, aboutEn } = PROBLEMS[kind]
  return {
    type: `/problems/${kind}`,
    status,
    title,
    titleEn,
    detail: detail?.zh ?? about,
    detailEn: detail?.en ?? aboutEn,
    ...facts,
    ...(issues && { errors: issues.map(({ pointer, code, zh, en }) => ({ pointer, code, detail: zh, detailEn: en })) }),
  }
}

/** A refusal of the domain on the wire: its facts are members of the problem. */
export function refused(refusal: Refusal): Response {
  const { refusal: kind, ...facts } = refusal
  const detail = sentence(refusal)
  if (!('issues' in facts)) return problem(kind, { facts, detail })
  const { issues, ...others } = facts
  return problem(kind, { facts: others, issues, detail })
}

/** The sentence for this very case. */
function sentence(refusal: Refusal): Sentence {
  switch (refusal.refusal) {
    case 'invalid-report':
    case 'unknown-crs':
    case 'unreadable-file':
      return {
        zh: refusal.issues.map((issue) => issue.zh).join(''),
        en: refusal.issues.map((issue) => issue.en).join(' '),
      }
    case 'no-rules-for-date':
      return noRules(dayText(refusal.date), dayText(refusal.firstDate))
    case 'no-boundaries-for-date':
      return noBoundaries(dayText(refusal.date), dayText(refusal.firstDate))
    case 'no-river-near':
      return noRiverNear(refusal)
    case 'river-feature-not-found':
      return {
        zh: `河网中没有 id 为 ${refusal.id} 的对象。`,
        en: `The river network has nothing with the id ${refusal.id}.`,
      }
    case 'not-upstream':
      return notUpstream(refusal)
    case 'incident-not-found':
      return { zh: `没有 id 为 ${refusal.id} 的事件。`, en: `No incident has the id ${refusal.id}.` }
    case 'unknown-subject':
      return {
        zh: `没有可供评价的对象 ${refusal.subject}。`,
        en: `There is nothing called ${refusal.subject} whose water could be reviewed.`,
      }
    case 'period-without-data':
      return withoutData(refusal)
    case 'import-refused':
    case 'file-changed':
    case 'already-imported':
    case 'import-not-found':
    case 'import-corrected':
      return aboutImport(refusal)
    case 'network-problem-not-found':
      return {
        zh: `河网没有问题 ${refusal.id}，或没有可撤回的处理意见。`,
        en: `The network has no problem ${refusal.id}, or nothing is decided about it.`,
      }
    case 'layer-not-found':
      return { zh: `没有名为 ${refusal.layer} 的图层。`, en: `No layer is called ${refusal.layer}.` }
    case 'not-only-demonstrations':
      return {
        zh: `库中已有 ${refusal.count} 起事件，未装入演示事件。`,
        en: `There are ${refusal.count} incidents already; no demonstrations were loaded.`,
      }
    case 'stale':
      return { zh: `记录 ${refusal.id} 已被改动。`, en: `The record ${refusal.id} has been changed.` }
    case 'id-taken':
      if (refusal.number === null) {
        return {
          zh: `id ${refusal.id} 已用于另一条记录，其内容与本次提交不同。`,
          en: `The id ${refusal.id} belongs to another record, whose content differs from this one.`,
        }
      }
      return {
        zh: `id ${refusal.id} 已用于事件 ${refusal.number}，其内容与本次提交不同。`,
        en: `The id ${refusal.id} belongs to incident ${refusal.number}, whose content differs from this one.`,
      }
  }
}

interface Sentence {
  readonly zh: string
  readonly en: string
}

const noRules = (day: Sentence, first: Sentence): Sentence => ({
  zh: `${day.zh}没有适用的派单规则，最早的规则自${first.zh}起施行。`,
  en: `No routing rules are in force on ${day.en}; the first begin on ${first.en}.`,
})

const noBoundaries = (day: Sentence, first: Sentence): Sentence => ({
  zh: `没有${day.zh}的行政区划和河流数据，最早的数据自${first.zh}起。`,
  en: `There are no boundaries and rivers for ${day.en}; the first begin on ${first.en}.`,
})

function withoutData({
  period,
  firstMonth,
  lastMonth,
}: Extract<Refusal, { refusal: 'period-without-data' }>): Sentence {
  if (firstMonth === null || lastMonth === null) {
    return { zh: '库中还没有监测数据，请先导入。', en: 'Nothing was measured yet; import samples first.' }
  }
  return {
    zh: `${period} 没有监测数据，已有数据的月份为 ${firstMonth} 至 ${lastMonth}。`,
    en: `Nothing was measured in ${period}; there are data from ${firstMonth} to ${lastMonth}.`,
  }
}

function notUpstream({ direction, endId, lies }: Extract<Refusal, { refusal: 'not-upstream' }>) {
  const asked = direction === 'downstream' ? { zh: '下游', en: 'downstream' } : { zh: '上游', en: 'upstream' }
  const found = {
    upstream: { zh: '它在起点的上游', en: 'it lies upstream' },
    downstream: { zh: '它在起点的下游', en: 'it lies downstream' },
    'other-branch': { zh: '它在同一水系的另一支流上', en: 'it lies on another branch of the same system' },
    'not-connected': { zh: '两处水系不相连', en: 'the two are not connected' },
  }[lies]
  return {
    zh: `${endId} 不在起点的${asked.zh}：${found.zh}。`,
    en: `${endId} is not ${asked.en} of the start: ${found.en}.`,
  }
}

type ImportRefusal = Extract<
  Refusal,
  { refusal: 'import-refused' | 'file-changed' | 'already-imported' | 'import-not-found' | 'import-corrected' }
>

function aboutImport(refusal: ImportRefusal): { readonly zh: string; readonly en: string } {
  switch (refusal.refusal) {
    case 'import-refused':
      return {
        zh: `文件中有 ${refusal.count} 处不能导入，整个文件未导入。`,
        en: `The file has ${refusal.count} faults, so none of it was imported.`,
      }
    case 'file-changed':
      return { zh: '发送的文件与预览的不同。', en: 'The file sent differs from the one previewed.' }
    case 'already-imported':
      return {
        zh: `这个文件已作为“${refusal.fileName}”导入。`,
        en: `This file has been imported as "${refusal.fileName}".`,
      }
    case 'import-not-found':
      return { zh: `没有 id 为 ${refusal.id} 的有效导入。`, en: `No import in force has the id ${refusal.id}.` }
    case 'import-corrected':
      return {
        zh: `导入 ${refusal.id} 的数据已被之后的 ${refusal.correctedBy.length} 次导入更正。`,
        en: `Values of the import ${refusal.id} are corrected by ${refusal.correctedBy.length} later imports.`,
      }
  }
}

function noRiverNear({ nearestM, maxDistanceM }: Extract<Refusal, { refusal: 'no-river-near' }>): Sentence {
  const most = lengthText(maxDistanceM)
  if (nearestM === null) return { zh: '该日期没有收录河流。', en: 'No river is on record for that day.' }
  const nearest = lengthText(nearestM)
  return {
    zh: `${most.zh}内没有河流，最近的河流约在 ${nearest.zh}外。`,
    en: `No river lies within ${most.en}; the nearest is about ${nearest.en} away.`,
  }
}

/** `5 公里`, `37.2 公里`. */
const lengthText = (metres: number): Sentence => {
  const km = Math.round(metres / 100) / 10
  return { zh: `${km} 公里`, en: `${km} km` }
}
