/** What keeps polygons from being a coverage. */
export interface CoverageFault {
  /** `bad-ring`: open, short or not finite; `overlap`: two units claim the same side of a border. */
  readonly kind: 'bad-ring' | 'overlap'
  readonly units: readonly string[]
  readonly x: number
  readonly y: number
}

export type ReportFault = (fault: CoverageFault) => void
