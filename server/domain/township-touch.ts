/**
 * Which townships a place touches. Their cells are schematic (nearest seat), with a standard error of a kilometre or more,
 * so a township is at best probable, and where it may lie instead is sampled, not integrated: 32 positions, equally likely
 * under the error. The district's own border is far better known, so its probability goes before: a township has its part
 * of what its district has.
 */
import type { Atlas, UnitLayer } from './atlas.ts'
import { locateUnit } from './coverage/locate.ts'
import type { CrossingSettings } from './crossing-settings.ts'
import { extentOf, forEachPosition, type Place } from './place.ts'
import { accuracyOf, type DrawnSize, drawnSizes, overlapProbability, type Touch, type UnitTouch } from './touch.ts'
import { f64 } from './typed-array.ts'

/** Likeliest first; those that the place lies in as drawn, and those at least as likely as `listedFrom`. */
export function touchTownships(
  { townships }: Atlas,
  place: Place,
  uncertaintyM: number,
  districts: Touch,
  { listedFrom }: CrossingSettings,
): UnitTouch[] {
  const drawn = drawnSizes(townships, place)
  const sigmaM = Math.hypot(uncertaintyM, accuracyOf(townships, drawn))
  const weights =
    place.dimension === 0 ? sampleUnits(townships, place, sigmaM, drawn) : overlapWeights(place, sigmaM, drawn)
  const ofDistrict = new Map(districts.units.map(({ unit, probability }) => [unit.code, probability]))
  const ofTownships = place.dimension === 0 ? sumByDistrict(townships, weights) : null
  const touched: UnitTouch[] = []
  for (const [number, weight] of weights) {
    const unit = townships.units[number]
    const size = drawn.get(number)
    if (unit === undefined) continue
    const part = ofTownships === null ? weight : weight / (ofTownships.get(unit.parent) ?? 1)
    const probability = (ofDistrict.get(unit.parent) ?? 0) * part
    if (size === undefined && probability < listedFrom) continue
    touched.push({ unit, isDrawn: size !== undefined, probability, share: size?.share ?? 0, size: size?.size ?? 0 })
  }
  return touched.sort((a, b) => b.probability - a.probability || (a.unit.code < b.unit.code ? -1 : 1))
}

/** Lines and areas touch a township as surely as their overlap is wider than the error. */
function overlapWeights(place: Place, sigmaM: number, drawn: ReadonlyMap<number, DrawnSize>): Map<number, number> {
  const extentM = extentOf(place)
  return new Map([...drawn].map(([number, { size }]) => [number, overlapProbability(place, size, extentM, sigmaM)]))
}

function sumByDistrict({ units }: UnitLayer, weights: ReadonlyMap<number, number>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const [number, weight] of weights) {
    const parent = units[number]?.parent ?? ''
    sums.set(parent, (sums.get(parent) ?? 0) + weight)
  }
  return sums
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

/**
 * How many of the samples around every position fall into each unit; where it is drawn counts as one more. A handful of
 * units meet in one place, so a short list is searched faster than a map is asked.
 */
function sampleUnits(
  { metres }: UnitLayer,
  place: Place,
  sigmaM: number,
  drawn: ReadonlyMap<number, DrawnSize>,
): Map<number, number> {
  const numbers = [...drawn.keys()]
  const counts = numbers.map(() => 1)
  if (sigmaM > 0) {
    forEachPosition(place, 'metres', 1, (x, y) => {
      for (let i = 0; i < OFFSETS.length; i += 2) {
        const number = locateUnit(metres, x + sigmaM * f64(OFFSETS, i), y + sigmaM * f64(OFFSETS, i + 1))
        const known = numbers.indexOf(number)
        if (known >= 0) counts[known] = (counts[known] ?? 0) + 1
        else counts[numbers.push(number) - 1] = 1
      }
    })
  }
  return new Map(numbers.map((number, index) => [number, counts[index] ?? 0]))
}
