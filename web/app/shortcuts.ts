/** Single keys and what they do; the help sheet lists exactly these. */
export const SHORTCUTS = {
  '/': 'search',
  r: 'report',
  l: 'list',
  g: 'layers',
  p: 'rules',
  h: 'home',
  Escape: 'close',
  '?': 'help',
} as const
export type Shortcut = (typeof SHORTCUTS)[keyof typeof SHORTCUTS]

/** Null for a key that belongs to a field, to a dialog, or to the browser. */
export const shortcutOf = (press: KeyPress): Shortcut | null => {
  if (press.isHandled || press.hasModifier || press.isTyping) return null
  return Object.entries(SHORTCUTS).find(([key]) => key === press.key || key === press.key.toLowerCase())?.[1] ?? null
}

export interface KeyPress {
  readonly key: string
  /** Alt, Control or Meta is held. */
  readonly hasModifier: boolean
  /** Focus is in something that takes text. */
  readonly isTyping: boolean
  /** Someone nearer to the focus has used it, or a dialog is open and will. */
  readonly isHandled: boolean
}
