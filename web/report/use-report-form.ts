/** The form of this tab: restored when the panel opens, kept as it changes, in step with the draft on the map. */
import { computed, type Ref, ref, watch } from 'vue'
import { isProjected } from '#domain/coordinate-system'
import { POINTED_UNCERTAINTY_M } from '../map/uncertainty.ts'
import { useView } from '../view/use-view.ts'
import type { Draft } from '../view/view.ts'
import { clientId } from './client-id.ts'
import { emptyForm, type Form, isUntouched } from './form.ts'
import { reportOfText, textOfReport } from './stored-report.ts'
import { isSamePlace, typedPlace } from './typed-place.ts'

const STORED = 'report'

export const useReportForm = () => {
  const { view, adjust } = useView()
  const restored = reportOfText(sessionStorage.getItem(STORED))
  const form = ref<Form>(restored?.form ?? emptyForm(clientId(), Date.now()))
  const draft = computed(() => view.value.draft)
  const isEmpty = computed(() => isUntouched(form.value) && draft.value === null)
  const wasRestored = ref(restored !== null && !isUntouched(restored.form))
  if (!draft.value && restored?.draft) adjust({ draft: restored.draft })

  keepInStep(form, draft, (geometry) =>
    adjust({ draft: { geometry, uncertaintyM: draft.value?.uncertaintyM ?? POINTED_UNCERTAINTY_M } }),
  )
  watch(
    [form, draft],
    () => {
      if (isEmpty.value) sessionStorage.removeItem(STORED)
      else sessionStorage.setItem(STORED, textOfReport({ form: form.value, draft: draft.value }))
    },
    { deep: true },
  )

  const clear = () => {
    form.value = emptyForm(clientId(), Date.now())
    wasRestored.value = false
    sessionStorage.removeItem(STORED)
    adjust({ draft: null })
  }
  return { form, draft, isEmpty, wasRestored, clear }
}

/** Typed numbers move the draft; a draft moved on the map rewrites the numbers. */
const keepInStep = (
  form: Ref<Form>,
  draft: Readonly<Ref<Draft | null>>,
  setDraft: (geometry: Draft['geometry']) => void,
) => {
  const typed = computed(() => typedPlace(form.value))
  watch(typed, (place) => {
    if (place.kind === 'place' && !isSamePlace(place, draft.value)) {
      setDraft({ type: 'Point', coordinates: [...place.lonLat] })
    }
  })
  watch(
    () => form.value.crs,
    (next, before) => {
      if (
        isProjected(next) !== isProjected(before) &&
        isSamePlace(typedPlace({ ...form.value, crs: before }), draft.value)
      )
        Object.assign(form.value, { x: '', y: '' })
    },
    { flush: 'sync' },
  )
  watch(
    () => draft.value?.geometry,
    (geometry) => {
      if (!geometry || isSamePlace(typed.value, draft.value)) return
      const [lon = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : []
      const numbers = geometry.type === 'Point' ? { x: lon.toFixed(6), y: lat.toFixed(6) } : { x: '', y: '' }
      Object.assign(form.value, { crs: 'EPSG:4326', ...numbers })
    },
    { immediate: true },
  )
}
