/** 水质目标: the class a section must reach from a day on (水功能区 / 年度考核目标); dated data, never mixed with the class. */
import type { WaterClass } from './water-class.ts'

export interface SectionTarget {
  readonly sectionId: string
  readonly target: WaterClass
  /** Days, 2015-01-01; `validTo` excluded. */
  readonly validFrom: string
  readonly validTo?: string
  readonly source: string
  /** `secondary`: read in a copy; `design`: assumed for demonstration, and shown so. */
  readonly status: 'verified' | 'secondary' | 'design'
}

/** The target in force on a day. */
export const targetOn = (
  targets: readonly SectionTarget[],
  sectionId: string,
  day: string,
): SectionTarget | undefined =>
  targets.find(
    (each) =>
      each.sectionId === sectionId && each.validFrom <= day && (each.validTo === undefined || day < each.validTo),
  )
