import { expect, it } from 'vitest'
import { isLeft } from '#domain/coverage/side'
import { seededRandom } from '../../server/bench/seeded-random.ts'

/** A double as an integer multiple of 2^-1074, so that BigInt arithmetic is exact. */
function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  const word = bits.getBigUint64(0)
  const exponent = (word >> 52n) & 2047n
  const fraction = word & ((1n << 52n) - 1n)
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n)
  return word >> 63n ? -size : size
}

/** The definition: twice the area of a, b and the shifted point, term by term. */
function isLeftByDefinition(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  const width = exact(bx) - exact(ax)
  const height = exact(by) - exact(ay)
  const area = width * (exact(y) - exact(ay)) - height * (exact(x) - exact(ax))
  if (area !== 0n) return area > 0n
  return height !== 0n ? height < 0n : width > 0n
}

it('the side of a point agrees with exact arithmetic, within a unit in the last place of the line', () => {
  const random = seededRandom(3)
  const pick = (...values: number[]) => values[Math.floor(random() * values.length)] ?? 0
  const coordinate = () => pick(116 + random(), Math.floor(random() * 4), 4.4e6 + 1e5 * random(), -random())
  const cases = Array.from({ length: 20_000 }, () => {
    const [ax, ay, bx, by] = [coordinate(), coordinate(), coordinate(), coordinate()]
    const along = pick(0, 0.5, 1, random())
    const x = (ax + along * (bx - ax)) * (1 + Number.EPSILON * pick(-1, 0, 1))
    return { line: [ax, ay, bx, by] as const, x, y: ay + along * (by - ay) }
  }).filter(({ line: [ax, ay, bx, by] }) => ax !== bx || ay !== by)
  const wrong = cases.filter(({ line, x, y }) => isLeft(...line, x, y) !== isLeftByDefinition(...line, x, y))
  const oneSided = cases.filter(({ line: [ax, ay, bx, by], x, y }) => {
    return isLeft(ax, ay, bx, by, x, y) === isLeft(bx, by, ax, ay, x, y)
  })
  const undecidedByRounding = cases.filter(({ line, x, y }) => isLeft(...line, x, y) !== isLeftRounded(...line, x, y))
  expect(wrong).toEqual([])
  expect(oneSided).toEqual([])
  expect(undecidedByRounding.length).toBeGreaterThan(1000)
})

/** What plain floating point says: wrong often enough to show that the cases are hard. */
function isLeftRounded(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0
}
