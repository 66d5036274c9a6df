let held: HTMLInputElement | null = null
let begunId: string | null = null

/**
 * Makes something whose title is to be typed next. What is typed while it is made, and its page on the
 * way, is kept for `goOnTyping`: no letter is lost, and none is taken for a shortcut. `label` names the
 * title, for who has the screen read out meanwhile.
 */
export async function typeWhile<T extends { id: string }>(
  label: string,
  make: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const before = document.activeElement
  held?.remove()
  const field = document.createElement('input')
  field.className = 'visually-hidden'
  field.setAttribute('aria-label', label)
  document.body.append(field)
  field.focus({ preventScroll: true })
  held = field
  const made = await make()
  begunId = made?.id ?? null
  if (made === undefined) {
    if (document.activeElement === field && before instanceof HTMLElement) before.focus()
    field.remove()
  }
  return made
}

/** If this is what has just been made: its title takes the caret, and what was typed meanwhile. Only once. */
export function goOnTyping(id: string, title: HTMLInputElement | null | undefined): void {
  if (begunId !== id || !title) return
  begunId = null
  title.focus()
  held?.remove()
  if (held !== null && held.value !== '') document.execCommand('insertText', false, held.value)
  held = null
}
