/** Places picked lately on this computer, newest first. */
import { useLocalStorage } from '@vueuse/core'
import { type ComputedRef, computed } from 'vue'
import { z } from 'zod'
import { Place } from '#contract/places'

export type FoundPlace = z.output<typeof Place>

const MOST_RECENT = 6

export const withRecent = (recent: readonly FoundPlace[], picked: FoundPlace): readonly FoundPlace[] =>
  [picked, ...recent.filter(({ kind, id }) => kind !== picked.kind || id !== picked.id)].slice(0, MOST_RECENT)

export const useRecentPlaces = (): {
  recent: ComputedRef<readonly FoundPlace[]>
  remember: (picked: FoundPlace) => void
} => {
  const stored = useLocalStorage('recent-places', '[]')
  const recent = computed(() => recentOf(stored.value))
  return {
    recent,
    remember: (picked) => {
      stored.value = JSON.stringify(withRecent(recent.value, picked))
    },
  }
}

/** Nothing when what is stored was not written by this version. */
export const recentOf = (text: string): readonly FoundPlace[] => {
  try {
    return z.array(Place).safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}
