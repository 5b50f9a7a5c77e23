/** Arrow keys, Home and End move through the rows of a list. */
export const moveFocus = (event: KeyboardEvent, list: HTMLElement | null): void => {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex((row) => row.matches(':focus'))
  const next = rows[rowAfter(event.key, at, rows.length) ?? -1]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Number of the row to go to; undefined when the key is not one that moves. */
export const rowAfter = (key: string, at: number, count: number): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
