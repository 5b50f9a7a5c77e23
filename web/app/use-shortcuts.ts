/** Single-key shortcuts (WCAG 2.1.4: they can be switched off, and are silent while a person types). */
import { useEventListener, useLocalStorage } from '@vueuse/core'
import { type Ref, ref } from 'vue'
import { useView } from '../view/use-view.ts'
import { type Shortcut, shortcutOf } from './shortcuts.ts'

export const useShortcutSetting = (): Ref<boolean> => useLocalStorage('shortcuts', true)

/** Called once, by the shell. */
export const useShortcuts = (): { isHelpOpen: Ref<boolean> } => {
  const { view, go, adjust } = useView()
  const isOn = useShortcutSetting()
  const isHelpOpen = ref(false)

  const act: Record<Shortcut, () => void> = {
    search: () => document.querySelector<HTMLElement>('header input')?.focus(),
    report: () => go({ panel: 'report', incidentId: null }),
    rules: () => go({ panel: 'rules', incidentId: null }),
    list: () => adjust({ isListOpen: !view.value.isListOpen }),
    layers: () => document.querySelector<HTMLElement>('[data-legend-toggle]')?.click(),
    home: () => adjust({ camera: null }),
    close: () => {
      if (isHelpOpen.value) isHelpOpen.value = false
      else if (view.value.panel !== 'list') go({ panel: 'list', incidentId: null, evidence: null })
    },
    help: () => {
      isHelpOpen.value = true
    },
  }

  useEventListener(document, 'keydown', (event) => {
    const shortcut = shortcutOf({
      key: event.key,
      hasModifier: event.altKey || event.ctrlKey || event.metaKey,
      isTyping: event.target instanceof Element && event.target.matches('input, textarea, select, [contenteditable]'),
      isHandled: event.defaultPrevented,
    })
    if (!shortcut || !(isOn.value || shortcut === 'close')) return
    event.preventDefault()
    act[shortcut]()
  })
  return { isHelpOpen }
}
