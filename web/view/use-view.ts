/** The one owner of the address bar: reads the view from it, writes the view to it. */
import { type ComputedRef, computed, shallowRef } from 'vue'
import { HOME, LOCALES, queryOf, THEMES, type View, viewOf } from './view.ts'

interface ViewOwner {
  readonly view: ComputedRef<View>
  /** A step that "back" undoes: another panel, another incident. */
  readonly go: (change: Partial<View>) => void
  /** A step that "back" skips: moving the map, typing a filter, dragging the draft. */
  readonly adjust: (change: Partial<View>) => void
}

export const useView = (): ViewOwner => {
  owner ??= ownAddress()
  return owner
}

let owner: ViewOwner | undefined

const ownAddress = (): ViewOwner => {
  const current = shallowRef<View>(viewOf(location.search, home()))

  const write = (change: Partial<View>, how: 'pushState' | 'replaceState') => {
    const next = { ...current.value, ...change }
    current.value = next
    localStorage.setItem('theme', next.theme)
    localStorage.setItem('locale', next.locale)
    const query = queryOf(next)
    history[how](null, '', query ? `?${query}` : location.pathname)
  }

  addEventListener('popstate', () => {
    current.value = viewOf(location.search, home())
  })

  return {
    view: computed(() => current.value),
    go: (change) => write(change, 'pushState'),
    adjust: (change) => write(change, 'replaceState'),
  }
}

/** An address without a language or a theme opens as this person left it. */
const home = (): View => ({
  ...HOME,
  theme: THEMES.find((theme) => theme === localStorage.getItem('theme')) ?? HOME.theme,
  locale: LOCALES.find((locale) => locale === localStorage.getItem('locale')) ?? HOME.locale,
})
