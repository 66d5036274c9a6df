/**
 * Gives the focus to something of a list or grid of which only a part is drawn: at once if it is there,
 * for the next key is meant for it; otherwise when it has been drawn, unless the focus was taken
 * elsewhere by then, as into a dialog.
 */
export function focusDrawn(find: () => HTMLElement | SVGElement | null | undefined): void {
  const there = find()
  if (there) {
    there.focus({ preventScroll: true })
    return
  }
  const before = document.activeElement
  requestAnimationFrame(() => {
    const present = document.activeElement
    if (present === before || present === document.body) find()?.focus({ preventScroll: true })
  })
}
