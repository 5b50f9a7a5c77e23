/** 断面当时水质: whether a section was bad while the water in question passed it. */
import type { IndicatorClass } from '../water/classify.ts'
import { classify } from '../water/classify.ts'
import { HOUR_MS } from '../water/hourly.ts'
import type { Measurement, SampleOrigin } from '../water/sample.ts'
import type { SectionTarget } from '../water/target.ts'
import { rankOf, type WaterBody, type WaterClass } from '../water/water-class.ts'
import { isWaterRefusal } from '../water/water-refusal.ts'
import type { WaterRules } from '../water/water-rules.ts'
import type { SourceSettings } from './source-settings.ts'
import type { DischargeWindow } from './way-down.ts'

/** One value of the indicator in question. */
export interface Reading {
  readonly sectionId: string
  readonly atMs: number
  readonly origin: SampleOrigin
  readonly measured: Measurement
  readonly isDemonstration: boolean
}

export interface StateQuestion {
  readonly readings: readonly Reading[]
  readonly targets: ReadonlyMap<string, SectionTarget>
  readonly bodyOf: (sectionId: string) => WaterBody
  readonly rules: WaterRules
  readonly settings: SourceSettings
}

export interface SectionState {
  readonly state: 'bad' | 'clean' | 'unmeasured'
  /** The worst of the readings; null without one that can be judged. */
  readonly reading: Reading | null
  readonly judged: IndicatorClass | null
  /** What it is judged against: the section's target, else class III. */
  readonly limit: WaterClass
}

/** The worst reading of the window decides; without a target class III is asked, as 超标 is told by the evaluation method. */
export function sectionState(sectionId: string, window: DischargeWindow, question: StateQuestion): SectionState {
  const limit = question.targets.get(sectionId)?.target ?? 'III'
  const judged = question.readings
    .filter((reading) => reading.sectionId === sectionId && isWithin(reading, window, question.settings))
    .flatMap((reading) => {
      const result = classify(reading.measured, { body: question.bodyOf(sectionId), rules: question.rules })
      return isWaterRefusal(result) ? [] : { reading, result }
    })
    .toSorted((a, b) => rankOf(b.result.waterClass) - rankOf(a.result.waterClass))
  const [worst] = judged
  if (worst === undefined) return { state: 'unmeasured', reading: null, judged: null, limit }
  const isBad = rankOf(worst.result.waterClass) > rankOf(limit)
  return { state: isBad ? 'bad' : 'clean', reading: worst.reading, judged: worst.result, limit }
}

/** What a station measured holds for its hour; a sample by hand for `sampleH` either way. */
function isWithin({ atMs, origin }: Reading, { fromMs, toMs }: DischargeWindow, { sampleH }: SourceSettings): boolean {
  const slackMs = (origin === 'manual' ? sampleH : 1) * HOUR_MS
  return atMs >= fromMs - slackMs && atMs <= toMs + slackMs
}
