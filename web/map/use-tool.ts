/** What a click on the map does: set the draft's point, draw a line or an area, open an incident, or ask what is here. */
import { GeoJSONSource, type Map as MapLibreMap, type MapMouseEvent, type PointLike } from 'maplibre-gl'
import { onBeforeUnmount, type Ref, type ShallowRef, shallowRef, watch } from 'vue'
import { useView } from '../view/use-view.ts'
import type { Draft, LonLat } from '../view/view.ts'
import { useScene } from './drawing.ts'
import { QUALITY_SECTIONS } from './evidence/water-quality.ts'
import type { Palette } from './palette.ts'
import { POINTED_UNCERTAINTY_M } from './uncertainty.ts'

/** The click that ends a drawing reaches the map too, a moment later; it asks for nothing. */
const SAME_CLICK_MS = 500

/** `place` is where the person asked what is here. */
export const useTool = (
  map: Readonly<ShallowRef<MapLibreMap | null>>,
  palette: () => Palette,
): { place: Ref<LonLat | null> } => {
  const { view, go, adjust } = useView()
  const { tool, isToolReady } = useScene()
  const place = shallowRef<LonLat | null>(null)

  let finishedMs = Number.NEGATIVE_INFINITY

  const setDraft = (geometry: Draft['geometry']) =>
    adjust({ draft: { geometry, uncertaintyM: view.value.draft?.uncertaintyM ?? POINTED_UNCERTAINTY_M } })

  const click = async (made: MapLibreMap, { lngLat, point, originalEvent }: MapMouseEvent) => {
    if (originalEvent.timeStamp - finishedMs < SAME_CLICK_MS) return
    if (tool.value === 'point') return setDraft({ type: 'Point', coordinates: [lngLat.lng, lngLat.lat] })
    if (tool.value !== 'none') return
    const sectionId = sectionAt(made, point)
    if (sectionId) return go({ review: { ...view.value.review, sectionId, tab: 'section' } })
    const hit = incidentAt(made, point)
    place.value = hit ? null : [lngLat.lng, lngLat.lat]
    if (hit?.kind === 'incident') go({ panel: 'incident', incidentId: hit.id, evidence: null })
    if (hit?.kind === 'cluster') await zoomInto(made, hit.clusterId, lngLat)
  }

  watch(map, (made) => {
    made?.on('click', (event) => void click(made, event))
    made?.on('mousemove', ({ point }) => {
      if (tool.value !== 'none') made.getCanvas().style.cursor = 'crosshair'
      else made.getCanvas().style.cursor = incidentAt(made, point) || sectionAt(made, point) ? 'pointer' : ''
    })
  })

  let stop = () => {}
  watch([map, tool], async ([made, next]) => {
    stop()
    if (next !== 'none') place.value = null
    isToolReady.value = next !== 'line' && next !== 'area'
    if (!made || (next !== 'line' && next !== 'area')) return
    const { drawByHand } = await import('./free-hand.ts')
    if (tool.value !== next) return
    const hex = palette().draft
    stop = drawByHand(made, next, hex, (geometry) => {
      finishedMs = performance.now()
      tool.value = 'none'
      setDraft(geometry)
    })
    isToolReady.value = true
  })
  onBeforeUnmount(() => stop())
  return { place }
}

/** A section coloured by its class, while there is a review. */
const sectionAt = (map: MapLibreMap, point: PointLike): string | null => {
  if (!map.getLayer(QUALITY_SECTIONS)) return null
  const [feature] = map.queryRenderedFeatures(point, { layers: [QUALITY_SECTIONS] })
  return feature ? String(feature.properties.id) : null
}

type Hit = { readonly kind: 'incident'; readonly id: string } | { readonly kind: 'cluster'; readonly clusterId: number }

const incidentAt = (map: MapLibreMap, point: PointLike): Hit | null => {
  const layers = ['incident-icons', 'incident-clusters'].filter((layer) => map.getLayer(layer))
  const [feature] = layers.length ? map.queryRenderedFeatures(point, { layers }) : []
  if (!feature) return null
  const { id, cluster_id: clusterId } = feature.properties
  return typeof clusterId === 'number' ? { kind: 'cluster', clusterId } : { kind: 'incident', id: String(id) }
}

const zoomInto = async (map: MapLibreMap, clusterId: number, centre: MapMouseEvent['lngLat']) => {
  const source = map.getSource('incidents')
  if (!(source instanceof GeoJSONSource)) return
  const zoom = await source.getClusterExpansionZoom(clusterId)
  map.easeTo({ center: centre, zoom: zoom + 0.3 })
}
