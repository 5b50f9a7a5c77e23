/** The districts and counties that the set ships (`data/facts/units.csv`), each with its outline from the map packages. */
import { readFacts } from './facts.ts'
import { cityOutlines, type Outline, provinceOutlines } from './web-maps.ts'

export interface RegisteredUnit extends Outline {
  readonly code: string
  readonly level: 'district' | 'county'
  readonly parent: string
  readonly province: string
  readonly fullName: string
  readonly map: string
}

const COLUMNS = ['code', 'name', 'level', 'parent', 'province', 'fullName', 'map'] as const

export function registeredUnits(): RegisteredUnit[] {
  const rows = readFacts('units', COLUMNS)
  const outlines = new Map([...new Set(rows.map(({ map }) => map))].map((map) => [map, outlinesOf(map)]))
  return rows.map((row) => {
    const outline = outlines.get(row.map)?.find(({ name }) => name === row.name)
    if (outline === undefined) throw new Error(`units.csv: ${row.name} is not in the map ${row.map}`)
    return { ...row, level: row.level === 'district' ? 'district' : 'county', geometry: outline.geometry }
  })
}

/** Tianjin's newer district names (蓟州区) are only in the ECharts map. */
const outlinesOf = (map: string): Outline[] => (map === 'tianjin' ? provinceOutlines(map) : cityOutlines(map))
