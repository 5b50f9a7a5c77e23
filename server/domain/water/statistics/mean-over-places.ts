/** One value per indicator over several sections or points: the mean of those that measured it. */
import { INDICATOR_IDS } from '../indicator.ts'
import { impossibleValue } from '../measured-value.ts'
import type { Measurement } from '../sample.ts'
import type { WaterRules } from '../water-rules.ts'
import { type Mean, meanOf } from './mean.ts'

export function meanOverPlaces(places: readonly (readonly Measurement[])[], { settings }: WaterRules): Mean[] {
  return INDICATOR_IDS.flatMap((indicator) => {
    const [first, ...rest] = places.flatMap((values) =>
      values.filter((each) => each.indicator === indicator && impossibleValue(each) === null).slice(0, 1),
    )
    return first === undefined ? [] : [meanOf(indicator, [first, ...rest], settings)]
  })
}
