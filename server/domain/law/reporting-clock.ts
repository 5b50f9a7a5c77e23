/** 报告时限: which clocks run for an incident, and when each ends. */
import type { Clock, TextStatus } from '../assessment.ts'
import type { Bilingual } from '../routing/actor-place.ts'
import { allHold } from '../routing/condition.ts'
import type { RoutingFacts } from '../routing/facts.ts'
import { DAY_MS, shanghaiDay, shanghaiIso, startOfShanghaiDayMs } from '../shanghai-time.ts'
import { articleEnglish } from './article-english.ts'
import { isInForce, legalBasisAsOf } from './legal-basis.ts'
import { majorCircumstances } from './major-circumstance.ts'
import { CLOCK_RULES, type ClockRule, type TimeLimit } from './reporting-clock-rules.ts'

/** A clock rule as it stands on one day, with its clause in words. */
interface StandingClock {
  readonly rule: ClockRule
  readonly limitH: number | null
  readonly basis: Bilingual
}

export type ClockBoard = readonly StandingClock[]

/** The clock rules in force on a day (`YYYY-MM-DD`, Asia/Shanghai), the strictest first, those without a number last. */
export function clockBoardAsOf(date: string): ClockBoard {
  return CLOCK_RULES.filter((rule) => isInForce(rule, date))
    .map((rule) => ({ rule, limitH: limitHours(rule.limit), basis: clauseOf(rule, date) }))
    .sort((a, b) => (a.limitH ?? Number.POSITIVE_INFINITY) - (b.limitH ?? Number.POSITIVE_INFINITY) || 0)
}

/** The clocks that run for these facts. All start at `discoveredAt` (发现或者得知) and are never reset by a new routing. */
export function runningClocks(board: ClockBoard, facts: RoutingFacts): Clock[] {
  const running = board.filter((clock) => allHold(clock.rule.when, facts))
  if (running.length === 0) return []
  const startMs = Date.parse(facts.discoveredAt)
  const startsAt = shanghaiIso(startMs)
  const startsFrom = facts.isDiscoveryKnown ? 'discovered' : 'occurred'
  return running.map(({ rule, limitH, basis }) => {
    const { zh, en } = rule.namesCircumstances === true ? namingCircumstances(rule.what, facts) : rule.what
    const cited = { basis: basis.zh, basisEn: basis.en }
    return { what: zh, whatEn: en, limitH, dueAt: dueAt(rule.limit, startMs), ...cited, startsAt, startsFrom }
  })
}

function namingCircumstances(what: Bilingual, facts: RoutingFacts): Bilingual {
  const { zh, en } = majorCircumstances(facts)
  return { zh: `${what.zh}。情形：${zh}`, en: `${what.en}. Met: ${en}` }
}

function limitHours(limit: TimeLimit): number | null {
  if (limit.kind === 'none') return null
  return limit.kind === 'hours' ? limit.hours : limit.days * 24 + limit.thenHours
}

const HOUR_MS = 3_600_000

function dueAt(limit: TimeLimit, startMs: number): string | null {
  if (limit.kind === 'none') return null
  if (limit.kind === 'hours') return shanghaiIso(startMs + limit.hours * HOUR_MS)
  return shanghaiIso(endOfDayAfter(startMs, limit.days) + limit.thenHours * HOUR_MS)
}

/** Last second of the last of `days` days; the day of the start is not counted. */
function endOfDayAfter(startMs: number, days: number): number {
  return startOfShanghaiDayMs(shanghaiDay(startMs)) + (days + 1) * DAY_MS - 1000
}

const MARK_NAMES: Readonly<Record<TextStatus, Bilingual>> = {
  verified: { zh: '', en: '' },
  secondary: { zh: '（据转载，未核原文）', en: ' (from a copy, original not checked)' },
  memory: { zh: '（条号未核实）', en: ' (article number not checked)' },
  design: { zh: '（系统设定）', en: ' (a setting of Jiehe)' },
}

/** 《突发环境事件信息报告办法》第三条, and the same clause as an English reader cites it. */
function clauseOf(rule: ClockRule, date: string): Bilingual {
  const cited = rule.basis.map((id) => legalBasisAsOf(id, date)).filter((basis) => basis !== null)
  const zh = cited.map(({ document, article }) => `《${document}》${article}`).join('、')
  const en = cited.map(({ documentEn, article }) => `${documentEn}, ${articleEnglish(article)}`).join('; ')
  const mark = MARK_NAMES[rule.mark]
  return { zh: zh + mark.zh, en: en + mark.en }
}
