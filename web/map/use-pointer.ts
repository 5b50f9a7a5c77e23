/** The place under the pointer: its coordinates and the units drawn there. */
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { onScopeDispose, type Ref, ref } from 'vue'
import { useView } from '../view/use-view.ts'
import { nameAttribute } from './map-layer.ts'

const UNIT_LAYERS = ['county-areas', 'district-areas', 'township-areas']

/** Empty strings while the pointer is elsewhere. */
export const usePointer = (map: MapLibreMap): { coordinates: Ref<string>; units: Ref<string> } => {
  const { view } = useView()
  const coordinates = ref('')
  const units = ref('')
  let frame = 0

  const read = ({ lngLat, point }: MapMouseEvent) => {
    coordinates.value = `${lngLat.lng.toFixed(5)}, ${lngLat.lat.toFixed(5)}`
    const layers = UNIT_LAYERS.filter((layer) => map.getLayer(layer))
    const names = map
      .queryRenderedFeatures(point, { layers })
      .map(({ properties }) => String(properties[nameAttribute(view.value.locale)]))
    units.value = [...new Set(names)].reverse().join(' · ')
  }
  const move = (event: MapMouseEvent) => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => read(event))
  }
  const leave = () => {
    cancelAnimationFrame(frame)
    coordinates.value = ''
  }

  map.on('mousemove', move)
  map.on('mouseout', leave)
  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    map.off('mousemove', move)
    map.off('mouseout', leave)
  })
  return { coordinates, units }
}
