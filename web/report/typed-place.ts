/** A place typed as two numbers in a named coordinate system. */
import { toWgs84 } from '#domain/coordinate-system'
import { type PositionMistake, positionIssue } from '#domain/report/position-check'
import type { Draft, LonLat } from '../view/view.ts'
import type { Form } from './form.ts'

export type TypedPlace =
  | { readonly kind: 'none' }
  | { readonly kind: 'not-numbers' }
  | { readonly kind: 'misplaced'; readonly mistake: PositionMistake }
  | { readonly kind: 'place'; readonly x: number; readonly y: number; readonly lonLat: LonLat }

export const typedPlace = ({ x, y, crs }: Pick<Form, 'x' | 'y' | 'crs'>): TypedPlace => {
  if (x.trim() === '' || y.trim() === '') return { kind: 'none' }
  const [first, second] = [Number(x), Number(y)]
  if (!Number.isFinite(first) || !Number.isFinite(second)) return { kind: 'not-numbers' }
  const issue = positionIssue(first, second, crs, '/geometry/coordinates')
  if (issue) return { kind: 'misplaced', mistake: issue.code }
  return { kind: 'place', x: first, y: second, lonLat: toWgs84(first, second, crs) }
}

/** The address bar keeps six decimals, a tenth of a metre. */
const SAME_DEGREES = 1.5e-6

/** Whether the numbers and the draft on the map are one place. */
export const isSamePlace = (typed: TypedPlace, draft: Draft | null): boolean => {
  if (typed.kind !== 'place' || draft?.geometry.type !== 'Point') return false
  const [lon = Number.NaN, lat = Number.NaN] = draft.geometry.coordinates
  return Math.abs(lon - typed.lonLat[0]) < SAME_DEGREES && Math.abs(lat - typed.lonLat[1]) < SAME_DEGREES
}
