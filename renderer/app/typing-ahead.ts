/**
 * Takes what is typed while the field it is meant for is still on its way, so that no letter is lost and
 * none is taken for a shortcut.
 */
export interface TypingAhead {
  /** The field is there: it has the caret, and what was typed. */
  goOnIn: (field: HTMLInputElement) => void
  /** The field does not come: what had the caret has it again. */
  giveUp: () => void
}

/** `label` names the field, for who has the screen read out meanwhile. */
export function typeAhead(label: string): TypingAhead {
  const before = document.activeElement
  const held = document.createElement('input')
  held.className = 'visually-hidden'
  held.setAttribute('aria-label', label)
  document.body.append(held)
  held.focus({ preventScroll: true })
  return {
    goOnIn: (field) => {
      field.focus()
      held.remove()
      if (held.value !== '') document.execCommand('insertText', false, held.value)
    },
    giveUp: () => {
      if (document.activeElement === held && before instanceof HTMLElement) before.focus()
      held.remove()
    },
  }
}
