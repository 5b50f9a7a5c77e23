/**
 * 同一事件: reports that river distance and travel time make one event, whichever units they came from.
 *
 * Two reports belong together where the water of the upper comes past the lower in the time between them, or where both are
 * about one place on either bank; and their pollutants agree. Groups are what such pairs hang together to.
 */
import type { RiverNetwork } from '../river/network.ts'
import type { RiverPlace } from '../river/snap.ts'
import { type ReachMet, traceDownstream } from '../river/trace.ts'
import { f64 } from '../typed-array.ts'
import { HOUR_MS } from '../water/hourly.ts'
import { type Finding, type FindingOnRiver, findingsOnRivers } from './finding.ts'
import { pollutantsAgree } from './pollutant-match.ts'
import type { SourceSettings } from './source-settings.ts'

/** Two reports that may be one event; `upper` lies upstream or beside. */
export interface EventPair {
  readonly upper: Finding
  readonly lower: Finding
  readonly km: number
  readonly earliestH: number
  readonly probableH: number
}

export interface SameEvent {
  /** Oldest first. */
  readonly findings: readonly Finding[]
  /** The pairs that hold it together, longest way first. */
  readonly pairs: readonly EventPair[]
}

/** Groups of two and more, the newest first. */
export function sameEvents(network: RiverNetwork, findings: readonly Finding[], settings: SourceSettings): SameEvent[] {
  const onRivers = findingsOnRivers(network, findings, settings)
  const pairs = onRivers.flatMap((upper) => pairsBelow(network, upper, onRivers, settings))
  const rootOf = joined(pairs)
  const roots = [...new Set(pairs.map(({ upper }) => rootOf(upper.id)))]
  return roots
    .map((root) => eventOf(pairs.filter(({ upper }) => rootOf(upper.id) === root)))
    .sort((a, b) => lastMs(b) - lastMs(a))
}

function eventOf(pairs: readonly EventPair[]): SameEvent {
  const findings = new Map(pairs.flatMap(({ upper, lower }) => [upper, lower]).map((finding) => [finding.id, finding]))
  return {
    findings: [...findings.values()].sort((a, b) => a.occurredMs - b.occurredMs || (a.id < b.id ? -1 : 1)),
    pairs: pairs.toSorted((a, b) => b.km - a.km || (a.upper.id < b.upper.id ? -1 : 1)),
  }
}

const lastMs = ({ findings }: SameEvent): number => findings.at(-1)?.occurredMs ?? 0

/** Every pair once, though each of two reports at one place may be the upper one. */
function pairsBelow(
  network: RiverNetwork,
  upper: FindingOnRiver,
  all: readonly FindingOnRiver[],
  settings: SourceSettings,
): EventPair[] {
  const below = distancesBelow(network, upper, settings)
  return all.flatMap((lower) => {
    if (lower.finding.id === upper.finding.id) return []
    if (!pollutantsAgree(upper.finding.pollutant, lower.finding.pollutant)) return []
    const way = below(lower)
    if (way === null || (way.km === 0 && upper.finding.id > lower.finding.id)) return []
    const lagH = (lower.finding.occurredMs - upper.finding.occurredMs) / HOUR_MS
    return isInTime(lagH, way, settings) ? { upper: upper.finding, lower: lower.finding, ...plain(way) } : []
  })
}

interface Way {
  readonly km: number
  readonly earliestH: number
  readonly probableH: number
  readonly latestH: number
}

const plain = ({ km, earliestH, probableH }: Way) => ({ km, earliestH, probableH })

function isInTime(lagH: number, { km, earliestH, latestH }: Way, settings: SourceSettings): boolean {
  const { besideKm, besideH, reportingH } = settings
  if (km <= besideKm && Math.abs(lagH) <= besideH) return true
  return lagH >= earliestH - reportingH && lagH <= latestH + reportingH
}

/** The way from one report down to any other, each at its nearest place on a river; null beyond `sameEventKm`. */
function distancesBelow(network: RiverNetwork, { places: [start] }: FindingOnRiver, { sameEventKm }: SourceSettings) {
  if (start === undefined) return () => null
  const slow = traceDownstream(network, start, { maxKm: sameEventKm, flow: 'low' }).reaches
  const usual = traceDownstream(network, start, { maxKm: sameEventKm, flow: 'mean' }).reaches
  return ({ places: [end] }: FindingOnRiver): Way | null => {
    if (end === undefined) return null
    const [slowly, usually] = [slow.find((met) => isOn(met, end)), usual.find((met) => isOn(met, end))]
    if (slowly === undefined || usually === undefined) return null
    const share = end.fraction - slowly.fromFraction
    const { low, mean } = network.costs
    return {
      km: slowly.fromKm + (share * f64(low.lengthM, end.reach)) / 1000,
      earliestH: slowly.arrivalH.earliest + share * f64(low.earliestH, end.reach),
      latestH: slowly.arrivalH.probable + share * f64(low.probableH, end.reach),
      probableH: usually.arrivalH.probable + share * f64(mean.probableH, end.reach),
    }
  }
}

const isOn = (met: ReachMet, { reach, fraction }: RiverPlace): boolean =>
  met.reach === reach && !met.isPotential && fraction >= met.fromFraction && fraction <= met.toFraction

/** Union-find: the name under which everything that hangs together is found. */
function joined(pairs: readonly EventPair[]): (id: string) => string {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up
    return root
  }
  for (const { upper, lower } of pairs) {
    const [one, other] = [rootOf(upper.id), rootOf(lower.id)]
    if (one !== other) parent.set(other, one)
  }
  return rootOf
}
