let held: HTMLInputElement | null = null
/** What was typed before Enter; null while Enter was not pressed. */
let heldTitle: string | null = null
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
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || heldTitle !== null) return
    heldTitle = field.value
    field.value = ''
  })
  document.body.append(field)
  field.focus({ preventScroll: true })
  held = field
  heldTitle = null
  const made = await make()
  begunId = made?.id ?? null
  if (made === undefined) {
    if (document.activeElement === field && before instanceof HTMLElement) before.focus()
    field.remove()
  }
  return made
}

/**
 * If this is what has just been made: its title takes the caret, and what was typed meanwhile. After Enter
 * `save` is given the title, and what is typed from then on is kept for `goOnWriting`. Only once.
 */
export function goOnTyping(
  id: string,
  title: HTMLInputElement | null | undefined,
  save: (title: string) => void,
): void {
  if (begunId !== id || !title || held === null) return
  if (heldTitle === null) {
    begunId = null
    title.focus()
    held.remove()
    if (held.value !== '') document.execCommand('insertText', false, held.value)
    held = null
  } else if (heldTitle.trim() !== '') {
    save(heldTitle.trim())
    heldTitle = ''
  }
}

/** If the title of this was left by Enter before its text was there: what was typed since then. Only once. */
export function goOnWriting(id: string, write: (words: string) => void): void {
  if (begunId !== id || heldTitle === null || held === null) return
  begunId = null
  write(held.value)
  held.remove()
  held = null
}
