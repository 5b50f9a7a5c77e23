/** 问题河段: where along the river it goes wrong most: from the last section that was better down to the worst one. */
import type { Atlas } from '../atlas.ts'
import { riverProfile } from '../river/profile.ts'
import { className } from '../water/class-name.ts'
import type { Sentence } from '../water/sentence.ts'
import { rankOf } from '../water/water-class.ts'
import type { SectionPlace } from './section-place.ts'
import type { Verdict } from './verdict.ts'

export interface WorstStretch {
  readonly sectionId: string
  readonly upstreamSectionId: string | null
  readonly reachIds: readonly string[]
  readonly unitNames: readonly string[]
  readonly unitNamesEn: readonly string[]
  readonly text: Sentence
}

interface Judged {
  readonly place: SectionPlace
  readonly verdict: Verdict
}

/** Null where no section is worse than class III or misses its target. */
export function worstStretch(atlas: Atlas, sections: readonly Judged[]): WorstStretch | null {
  const [worst] = sections.filter(isBad).toSorted((a, b) => badness(b.verdict) - badness(a.verdict))
  if (worst === undefined) return null
  const above = sections
    .filter(({ place }) => place.riverId === worst.place.riverId && place.km < worst.place.km)
    .toSorted((a, b) => b.place.km - a.place.km)
  const upstream = above.find(({ verdict }) => verdict.waterClass !== null && badness(verdict) < badness(worst.verdict))
  const stretch = reachesBetween(atlas, worst.place, upstream?.place ?? null)
  return {
    sectionId: worst.place.id,
    upstreamSectionId: upstream?.place.id ?? null,
    ...stretch,
    text: sentence(worst, upstream, stretch),
  }
}

const isBad = ({ verdict }: Judged): boolean =>
  verdict.waterClass !== null && (rankOf(verdict.waterClass) > rankOf('III') || verdict.targetState === 'missed')

/** By class, then by the largest 超标倍数, then by how many indicators miss the target. */
function badness({ waterClass, pollutants, failing }: Verdict): number {
  const multiple = Math.max(0, ...pollutants.map((each) => each.multiple ?? 0))
  return (
    (waterClass === null ? 0 : rankOf(waterClass)) * 1000 + Math.min(multiple, 99) * 10 + Math.min(failing.length, 9)
  )
}

function reachesBetween(atlas: Atlas, { riverId, km }: SectionPlace, from: SectionPlace | null) {
  const profile = riverProfile(atlas.rivers, riverId)
  const fromKm = from?.km ?? 0
  const units = profile?.bands.filter((band) => band.toKm > fromKm && band.fromKm < km).map(({ code }) => code) ?? []
  return {
    reachIds:
      profile?.reaches.filter((reach) => reach.toKm > fromKm && reach.fromKm < km).map(({ reachId }) => reachId) ?? [],
    unitNames: [...new Set(units)].flatMap((code) => atlas.unitByCode.get(code)?.name ?? []),
    unitNamesEn: [...new Set(units)].flatMap((code) => atlas.unitByCode.get(code)?.nameEn ?? []),
  }
}

function sentence(
  { place, verdict }: Judged,
  upstream: Judged | undefined,
  { unitNames, unitNamesEn }: { readonly unitNames: readonly string[]; readonly unitNamesEn: readonly string[] },
): Sentence {
  const found = verdict.waterClass === null ? { zh: '', en: '' } : className(verdict.waterClass)
  const from = upstream?.place ?? { name: '河源（数据起点）', nameEn: 'the beginning of the river in the data' }
  return {
    zh: `${place.river}${from.name}至${place.name}段变差，${place.name}为${found.zh}；该段位于${unitNames.join('、')}。`,
    en: `${place.riverEn} becomes worse between ${from.nameEn} and ${place.nameEn} (${found.en}), in ${unitNamesEn.join(', ')}.`,
  }
}
