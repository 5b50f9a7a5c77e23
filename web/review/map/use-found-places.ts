/** Puts the places of a list on the map, numbered as in the list, while the list is on show. */
import { onScopeDispose, watchEffect } from 'vue'
import { useScene } from '../../map/drawing.ts'
import { collectionOf } from '../../map/quality-drawing.ts'

interface Place {
  readonly id: string
  readonly lon: number
  readonly lat: number
}

export const useFoundPlaces = (places: () => readonly Place[]): void => {
  const { found } = useScene()
  watchEffect(() => {
    found.value = collectionOf(
      places().map(({ id, lon, lat }, index) => ({
        type: 'Feature' as const,
        properties: { id, label: String(index + 1) },
        geometry: { type: 'Point' as const, coordinates: [lon, lat] },
      })),
    )
  })
  onScopeDispose(() => {
    found.value = null
  })
}
