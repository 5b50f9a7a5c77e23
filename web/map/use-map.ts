/** Makes the one MapLibre map of the page, keeps its style equal to ours, and says when it cannot. */
import 'maplibre-gl/dist/maplibre-gl.css'
import { GPUInitializationError, Map as MapLibreMap, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { onBeforeUnmount, onMounted, type ShallowRef, shallowRef, watch } from 'vue'
import type { Camera } from '../view/view.ts'
import type { Bounds } from './bounds.ts'
import { BY_HAND } from './drawing.ts'
import { drawIcon, PIXEL_RATIO } from './icons.ts'
import { type SourceFailure, sourceFailure } from './source-failure.ts'

setWorkerUrl(workerUrl)

export interface MapState {
  readonly map: Readonly<ShallowRef<MapLibreMap | null>>
  readonly zoom: Readonly<ShallowRef<number>>
  readonly failure: Readonly<ShallowRef<MapFailure | null>>
  /** Whether there is a first picture; labels may still be on their way. */
  readonly isDrawn: Readonly<ShallowRef<boolean>>
  /** How often the map has come to rest with everything drawn. */
  readonly idleCount: Readonly<ShallowRef<number>>
  /** Sources whose data could not be fetched, one entry each. */
  readonly sourceFailures: Readonly<ShallowRef<readonly SourceFailure[]>>
}
export type MapFailure = 'no-webgl' | 'context-lost'

export interface MapStart {
  readonly camera: Camera | null
  /** Shown whole where there is no camera. */
  readonly bounds: Bounds
  readonly title: string
}

export const useMap = (
  container: Readonly<ShallowRef<HTMLElement | null>>,
  style: () => StyleSpecification,
  start: MapStart,
): MapState => {
  const map = shallowRef<MapLibreMap | null>(null)
  const zoom = shallowRef(0)
  const failure = shallowRef<MapFailure | null>(null)
  const isDrawn = shallowRef(false)
  const idleCount = shallowRef(0)
  const sourceFailures = shallowRef<readonly SourceFailure[]>([])

  onMounted(() => {
    if (!container.value) return
    const first = style()
    try {
      map.value = createMap(container.value, first, start)
    } catch (error) {
      if (!(error instanceof GPUInitializationError)) throw error
      failure.value = 'no-webgl'
      return
    }
    watchMap(map.value)
    map.value.once('style.load', followStyle)
  })

  const watchMap = (made: MapLibreMap) => {
    zoom.value = made.getZoom()
    made.on('zoomend', () => {
      zoom.value = made.getZoom()
    })
    made.once('load', () => {
      isDrawn.value = true
    })
    made.on('idle', () => {
      idleCount.value += 1
    })
    made.on('webglcontextlost', () => {
      failure.value = 'context-lost'
    })
    made.on('error', (event) => {
      if ('sourceId' in event && typeof event.sourceId === 'string') void noteFailure(event.sourceId, event.error)
      else console.warn(event.error)
    })
    made.on('sourcedata', ({ sourceId, sourceDataType }) => {
      if (sourceDataType === 'content') sourceFailures.value = failuresBeside(sourceId)
    })
  }

  const noteFailure = async (sourceId: string, error: unknown) => {
    const failed = await sourceFailure(sourceId, error)
    sourceFailures.value = [...failuresBeside(sourceId), failed]
  }
  /** Data that comes after all, for another day perhaps, is missing no more. */
  const failuresBeside = (id: string) => sourceFailures.value.filter(({ sourceId }) => sourceId !== id)

  /** Changes that came while the first style was loading are caught up with at once. */
  const followStyle = () =>
    watch(style, (next) => map.value?.setStyle(next, { transformStyle: keepDrawing }), { immediate: true })

  onBeforeUnmount(() => map.value?.remove())
  return { map, zoom, failure, isDrawn, idleCount, sourceFailures }
}

/** North stays up: no turning, no tilting. */
const createMap = (container: HTMLElement, style: StyleSpecification, { camera, bounds, title }: MapStart) => {
  const map = new MapLibreMap({
    container,
    style,
    ...(camera
      ? { center: [...camera.centre], zoom: camera.zoom }
      : { bounds: [...bounds], fitBoundsOptions: { padding: 24 } }),
    minZoom: 5.5,
    maxZoom: 17,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    attributionControl: false,
    locale: { 'Map.Title': title },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.setMissingStyleImageResolver((name) => {
    const image = drawIcon(name)
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio: PIXEL_RATIO })
  })
  return map
}

/** What is being drawn by hand lives in sources of its own, which a new style must not take away. */
const keepDrawing = (previous: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification => {
  if (!previous) return next
  const isDrawing = (id: string) => id.startsWith(`${BY_HAND}-`)
  return {
    ...next,
    sources: {
      ...next.sources,
      ...Object.fromEntries(Object.entries(previous.sources).filter(([id]) => isDrawing(id))),
    },
    layers: [...next.layers, ...previous.layers.filter(({ id }) => isDrawing(id))],
  }
}
