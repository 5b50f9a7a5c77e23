import { describe, expect, it } from 'vitest'
import { SHORTCUTS, shortcutOf } from '../../web/app/shortcuts.ts'

const press = (key: string, rest: Partial<Parameters<typeof shortcutOf>[0]> = {}) =>
  shortcutOf({ key, hasModifier: false, isTyping: false, isHandled: false, ...rest })

describe('single-key shortcuts', () => {
  it.each(Object.entries(SHORTCUTS))('%s means %s', (key, meaning) => {
    expect(press(key)).toBe(meaning)
  })

  it('capital letters mean the same, since Caps Lock may be on', () => {
    expect(press('R')).toBe('report')
  })

  it('keys belong to the field while a person types, Escape too: it closes a list of choices there', () => {
    expect(press('r', { isTyping: true })).toBeNull()
    expect(press('/', { isTyping: true })).toBeNull()
    expect(press('Escape', { isTyping: true })).toBeNull()
  })

  it('keys with Ctrl, Alt or Meta belong to the browser, and used keys to whoever used them', () => {
    expect(press('r', { hasModifier: true })).toBeNull()
    expect(press('Escape', { isHandled: true })).toBeNull()
  })
})
