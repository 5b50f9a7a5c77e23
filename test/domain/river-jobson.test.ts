/** Vectors: the USGS travel time service's own example and the Rhine at Eglisau, computed from the same equations. */
import { describe, expect, test } from 'vitest'
import { isUsableFlow, passageAfter, peakConcentrationMgL, peakVelocityMS, type RiverFlow } from '#domain/river/jobson'

const SPILL: RiverFlow = { drainageAreaM2: 390e6, dischargeM3s: 3.35, meanAnnualDischargeM3s: 4.5 }
const RHINE: RiverFlow = { drainageAreaM2: 16_000e6, dischargeM3s: 490, meanAnnualDischargeM3s: 240 }

describe('6,000 kg spilled 15 km above a section at 3.35 m³/s', () => {
  const velocity = peakVelocityMS(SPILL)
  const probable = passageAfter(15_000, velocity.probable, SPILL)
  const earliest = passageAfter(15_000, velocity.maximum, SPILL)

  test('the peak travels at 0.2645 m/s, at most at 0.6459', () => {
    expect(velocity.probable).toBeCloseTo(0.26453, 5)
    expect(velocity.maximum).toBeCloseTo(0.64591, 5)
  })

  test('the peak passes after 15.75 h and its leading edge after 14.02 h; at the earliest 6.45 h and 5.74 h', () => {
    expect(probable.peakH).toBeCloseTo(15.751, 3)
    expect(probable.leadingEdgeH).toBeCloseTo(14.018, 3)
    expect(earliest.peakH).toBeCloseTo(6.4508, 4)
    expect(earliest.leadingEdgeH).toBeCloseTo(5.7412, 4)
  })

  test('the peak is 179.75 mg/L, 359.97 where it comes earliest, and falls to a tenth 5.54 h after the leading edge', () => {
    expect(probable.unitPeak).toBeCloseTo(100.361, 2)
    expect(probable.leadingEdgeToTenthH).toBeCloseTo(5.536, 3)
    expect(peakConcentrationMgL(probable, 6000, 3.35)).toBeCloseTo(179.75, 1)
    expect(earliest.unitPeak).toBeCloseTo(200.984, 2)
    expect(earliest.leadingEdgeToTenthH).toBeCloseTo(2.764, 3)
    expect(peakConcentrationMgL(earliest, 6000, 3.35)).toBeCloseTo(359.97, 1)
  })

  test('half of the mass lost on the way halves the peak', () => {
    expect(peakConcentrationMgL(probable, 6000, 3.35, 0.5)).toBeCloseTo(179.75 / 2, 1)
  })

  test('with the drainage area alone it is 0.3159 m/s and 13.19 h, at most 1.0093 m/s and 4.13 h', () => {
    const flow = { drainageAreaM2: 390e6, dischargeM3s: 3.35 }
    const fromArea = peakVelocityMS(flow)
    expect(fromArea.probable).toBeCloseTo(0.31589, 5)
    expect(fromArea.maximum).toBeCloseTo(1.00934, 5)
    expect(passageAfter(15_000, fromArea.probable, flow).peakH).toBeCloseTo(13.1902, 4)
    expect(passageAfter(15_000, fromArea.maximum, flow).peakH).toBeCloseTo(4.1281, 4)
    expect(passageAfter(3600, 1, flow).unitPeak).toBeCloseTo(1025, 9)
  })
})

test('from km 59 of the Rhine to Eglisau, 19.7 km at 490 m³/s, the peak takes 5.69 h and at the earliest 2.85 h', () => {
  const velocity = peakVelocityMS(RHINE)
  const probable = passageAfter(19_700, velocity.probable, RHINE)
  const earliest = passageAfter(19_700, velocity.maximum, RHINE)
  expect([velocity.probable, velocity.maximum]).toEqual([expect.closeTo(0.96238, 5), expect.closeTo(1.91846, 5)])
  expect([probable.peakH, probable.leadingEdgeH]).toEqual([expect.closeTo(5.6861, 4), expect.closeTo(5.0607, 4)])
  expect([earliest.peakH, earliest.leadingEdgeH]).toEqual([expect.closeTo(2.8524, 4), expect.closeTo(2.5385, 3)])
})

test('with a slope the exponent of the relative discharge is −0.469, as in the USGS’s code and not its header', () => {
  const flow = { ...SPILL, slope: 0.001 }
  const area = (390e6 ** 1.25 * Math.sqrt(9.8)) / 4.5
  const term = (area ** 0.919 * (3.35 / 4.5) ** -0.469 * 0.001 ** 0.159 * 3.35) / 390e6
  expect(peakVelocityMS(flow).probable).toBeCloseTo(0.094 + 0.0143 * term, 12)
  expect(peakVelocityMS(flow).maximum).toBeCloseTo(0.25 + 0.02 * term, 12)
})

test('more water is faster and the maximum is never slower than the probable, by every equation', () => {
  const known: Omit<RiverFlow, 'dischargeM3s'>[] = [
    { drainageAreaM2: 390e6 },
    { drainageAreaM2: 390e6, meanAnnualDischargeM3s: 4.5 },
    { drainageAreaM2: 390e6, meanAnnualDischargeM3s: 4.5, slope: 0.0005 },
  ]
  for (const reach of known) {
    const velocities = [0.1, 0.5, 2, 10, 50].map((dischargeM3s) => peakVelocityMS({ ...reach, dischargeM3s }))
    const probable = velocities.map((velocity) => velocity.probable)
    expect(probable).toEqual(probable.toSorted((a, b) => a - b))
    for (const velocity of velocities) expect(velocity.maximum).toBeGreaterThan(velocity.probable)
  }
})

test('a dry bed, no area, a negative slope or a figure that is no number cannot be used', () => {
  expect(isUsableFlow(SPILL)).toBe(true)
  expect(isUsableFlow({ ...SPILL, slope: 0 })).toBe(true)
  const unusable: Partial<RiverFlow>[] = [
    { dischargeM3s: 0 },
    { drainageAreaM2: -1 },
    { meanAnnualDischargeM3s: 0 },
    { slope: -0.001 },
    { slope: Number.NaN },
    { drainageAreaM2: Number.POSITIVE_INFINITY },
  ]
  for (const change of unusable) expect(isUsableFlow({ ...SPILL, ...change })).toBe(false)
})
