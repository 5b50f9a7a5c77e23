/** The way of water from a place upstream down to a section: how far, how long, and past which other sections. */
import type { LonLat } from '../coordinate-system.ts'
import { placeAt } from '../river/line.ts'
import type { RiverNetwork } from '../river/network.ts'
import type { RiverPlace } from '../river/snap.ts'
import { type ReachMet, type RiverTrace, traceUpstream, wayTo } from '../river/trace.ts'
import type { PointMet } from '../river/trace-points.ts'
import { f64 } from '../typed-array.ts'
import { HOUR_MS } from '../water/hourly.ts'

export interface WayDown {
  readonly reachId: string
  readonly km: number
  /** Leading edge at high flow. */
  readonly earliestH: number
  /** At mean flow. */
  readonly probableH: number
  /** At low flow. */
  readonly latestH: number
}

/** All the water that comes to a section within some hours, at low and at mean flow. */
export interface WaterAbove {
  readonly network: RiverNetwork
  readonly slow: RiverTrace
  readonly usual: RiverTrace
}

export function waterAbove(network: RiverNetwork, start: RiverPlace, maxH: number): WaterAbove {
  return {
    network,
    slow: traceUpstream(network, start, { maxH, flow: 'low' }),
    usual: traceUpstream(network, start, { maxH, flow: 'mean' }),
  }
}

/** Null where the place sends no water to the section within those hours. */
export function wayDown({ network, slow, usual }: WaterAbove, place: RiverPlace): WayDown | null {
  const slowly = hoursDown(slow, network, 'low', place)
  const usually = hoursDown(usual, network, 'mean', place)
  if (slowly === null || usually === null) return null
  const { reachId, km, earliestH, hours: latestH } = slowly
  return { reachId, km, earliestH, probableH: usually.hours, latestH }
}

/** Sections that the water passes on its way, without the one where it ends; nearest to that one first. */
export function sectionsPassed({ slow }: WaterAbove, { reachId, km }: WayDown): PointMet[] {
  const way = new Set(wayTo(slow, reachId))
  return slow.sections
    .filter((section) => section.km > NEAREST_KM && section.km < km - NEAREST_KM && way.has(section.reachId))
    .sort((a, b) => a.km - b.km)
}

/** Two points nearer than a metre are at one place. */
const NEAREST_KM = 0.001

/** What left a place between these instants comes to the section at `atMs`. */
export interface DischargeWindow {
  readonly fromMs: number
  readonly toMs: number
}

export const dischargeWindow = (atMs: number, { earliestH, latestH }: WayDown): DischargeWindow => ({
  fromMs: atMs - latestH * HOUR_MS,
  toMs: atMs - earliestH * HOUR_MS,
})

export const positionOf = ({ lines }: RiverNetwork, { reach, fraction }: RiverPlace): LonLat =>
  placeAt(lines, reach, fraction)

function hoursDown({ reaches }: RiverTrace, network: RiverNetwork, flow: 'low' | 'mean', place: RiverPlace) {
  const [met] = reaches
    .filter((each) => each.reach === place.reach && !each.isPotential && isOn(each, place.fraction))
    .toSorted((a, b) => a.arrivalH.earliest - b.arrivalH.earliest)
  if (met === undefined) return null
  const costs = network.costs[flow]
  const share = Math.max(0, met.toFraction - place.fraction)
  return {
    reachId: met.reachId,
    km: met.fromKm + (share * f64(costs.lengthM, place.reach)) / 1000,
    earliestH: met.arrivalH.earliest + share * f64(costs.earliestH, place.reach),
    hours: met.arrivalH.probable + share * f64(costs.probableH, place.reach),
  }
}

/** 1 - (1 - f) is not always f. */
const ROUNDING = 1e-9

const isOn = ({ fromFraction, toFraction }: ReachMet, fraction: number): boolean =>
  fraction >= fromFraction - ROUNDING && fraction <= toFraction + ROUNDING
