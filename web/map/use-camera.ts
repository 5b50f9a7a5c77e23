/** The map's place and the view's place are one: moving either moves the other. */
import type { Geometry, LineString, Position } from 'geojson'
import type { MapLibreEvent, Map as MapLibreMap } from 'maplibre-gl'
import { type ShallowRef, watch } from 'vue'
import { useView } from '../view/use-view.ts'
import type { Camera } from '../view/view.ts'
import { assessmentDrawing } from './assessment-drawing.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { type Subject, useScene } from './drawing.ts'

/** Beijing, degrees. */
export const CITY: Bounds = [115.41, 39.44, 117.51, 41.06]

export const useCamera = (map: Readonly<ShallowRef<MapLibreMap | null>>): void => {
  const { view, adjust } = useView()
  const { focus, subject, assessment } = useScene()

  watch(map, (made) => {
    made?.on('moveend', (event) => adjust({ camera: isHomeward(event) ? null : cameraOf(made) }))
    made?.on('resize', () => {
      if (view.value.camera === null) made.fitBounds([...CITY], { padding: PADDING, animate: false }, HOMEWARD)
    })
  })

  watch(
    () => view.value.camera,
    (camera) => {
      if (!map.value) return
      if (camera === null) map.value.fitBounds([...CITY], { padding: PADDING }, HOMEWARD)
      else if (!isThere(map.value, camera)) map.value.flyTo({ center: [...camera.centre], zoom: camera.zoom })
    },
  )

  const show = (geometries: readonly Geometry[]) => {
    const bounds = boundsOf({ type: 'GeometryCollection', geometries: [...geometries] })
    if (bounds) map.value?.fitBounds([...bounds], { padding: ROOM, maxZoom: 13.5 })
  }

  const showIncident = ({ geometry }: Subject) => {
    const { paths } = assessmentDrawing(assessment.value)
    show([geometry, ...paths.map(({ positions }) => lineOf(positions))])
  }

  // A link that names an incident and a place opens at that place; every later choice is flown to.
  let linkedId = view.value.camera && view.value.incidentId
  watch([map, subject, focus], ([made, incident, fact], [, , before]) => {
    if (!made) return
    if (fact && fact !== before && fact.geometry !== incident?.geometry) show([fact.geometry])
    else if (incident && linkedId === view.value.incidentId) linkedId = null
    else if (incident && (!fact || fact.geometry === incident.geometry)) showIncident(incident)
  })
}

const PADDING = 24
/** Pixels around what is shown; labels stand to its right. */
const ROOM = { top: 80, bottom: 80, left: 80, right: 170 }
const HOMEWARD = { homeward: true }
const isHomeward = (event: MapLibreEvent): boolean => 'homeward' in event && event.homeward === true

const lineOf = (positions: readonly Position[]): LineString => ({ type: 'LineString', coordinates: [...positions] })

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
