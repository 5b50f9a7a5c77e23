/** A value as a laboratory writes it: a figure, below detection ("<0.025", "0.025L", "ND", "未检出"), or not measured. */
import { indicatorOf } from '../evaluated-indicators.ts'
import { impossibleValue } from '../measured-value.ts'
import type { Measurement } from '../sample.ts'
import { convertedBy } from '../unit-guard.ts'
import type { IndicatorColumn } from './header.ts'
import { type Cell, excerpt, plain } from './table.ts'

export interface ValueIssue {
  readonly code: string
  readonly zh: string
  readonly en: string
}

const NOT_MEASURED = /^([-—–_/\\*]+|未测|未监测|未检测|停测|无|na|n\/a)?$/i
const NOT_DETECTED = /^(nd|n\.d\.?|未检出|未检出\(nd\)|bdl|<dl|<检出限)$/i
const FIGURE = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Null where nothing was measured. */
export function readValue(cell: Cell | undefined, column: IndicatorColumn): Measurement | null | ValueIssue {
  const text = plain(cell)
  if (NOT_MEASURED.test(text)) return null
  if (NOT_DETECTED.test(text)) return notDetected(column)
  const below = /^(?:[<≤](.+)|(.+)[Ll])$/.exec(text)
  const figure = below?.[1] ?? below?.[2] ?? text
  const value = asFigure(figure)
  if (value === undefined) return unreadable(cell, column)
  if (below !== null && value <= 0) return noLimit(column)
  return checked(value, below !== null, column)
}

/** The limit stands in the row 检出限, or the value cannot be kept: half of an unknown limit is unknown. */
function notDetected(column: IndicatorColumn): Measurement | ValueIssue {
  const limit = asFigure(plain(column.detectionLimit).replace(/^[<≤]/, '').replace(/[Ll]$/, ''))
  return limit === undefined || limit <= 0 ? noLimit(column) : checked(limit, true, column)
}

function checked(
  value: number,
  isBelowDetection: boolean,
  { indicator, factor }: IndicatorColumn,
): Measurement | ValueIssue {
  const measured: Measurement = { indicator, value: convertedBy(value, factor), isBelowDetection }
  const impossible = impossibleValue(measured)
  return impossible === null ? measured : { code: impossible.refusal, zh: impossible.zh, en: impossible.en }
}

/** `1200`, `1,200`, `1.2E-3`, `1.2×10^4`. */
function asFigure(text: string): number | undefined {
  const written = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)
    ? text.replaceAll(',', '')
    : text.replace(/[×x*]10\^?([+-]?\d+)$/i, 'e$1')
  const value = FIGURE.test(written) ? Number(written) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

function unreadable(cell: Cell | undefined, { indicator }: IndicatorColumn): ValueIssue {
  const { nameZh, nameEn } = indicatorOf(indicator)
  return {
    code: 'not-a-number',
    zh: `${nameZh}“${excerpt(cell)}”不是数值：请填数字，未检出请填“<检出限”，未测请留空。`,
    en: `${nameEn} "${excerpt(cell)}" is not a number: write a figure, "<limit" for undetected, nothing for not measured.`,
  }
}

function noLimit({ indicator }: IndicatorColumn): ValueIssue {
  const { nameZh, nameEn } = indicatorOf(indicator)
  return {
    code: 'no-detection-limit',
    zh: `${nameZh}未检出而不知检出限：请填“<检出限”（如 <0.025），或在单位行下加“检出限”一行。`,
    en: `${nameEn} is undetected without its limit: write "<limit" (e.g. <0.025) or add a row 检出限 below the units.`,
  }
}
