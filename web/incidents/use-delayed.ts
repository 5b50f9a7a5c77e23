/** Text that is typed at once and taken over a moment later, so that each key is no request. */
import { onScopeDispose, type Ref, ref, watch } from 'vue'

const PAUSE_MS = 250

export const useDelayed = (source: () => string, take: (text: string) => void): Ref<string> => {
  const text = ref(source())
  let timer = 0
  watch(source, (value) => {
    if (value !== text.value.trim()) text.value = value
  })
  watch(text, (value) => {
    clearTimeout(timer)
    if (value.trim() !== source()) timer = window.setTimeout(() => take(value), PAUSE_MS)
  })
  onScopeDispose(() => clearTimeout(timer))
  return text
}
