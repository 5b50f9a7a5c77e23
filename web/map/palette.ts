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
export const ZONE_KINDS = ['economic-development-zone', 'industrial-park', 'airport', 'drinking-water-source'] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]
export const OUTCOMES = ['crosses', 'ask', 'within-one'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const PALETTES: Readonly<Record<Shade, Palette>> = {
  light: {
    outside: '#e3e7e5',
    county: '#eceeeb',
    city: '#fbfaf5',
    cityBand: '#cdbfdc',
    districtLine: '#8d7ea3',
    countyLine: '#a9adb3',
    townshipLine: '#b9b2a4',
    districtText: '#40345a',
    countyText: '#5f6670',
    townshipText: '#6d6455',
    halo: '#fdfcf9',
    water: '#3f8fc6',
    waterFill: '#b9dcf0',
    waterText: '#1f6596',
    dryWater: '#a58d62',
    section: '#0b5a8a',
    gate: '#5a4a3a',
    zone: {
      'economic-development-zone': '#a8641c',
      'industrial-park': '#8a7a1f',
      airport: '#5c6470',
      'drinking-water-source': '#1c7f74',
    },
    outcome: { crosses: '#b3261e', 'within-one': '#1f6f54', ask: '#a96400' },
    cluster: '#2d4250',
    onMark: '#ffffff',
    unit: '#6b3fa8',
    leftBank: '#c2410c',
    rightBank: '#1d5fbf',
    downstream: '#c2185b',
    upstream: '#0f766e',
    draft: '#111827',
    focus: '#e8590c',
  },
  dark: {
    outside: '#0b1216',
    county: '#111a1f',
    city: '#18232a',
    cityBand: '#4a3d63',
    districtLine: '#7a6b95',
    countyLine: '#43505a',
    townshipLine: '#46505a',
    districtText: '#d8cdee',
    countyText: '#98a6b0',
    townshipText: '#a39c8d',
    halo: '#0e171c',
    water: '#4a9bd6',
    waterFill: '#1b4866',
    waterText: '#8cc6ee',
    dryWater: '#a08a60',
    section: '#8fd0f5',
    gate: '#d3bfa6',
    zone: {
      'economic-development-zone': '#e0a45e',
      'industrial-park': '#c9b95a',
      airport: '#a4aebb',
      'drinking-water-source': '#5cc4b6',
    },
    outcome: { crosses: '#ff6f61', 'within-one': '#4fbf93', ask: '#f0b03f' },
    cluster: '#d5e2ea',
    onMark: '#0b1216',
    unit: '#b48cf2',
    leftBank: '#ff9259',
    rightBank: '#6fb1ff',
    downstream: '#ff6fa8',
    upstream: '#4fd1c5',
    draft: '#f8fafc',
    focus: '#ffb020',
  },
}
