/** The incident of the view, on the panel and on the map. */
import { computed, onScopeDispose, watch } from 'vue'
import { readIncident, readIncidentChanges } from '#contract/incidents'
import { useEndpoint } from '../api/use-endpoint.ts'
import { useScene } from '../map/drawing.ts'
import { useView } from '../view/use-view.ts'

export const useIncident = () => {
  const { view } = useView()
  const scene = useScene()
  const path = () => (view.value.incidentId === null ? null : { path: { id: view.value.incidentId } })
  const incident = useEndpoint(readIncident, path)
  const history = useEndpoint(readIncidentChanges, path)

  const show = () => {
    const shown = incident.data.value
    if (!shown) return
    scene.subject.value = { geometry: shown.location, uncertaintyM: shown.report.uncertaintyM ?? 0 }
    scene.focus.value = { geometry: shown.location }
  }

  watch(
    incident.data,
    (shown, before) => {
      scene.assessment.value = shown?.assessment ?? null
      if (shown && shown.id !== before?.id) show()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    scene.assessment.value = null
    scene.subject.value = null
    scene.focus.value = null
  })
  return { incident, changes: computed(() => history.data.value?.changes ?? []), show }
}
