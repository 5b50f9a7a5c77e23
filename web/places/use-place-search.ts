/** A search box: what is typed, what was found, which of it is chosen with the keys. */
import { refDebounced } from '@vueuse/core'
import { computed, ref, watch } from 'vue'
import { searchPlaces } from '#contract/places'
import { useEndpoint } from '../api/use-endpoint.ts'
import { type FoundPlace, useRecentPlaces } from './recent-places.ts'

/** Long enough for the next key of a quick typist. */
const TYPING_MS = 150

export const usePlaceSearch = (pick: (place: FoundPlace) => void) => {
  const text = ref('')
  const isOpen = ref(false)
  const active = ref(-1)
  const wanted = computed(() => text.value.trim().slice(0, 60))
  const asked = refDebounced(wanted, TYPING_MS)
  const { recent, remember } = useRecentPlaces()
  const { data, error, isLoading } = useEndpoint(searchPlaces, () =>
    asked.value ? { query: { q: asked.value, limit: 10 } } : null,
  )

  const isBusy = computed(() => wanted.value !== '' && (isLoading.value || wanted.value !== asked.value))
  const options = computed(() => (wanted.value === '' ? recent.value : (data.value?.places ?? [])))
  watch(wanted, (next) => {
    if (next) isOpen.value = true
    active.value = -1
  })

  const choose = (place: FoundPlace) => {
    remember(place)
    text.value = ''
    close()
    pick(place)
  }
  const close = () => {
    isOpen.value = false
    active.value = -1
  }
  const move = (step: 1 | -1) => {
    isOpen.value = true
    active.value = nextIndex(active.value, step, options.value.length)
  }
  /** The marked one; the first when nothing is marked and the answer belongs to what is typed. */
  const chooseActive = () => {
    const place = options.value[active.value] ?? (wanted.value && !isBusy.value ? options.value[0] : undefined)
    if (place && isOpen.value) choose(place)
  }
  return { text, wanted, isOpen, active, isBusy, error, options, choose, chooseActive, close, move }
}

/** Round and round; `-1` is the field itself. */
export const nextIndex = (index: number, step: 1 | -1, count: number): number => {
  const next = index + step
  if (next < -1) return count - 1
  return next >= count ? -1 : next
}
