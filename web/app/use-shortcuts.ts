/** Single-key shortcuts (WCAG 2.1.4: they can be switched off, and are silent while a person types). */
import { useEventListener, useLocalStorage } from '@vueuse/core'
import { nextTick, type Ref, ref } from 'vue'
import { useView } from '../view/use-view.ts'
import { type Shortcut, shortcutOf } from './shortcuts.ts'

export const useShortcutSetting = (): Ref<boolean> => useLocalStorage('shortcuts', true)

/** Called once, by the shell. */
export const useShortcuts = (): { isHelpOpen: Ref<boolean> } => {
  const { view, go, adjust } = useView()
  const isOn = useShortcutSetting()
  const isHelpOpen = ref(false)

  const open = async (panel: 'report' | 'rules') => {
    go({ panel, incidentId: null })
    await nextTick()
    document.getElementById('panel')?.focus()
  }

  const act: Record<Shortcut, () => void> = {
    search: () => document.querySelector<HTMLElement>('header input')?.focus(),
    report: () => open('report'),
    rules: () => open('rules'),
    list: () => adjust({ isListOpen: !view.value.isListOpen }),
    layers: () => document.querySelector<HTMLElement>('[data-legend-toggle]')?.click(),
    home: () => adjust({ camera: null }),
    close: () => view.value.panel !== 'list' && go({ panel: 'list', incidentId: null, evidence: null }),
    help: () => {
      isHelpOpen.value = true
    },
  }

  useEventListener(document, 'keydown', (event) => {
    const shortcut = shortcutOf({
      key: event.key,
      hasModifier: event.altKey || event.ctrlKey || event.metaKey,
      isTyping: event.target instanceof Element && event.target.matches(TEXT_FIELDS),
      isHandled: event.defaultPrevented || isDialogOpen(),
    })
    if (!shortcut || !(isOn.value || shortcut === 'close')) return
    event.preventDefault()
    act[shortcut]()
  })
  return { isHelpOpen }
}

const TEXT_FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

const isDialogOpen = (): boolean =>
  [...document.querySelectorAll('dialog[open], [aria-modal=true]')].some((dialog) => dialog.checkVisibility())
