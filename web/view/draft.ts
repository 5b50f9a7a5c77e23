/** A draft geometry as short text for the address bar: `point:116.7,39.9`, `line:…_…`, `area:…_…_…` (ring left open). */
import type { Draft, LonLat } from './view.ts'

export const textOfDraft = ({ geometry }: Draft): string => {
  switch (geometry.type) {
    case 'Point':
      return `point:${textOf([geometry.coordinates])}`
    case 'LineString':
      return `line:${textOf(geometry.coordinates)}`
    case 'Polygon':
      return `area:${textOf((geometry.coordinates[0] ?? []).slice(0, -1))}`
  }
}

/** Null when the text is absent or is not a draft. */
export const draftOf = (text: string | null, error: string | null): Draft | null => {
  const [kind, list] = text?.split(':') ?? []
  const geometry = geometryOf(kind, positionsOf(list ?? ''))
  const uncertaintyM = Math.min(50_000, Math.max(0, Number(error) || 0))
  return geometry && { geometry, uncertaintyM }
}

const geometryOf = (kind: string | undefined, positions: readonly LonLat[]): Draft['geometry'] | null => {
  const [first] = positions
  if (!first) return null
  const coordinates = positions.map(([lon, lat]) => [lon, lat])
  if (kind === 'point') return { type: 'Point', coordinates: [...first] }
  if (kind === 'line' && positions.length >= 2) return { type: 'LineString', coordinates }
  if (kind === 'area' && positions.length >= 3) return { type: 'Polygon', coordinates: [[...coordinates, [...first]]] }
  return null
}

/** Empty when any position is not a longitude and a latitude. */
const positionsOf = (list: string): readonly LonLat[] => {
  const positions = list.split('_').map((pair): LonLat => {
    const [lon, lat] = pair.split(',')
    return [numberOf(lon), numberOf(lat)]
  })
  return positions.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90) ? positions : []
}

const numberOf = (text: string | undefined): number => (text ? Number(text) : Number.NaN)

const textOf = (positions: readonly (readonly number[])[]) =>
  positions
    .map((position) =>
      position
        .slice(0, 2)
        .map((degrees) => degrees.toFixed(6))
        .join(),
    )
    .join('_')
