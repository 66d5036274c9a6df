const patience = 1500

/** Puts the cursor into a field that is about to appear, its text marked. */
export function focusField(selector: string): void {
  const until = performance.now() + patience
  const look = (): void => {
    const fields = [...document.querySelectorAll<HTMLElement>(selector)]
    const field = fields.find((candidate) => candidate.checkVisibility())
    if (field !== undefined) {
      field.focus()
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select()
    } else if (performance.now() < until) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
