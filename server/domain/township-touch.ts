/**
 * Which townships a place touches. Their cells are schematic (nearest seat), with a standard error of a kilometre or more,
 * so a township is at best probable, and where it may lie instead is sampled, not integrated: 32 positions, equally likely
 * under the error. The district's own border is far better known, so its probability goes before: a township has its part
 * of what its district has.
 */
import type { Atlas } from './atlas.ts'
import { locateUnit } from './coverage-locate.ts'
import type { CrossingSettings } from './crossing-settings.ts'
import { extentOf, forEachPosition, type Place } from './place.ts'
import { drawnSizes, overlapProbability, type Touch, type UnitTouch } from './touch.ts'
import { f64 } from './typed-array.ts'

export function touchTownships(
  { townships }: Atlas,
  place: Place,
  uncertaintyM: number,
  districts: Touch,
  { listedFrom }: CrossingSettings,
): UnitTouch[] {
  const drawn = drawnSizes(townships, place)
  const accuracyM = [...drawn.keys()].reduce(
    (worst, number) => Math.max(worst, townships.units[number]?.accuracyM ?? 0),
    0,
  )
  const sigmaM = Math.hypot(uncertaintyM, accuracyM)
  const counts = place.dimension === 0 ? sampleUnits(townships.metres, place, sigmaM) : new Map<number, number>()
  const extentM = place.dimension === 0 ? 0 : extentOf(place)
  const touched: UnitTouch[] = []
  for (const { unit: district, probability: ofDistrict } of districts.units) {
    const within = [...new Set([...counts.keys(), ...drawn.keys()])].filter(
      (n) => townships.units[n]?.parent === district.code,
    )
    const all = within.reduce((sum, number) => sum + (counts.get(number) ?? 0), 0)
    for (const number of within) {
      const unit = townships.units[number]
      const size = drawn.get(number)
      const ofTownship =
        place.dimension === 0
          ? (counts.get(number) ?? 0) / Math.max(1, all)
          : overlapProbability(place, size?.size ?? 0, extentM, sigmaM)
      const probability = ofDistrict * ofTownship
      if (unit === undefined || (size === undefined && probability < listedFrom)) continue
      touched.push({ unit, isDrawn: size !== undefined, probability, share: size?.share ?? 0, size: size?.size ?? 0 })
    }
  }
  return touched.sort((a, b) => b.probability - a.probability || (a.unit.code < b.unit.code ? -1 : 1))
}

const SAMPLES = 32
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Offsets in standard errors: equal masses of a circular normal distribution, turned by the golden angle to fill the plane. */
const OFFSETS: Float64Array = (() => {
  const offsets = new Float64Array(2 * SAMPLES)
  for (let i = 0; i < SAMPLES; i++) {
    const radius = Math.sqrt(-2 * Math.log(1 - (i + 0.5) / SAMPLES))
    offsets[2 * i] = radius * Math.cos(i * GOLDEN_ANGLE)
    offsets[2 * i + 1] = radius * Math.sin(i * GOLDEN_ANGLE)
  }
  return offsets
})()

/** How many of the samples around every position fall into each unit; the position itself counts as one. */
function sampleUnits(metres: Atlas['townships']['metres'], place: Place, sigmaM: number): Map<number, number> {
  const counts = new Map<number, number>()
  const count = (x: number, y: number) => {
    const number = locateUnit(metres, x, y)
    counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  forEachPosition(place, 'metres', 1, (x, y) => {
    count(x, y)
    for (let i = 0; i < OFFSETS.length; i += 2) count(x + sigmaM * f64(OFFSETS, i), y + sigmaM * f64(OFFSETS, i + 1))
  })
  return counts
}
