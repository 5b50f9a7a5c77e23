/**
 * Travel time and dilution of a dissolved spill where no dye was ever measured: the regressions of Jobson (1996), USGS
 * Water-Resources Investigations Report 96-4013, fitted to dye studies of free-flowing rivers in the United States.
 *
 * Secondary source: transcribed from the USGS's own travel time service, not read in the report. SI units throughout.
 * Regulated and ponded reaches (weirs, reservoirs) hold water longer than these say; they need their own storage time.
 * `probable` is the velocity to expect; `maximum` is exceeded only rarely and gives the earliest credible arrival.
 */

/** What a reach must be known by; with more of it a closer equation applies. */
export interface RiverFlow {
  /** Area drained at the reach, m². */
  readonly drainageAreaM2: number
  /** Discharge at the time of the passage, m³/s. */
  readonly dischargeM3s: number
  readonly meanAnnualDischargeM3s?: number
  /** Slope of the reach, m/m; used only beside a mean annual discharge. */
  readonly slope?: number
}

/** Velocities of the peak concentration, m/s. */
export interface PeakVelocityMS {
  readonly probable: number
  readonly maximum: number
}

/** Equations 12 and 13 with a slope, 14 and 15 without, 16 and 17 from the drainage area alone. */
export function peakVelocityMS(flow: RiverFlow): PeakVelocityMS {
  const { drainageAreaM2, dischargeM3s, meanAnnualDischargeM3s, slope } = flow
  const perArea = dischargeM3s / drainageAreaM2
  if (meanAnnualDischargeM3s === undefined) {
    const term = relativeArea(drainageAreaM2, dischargeM3s) ** 0.595 * perArea
    return { probable: 0.152 + 8.1 * term, maximum: 0.2 + 40 * term }
  }
  const area = relativeArea(drainageAreaM2, meanAnnualDischargeM3s)
  const relativeDischarge = dischargeM3s / meanAnnualDischargeM3s
  if (slope === undefined) {
    const term = area ** 0.821 * relativeDischarge ** -0.465 * perArea
    return { probable: 0.02 + 0.051 * term, maximum: 0.2 + 0.093 * term }
  }
  const term = area ** 0.919 * relativeDischarge ** -0.469 * slope ** 0.159 * perArea
  return { probable: 0.094 + 0.0143 * term, maximum: 0.25 + 0.02 * term }
}

/** Equation 18: hours of the leading edge as a share of the hours of the peak. */
export const LEADING_EDGE_SHARE = 0.89

/** Hours at which a passage begins and peaks after `lengthM` of river, and how thin it has become. */
export interface Passage {
  readonly peakH: number
  readonly leadingEdgeH: number
  /** From the leading edge until the concentration has fallen to a tenth of the peak (equation 19). */
  readonly leadingEdgeToTenthH: number
  /** Unit-peak concentration, 10⁻⁶ per second (equation 7): peak concentration by mass and discharge, without loss. */
  readonly unitPeak: number
}

export function passageAfter(lengthM: number, velocityMS: number, flow: RiverFlow): Passage {
  const peakH = lengthM / velocityMS / 3600
  const unitPeak = unitPeakAfter(peakH, flow)
  return {
    peakH,
    leadingEdgeH: LEADING_EDGE_SHARE * peakH,
    leadingEdgeToTenthH: 2e6 / unitPeak / 3600,
    unitPeak,
  }
}

/** Peak concentration, mg/L, of `massKg` of which the share `recovered` (0 to 1) is still in the water. */
export function peakConcentrationMgL(
  { unitPeak }: Passage,
  massKg: number,
  dischargeM3s: number,
  recovered = 1,
): number {
  return (unitPeak * 1e-6 * massKg * recovered * 1000) / dischargeM3s
}

/** True where the equations can be used: area and discharges positive, a slope not negative. */
export function isUsableFlow({ drainageAreaM2, dischargeM3s, meanAnnualDischargeM3s, slope }: RiverFlow): boolean {
  const positive = [drainageAreaM2, dischargeM3s, meanAnnualDischargeM3s ?? 1]
  return (
    positive.every((value) => value > 0 && Number.isFinite(value)) && (slope ?? 0) >= 0 && Number.isFinite(slope ?? 0)
  )
}

function unitPeakAfter(peakH: number, { dischargeM3s, meanAnnualDischargeM3s }: RiverFlow): number {
  if (meanAnnualDischargeM3s === undefined) return 1025 * peakH ** -0.887
  return 857 * peakH ** (-0.76 * (dischargeM3s / meanAnnualDischargeM3s) ** -0.079)
}

/** D'a: drainage area without dimension; 9.8 m/s² as the equations were fitted with. */
const relativeArea = (drainageAreaM2: number, dischargeM3s: number): number =>
  (drainageAreaM2 ** 1.25 * Math.sqrt(9.8)) / dischargeM3s
