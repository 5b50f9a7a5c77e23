/** 河网问题: what a layer of lines has wrong, each with a name that stays, a place, a sentence and what may be done. */
import type { Feature, FeatureCollection, Point } from 'geojson'
import { fromMetres, type Metres } from '../coordinate-system.ts'
import type { Mend, MendAction } from './mend.ts'

export type NetworkProblemKind =
  /** Left out: no length on the grid of centimetres. */
  | 'zero-length'
  /** Left out: the same vertices as another line. */
  | 'duplicate'
  /** Moved: an end was within the tolerance of another line. */
  | 'snapped-end'
  /** An end beyond the tolerance, but near enough to another line to be suspected. */
  | 'loose-end'
  /** Two lines run along one another; the shared part is kept once. */
  | 'overlap'
  /** Lines cross where neither has a vertex: a confluence that was not drawn, or a canal over a river. */
  | 'crossing'
  /** The water runs against the drawn direction, or the drawn direction cannot be right. */
  | 'reversed'
  /** Water would come back to where it was. */
  | 'cycle'
  /** Lines that hang together and reach no outlet. */
  | 'island'
  /** One name, several rivers: perhaps two rivers (清水河), perhaps one that lost its id. */
  | 'same-name'
  /** The river has left the legal boundary line. */
  | 'drift'
  /** An outlet was declared where the network has no node. */
  | 'lost-outlet'
  /** A mend whose line or problem no longer exists. */
  | 'lost-mend'

export interface NetworkProblem {
  readonly id: string
  readonly kind: NetworkProblemKind
  /** EPSG:4548 metres; null where the problem has no place. */
  readonly place: Metres | null
  readonly lineIds: readonly string[]
  /** Metres apart, of length, or of drift, as the sentence says. */
  readonly measureM: number | null
  readonly zh: string
  readonly en: string
  /** What the builder would do about it. */
  readonly proposal: MendAction
}

export interface ProblemProperties extends Omit<NetworkProblem, 'place' | 'proposal'> {
  /** The proposed mend, ready to be stored. */
  readonly proposal: Mend
  readonly status: 'open' | 'accepted'
}

/** The problem report as a map layer, WGS 84; a problem without a place lies at the first one that has any. */
export function problemFeatures(
  problems: readonly NetworkProblem[],
  mends: readonly Mend[],
): FeatureCollection<Point | null, ProblemProperties> {
  const accepted = new Set(mends.flatMap((mend) => (mend.action === 'accept' ? [mend.problemId] : [])))
  return { type: 'FeatureCollection', features: problems.map((problem) => problemFeature(problem, accepted)) }
}

function problemFeature(
  problem: NetworkProblem,
  accepted: ReadonlySet<string>,
): Feature<Point | null, ProblemProperties> {
  const { place, proposal, ...said } = problem
  return {
    type: 'Feature',
    id: said.id,
    properties: {
      ...said,
      proposal: { ...proposal, problemId: said.id },
      status: accepted.has(said.id) ? 'accepted' : 'open',
    },
    geometry: place === null ? null : { type: 'Point', coordinates: degreesOf(place) },
  }
}

/** Rounded to 1e-7 degree, a centimetre. */
export function degreesOf([eastingM, northingM]: Metres): [lon: number, lat: number] {
  const [lon, lat] = fromMetres(eastingM, northingM)
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}
