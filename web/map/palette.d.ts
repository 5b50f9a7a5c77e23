/** The map's colours by role, for each shade. A quiet base; outcome and evidence stand out from it in hue and lightness. */
import type { Shade } from '../theme/use-shade.ts'
export interface Palette {
  readonly outside: Hex
  readonly county: Hex
  readonly city: Hex
  readonly cityBand: Hex
  readonly districtLine: Hex
  readonly countyLine: Hex
  readonly townshipLine: Hex
  readonly districtText: Hex
  readonly countyText: Hex
  readonly townshipText: Hex
  readonly halo: Hex
  readonly water: Hex
  readonly waterFill: Hex
  readonly waterText: Hex
  readonly dryWater: Hex
  readonly section: Hex
  readonly gate: Hex
  readonly zone: Readonly<Record<ZoneKind, Hex>>
  readonly outcome: Readonly<Record<Outcome, Hex>>
  readonly cluster: Hex
  readonly onMark: Hex
  readonly unit: Hex
  readonly leftBank: Hex
  readonly rightBank: Hex
  readonly downstream: Hex
  readonly upstream: Hex
  readonly draft: Hex
  readonly focus: Hex
}
type Hex = `#${string}`
export declare const ZONE_KINDS: readonly [
  'economic-development-zone',
  'industrial-park',
  'airport',
  'drinking-water-source',
]
export type ZoneKind = (typeof ZONE_KINDS)[number]
export declare const OUTCOMES: readonly ['crosses', 'ask', 'within-one']
export type Outcome = (typeof OUTCOMES)[number]
export declare const PALETTES: Readonly<Record<Shade, Palette>>
