/**
 * 河流、流域、行政区评价: many sections to one grade (环办〔2011〕22号; read in copies).
 *
 * Fewer than five sections: the means of their indicators, judged like one section. From five on: by shares of classes.
 */
import { type Composition, compositionOf, gradeByShares, percentOf } from './composition.ts'
import { evaluateSection, type SectionEvaluation } from './evaluate-section.ts'
import { EVALUATED_INDICATORS } from './evaluated-indicators.ts'
import type { IndicatorId } from './indicator.ts'
import type { QualityGrade } from './quality-grade.ts'
import type { Measurement } from './sample.ts'
import { meanOverPlaces } from './statistics/mean-over-places.ts'
import { rankOf, type WaterBody, type WaterClass } from './water-class.ts'
import type { WaterRules } from './water-rules.ts'

export interface RegionSection {
  readonly sectionId: string
  /** The values of the period, one per indicator, from which `evaluation` was made. */
  readonly values: readonly Measurement[]
  readonly evaluation: SectionEvaluation
}

export interface RegionPollutant {
  readonly indicator: IndicatorId
  /** Sections above class III. */
  readonly exceedingCount: number
  /** 断面超标率: of all sections, in percent. */
  readonly exceedingPercent: number
}

export interface RegionEvaluation {
  readonly method: 'means' | 'shares'
  readonly grade: QualityGrade | null
  readonly composition: Composition
  /** Percent of sections of classes I to III (优良比例) and worse than V. */
  readonly goodPercent: number
  readonly worstPercent: number
  /** Sections without a class: in no share and no mean. */
  readonly unevaluated: readonly string[]
  /** By 断面超标率, all of them; main pollutants are the first three. Named by `means` itself under that method. */
  readonly exceeding: readonly RegionPollutant[]
  /** The section made of the means; null under `shares`. */
  readonly means: SectionEvaluation | null
}

/** Sections of one kind of water body. The points of one lake are not sections of a region: see `evaluate-lake.ts`. */
export function evaluateRegion(
  sections: readonly RegionSection[],
  { body, rules }: { readonly body: WaterBody; readonly rules: WaterRules },
): RegionEvaluation {
  const evaluated = sections.filter(({ evaluation }) => evaluation.waterClass !== null)
  const composition = compositionOf(evaluated.flatMap(({ evaluation }) => evaluation.waterClass ?? []))
  const isByShares = evaluated.length >= rules.settings.sharesFromSections.value
  const means = isByShares
    ? null
    : evaluateSection(
        meanOverPlaces(
          evaluated.map(({ values }) => values),
          rules,
        ),
        { body, rules },
      )
  return {
    method: isByShares ? 'shares' : 'means',
    grade: means === null ? gradeByShares(composition) : means.grade,
    composition,
    goodPercent: percentOf(composition.goodCount, composition.total),
    worstPercent: percentOf(composition.worstCount, composition.total),
    unevaluated: sections.filter(({ evaluation }) => evaluation.waterClass === null).map(({ sectionId }) => sectionId),
    exceeding: exceedingRates(evaluated),
    means,
  }
}

/** Ties: the worse class first, then the table's order. */
function exceedingRates(sections: readonly RegionSection[]): RegionPollutant[] {
  return EVALUATED_INDICATORS.map((indicator) => {
    const classes = sections.flatMap(({ evaluation }) => exceedingClass(evaluation, indicator))
    return { indicator, exceedingCount: classes.length, worst: Math.max(-1, ...classes.map(rankOf)) }
  })
    .filter(({ exceedingCount }) => exceedingCount > 0)
    .sort((a, b) => b.exceedingCount - a.exceedingCount || b.worst - a.worst)
    .map(({ indicator, exceedingCount }) => ({
      indicator,
      exceedingCount,
      exceedingPercent: percentOf(exceedingCount, sections.length),
    }))
}

const exceedingClass = ({ exceeding }: SectionEvaluation, indicator: IndicatorId): WaterClass[] =>
  exceeding.filter((each) => each.indicator === indicator).map(({ waterClass }) => waterClass)
