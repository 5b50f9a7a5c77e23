/** Light or dark: what the view says, or what the system prefers; set on the page's root. */
import { useMediaQuery } from '@vueuse/core'
import { type ComputedRef, computed, watchEffect } from 'vue'
import { useView } from '../view/use-view.ts'

export type Shade = 'light' | 'dark'

export const useShade = (): ComputedRef<Shade> => {
  const { view } = useView()
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)')
  return computed(() => (view.value.theme === 'system' ? (prefersDark.value ? 'dark' : 'light') : view.value.theme))
}

/** Called once, by the shell. */
export const applyTheme = (): void => {
  const { view } = useView()
  const shade = useShade()
  watchEffect(() => {
    document.documentElement.classList.toggle('dark', shade.value === 'dark')
    document.documentElement.lang = view.value.locale
  })
}
