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
 * If this is what has just been made: its title takes the caret, and what was typed meanwhile; after Enter
 * it is left as by that key, and the rest goes where that leads. Only once.
 */
export function goOnTyping(id: string, title: HTMLInputElement | null | undefined): void {
  if (begunId !== id || !title) return
  begunId = null
  const [first, rest] = heldTitle === null ? [held?.value, ''] : [heldTitle, held?.value]
  const isLeft = heldTitle !== null
  title.focus()
  held?.remove()
  held = null
  write(first)
  if (!isLeft) return
  // The title has to know its words before it is left.
  setTimeout(() => {
    title.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    )
    write(rest)
  })
}

/** Writes where the caret stands, as if it were typed. */
function write(words: string | undefined): void {
  if (words !== undefined && words !== '') document.execCommand('insertText', false, words)
}
