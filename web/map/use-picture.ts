/** Lets a panel take the map as a picture, without keeping every frame of it in memory. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, type ShallowRef, watch } from 'vue'
import { useScene } from './drawing.ts'

export const usePicture = (map: Readonly<ShallowRef<MapLibreMap | null>>): void => {
  const { takePicture } = useScene()
  watch(
    map,
    (made) => {
      takePicture.value = made && (() => pictureOf(made))
    },
    { immediate: true },
  )
  onBeforeUnmount(() => {
    takePicture.value = null
  })
}

/** The canvas can be read only within the frame that drew it. */
const pictureOf = (map: MapLibreMap): Promise<string> =>
  new Promise((resolve) => {
    map.once('render', () => resolve(map.getCanvas().toDataURL('image/png')))
    map.triggerRepaint()
  })
