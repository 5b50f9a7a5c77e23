/** The map's place and the view's place are one: moving either moves the other. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type ShallowRef, watch } from 'vue'
import { useView } from '../view/use-view.ts'
import type { View } from '../view/view.ts'
import { boundsOf } from './bounds.ts'
import { useScene } from './drawing.ts'

export const useCamera = (map: Readonly<ShallowRef<MapLibreMap | null>>): void => {
  const { view, adjust } = useView()
  const { focus } = useScene()

  watch(map, (made) => made?.on('moveend', () => adjust(cameraOf(made))))

  watch(
    () => [view.value.centre, view.value.zoom] as const,
    ([centre, zoom]) => {
      if (map.value && !isThere(map.value, { centre, zoom })) map.value.flyTo({ center: [centre[0], centre[1]], zoom })
    },
  )

  watch(focus, (next) => {
    const bounds = next && boundsOf(next.geometry)
    if (bounds) map.value?.fitBounds([...bounds], { padding: 80, maxZoom: 13.5 })
  })
}

type Camera = Pick<View, 'centre' | 'zoom'>

const cameraOf = (map: MapLibreMap): Camera => {
  const { lng, lat } = map.getCenter()
  return { centre: [lng, lat], zoom: map.getZoom() }
}

/** At the precision of the address bar. */
const isThere = (map: MapLibreMap, { centre, zoom }: Camera): boolean => {
  const now = cameraOf(map)
  return (
    Math.abs(now.centre[0] - centre[0]) < 1e-5 &&
    Math.abs(now.centre[1] - centre[1]) < 1e-5 &&
    Math.abs(now.zoom - zoom) < 0.01
  )
}
