/** 嫌疑来源: a place upstream that could explain the exceedance, before it is ranked. */
import { type Atlas, unitAt } from '../atlas.ts'
import type { LonLat } from '../coordinate-system.ts'
import type { Sentence } from '../water/sentence.ts'
import type { StateQuestion } from './section-state.ts'
import type { DischargeWindow, WaterAbove, WayDown } from './way-down.ts'

export interface Candidate {
  readonly id: string
  readonly kind: 'incident' | 'tributary' | 'section' | 'outfall'
  readonly name: string
  readonly nameEn: string
  readonly point: LonLat
  readonly way: WayDown
  readonly window: DischargeWindow
  readonly unitCode: string
  readonly bank: 'left' | 'right' | 'both'
  /** 0 to 1 each, as the weights of the settings take them. */
  readonly pollutant: number
  readonly timing: number
  readonly past: number
  readonly reasons: readonly Sentence[]
}

/** What every kind of candidate is looked for in. */
export interface Search {
  readonly atlas: Atlas
  readonly above: WaterAbove
  readonly atMs: number
  readonly state: StateQuestion
}

/** The unit that holds the point; where none does, that of the reach. */
export const unitOfPoint = ({ districts }: Atlas, [lon, lat]: LonLat, fallback: string): string =>
  unitAt(districts, lon, lat)?.code ?? fallback
