/** What the rivers themselves say: sections that were bad already, tributaries that were bad or unwatched, outfalls. */
import { bankOf } from '../river/bank.ts'
import { type Branch, sideBranches, wayOf } from '../river/branch.ts'
import { reachAt } from '../river/network.ts'
import { snapToReach } from '../river/snap.ts'
import type { PointMet } from '../river/trace-points.ts'
import { className } from '../water/class-name.ts'
import { indicatorOf } from '../water/evaluated-indicators.ts'
import { figure, type Sentence } from '../water/sentence.ts'
import { type Candidate, type Search, unitOfPoint } from './candidate.ts'
import { type SectionState, sectionState } from './section-state.ts'
import { dischargeWindow, positionOf, type WayDown, wayDown } from './way-down.ts'

/** Sections upstream that were bad while the water passed them: it began above them. */
export function sectionCandidates(search: Search): Candidate[] {
  return search.above.slow.sections.flatMap((section) => {
    const way = wayDown(search.above, section)
    if (way === null || way.km === 0) return []
    const window = dischargeWindow(search.atMs, way)
    const state = sectionState(section.id, window, search.state)
    if (state.state !== 'bad') return []
    const { id, name, nameEn } = section
    const found = { ...{ pollutant: 1, timing: 1, past: 0 }, ...{ reasons: [stateReason(section, state)] } }
    return { ...at(search, section, way), id: `section:${id}`, kind: 'section', name, nameEn, ...found } as const
  })
}

/** Mouths of the tributaries whose nearest section was bad at the right time, and of those that nobody measured. */
export function tributaryCandidates(search: Search): Candidate[] {
  return sideBranches(search.above.slow).flatMap((branch) => {
    const reach = search.above.network.reachNumber.get(branch.reachId)
    const mouth = reach === undefined ? null : { reach, fraction: 1 }
    const way = mouth === null ? null : wayDown(search.above, mouth)
    if (mouth === null || way === null) return []
    const [section] = search.above.slow.sections.filter((each) => wayOf(each.branch).includes(branch))
    const state = section === undefined ? null : stateAt(search, section)
    if (state?.state === 'clean') return []
    const isBad = state?.state === 'bad'
    const { unknown } = search.state.settings
    const reason = section !== undefined && isBad && state !== null ? stateReason(section, state) : UNWATCHED
    return {
      ...{ id: `tributary:${branch.reachId}`, kind: 'tributary', ...mouthName(branch) },
      ...at(search, mouth, way),
      bank: mouthBank(search, branch),
      ...{ pollutant: isBad ? 1 : unknown, timing: isBad ? 1 : unknown, past: 0, reasons: [reason] },
    } as const
  })
}

/** Registered outfalls; what each may discharge is not in the data. */
export function outfallCandidates(search: Search): Candidate[] {
  const { unknown } = search.state.settings
  const sites = search.above.network.features.sites ?? []
  return search.above.slow.points
    .filter(({ kind }) => kind === 'outfall')
    .flatMap((outfall) => {
      const way = wayDown(search.above, outfall)
      if (way === null) return []
      const { id, name, nameEn } = outfall
      const [lon, lat] = sites.find(({ properties }) => properties.id === id)?.geometry.coordinates ?? []
      const point =
        lon === undefined || lat === undefined ? positionOf(search.above.network, outfall) : ([lon, lat] as const)
      const { bank } = bankOf(search.above.network, outfall.reach, point)
      return {
        ...{ ...at(search, outfall, way), id: `outfall:${id}`, kind: 'outfall', name, nameEn, point },
        unitCode: unitOfPoint(search.atlas, point, reachAt(search.above.network, outfall.reach).leftUnit),
        bank: bank === 'in-channel' ? ('both' as const) : bank,
        ...{ pollutant: unknown, timing: unknown, past: 0, reasons: [REGISTERED] },
      } as const
    })
}

/** A place in the river: the unit that holds it, both banks. */
function at(search: Search, place: { readonly reach: number; readonly fraction: number }, way: WayDown) {
  const { above, atlas, atMs } = search
  const point = positionOf(above.network, place)
  const unitCode = unitOfPoint(atlas, point, reachAt(above.network, place.reach).leftUnit)
  return { point, way, window: dischargeWindow(atMs, way), unitCode, bank: 'both' as const }
}

function stateAt(search: Search, section: PointMet): SectionState | null {
  const way = wayDown(search.above, section)
  return way === null ? null : sectionState(section.id, dischargeWindow(search.atMs, way), search.state)
}

/** The bank by which a tributary comes in, seen from the river it joins, a little above its mouth. */
function mouthBank({ above: { network, slow } }: Search, { reachId }: Branch): Candidate['bank'] {
  const tributary = network.reachNumber.get(reachId)
  const below = network.reachNumber.get(slow.reaches.find((met) => met.reachId === reachId)?.beforeId ?? '')
  if (tributary === undefined || below === undefined) return 'both'
  const { lengthM, toNode } = reachAt(network, tributary)
  const fraction = Math.max(0, 1 - ABOVE_MOUTH_M / Math.max(1, lengthM))
  const point = positionOf(network, { reach: tributary, fraction })
  // Above the mouth the river itself is nearer than its continuation below.
  const above = network.reaches.findIndex((reach, number) => {
    return reach.toNode === toNode && number !== tributary && network.isSideInflow[number] === 0
  })
  const isBelow = above === -1 || snapToReach(network, below, point).fraction > 0
  return bankOf(network, isBelow ? below : above, point).side ?? 'both'
}

const ABOVE_MOUTH_M = 200

const mouthName = ({ river, riverEn, kind }: Branch): { name: string; nameEn: string } =>
  kind === 'diversion'
    ? { name: `${river}来水口`, nameEn: `Inflow of the ${riverEn}` }
    : { name: `${river}汇入口`, nameEn: `Mouth of the ${riverEn}` }

/** E.g. 大红门闸上当时氨氮 3.2 mg/L，Ⅴ类，劣于Ⅲ类。 */
export function stateReason(
  { name, nameEn }: Pick<PointMet, 'name' | 'nameEn'>,
  { judged, limit }: SectionState,
): Sentence {
  if (judged === null) return { zh: `${name}当时没有数据。`, en: `Nothing was measured at ${nameEn} then.` }
  const { nameZh, nameEn: indicatorEn, unit } = indicatorOf(judged.indicator)
  const [found, asked] = [className(judged.waterClass), className(limit)]
  const value = figure(judged.measured.value)
  return {
    zh: `${name}相应时段${nameZh} ${value} ${unit}，${found.zh}（要求${asked.zh}）。`,
    en: `${nameEn} had ${indicatorEn} ${value} ${unit} in the window: ${found.en} (asked: ${asked.en}).`,
  }
}

const UNWATCHED: Sentence = {
  zh: '该支流相应时段没有监测数据，不能排除。',
  en: 'Nothing was measured on this tributary in the window: it cannot be ruled out.',
}

const REGISTERED: Sentence = {
  zh: '登记的排污口；数据未载明其污染物。',
  en: 'A registered outfall; the data does not say what it discharges.',
}
