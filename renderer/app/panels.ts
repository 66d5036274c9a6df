const order = ['navigator', 'centre', 'inspector'] as const
type PanelName = (typeof order)[number]
const focusable =
  'button:not([disabled]):not([tabindex="-1"]),[href],input:not([disabled]),select,textarea,[contenteditable="true"],[tabindex]:not([tabindex="-1"])'
const lastFocus = new Map<string, HTMLElement>()

/** Moves the focus to a panel by name, or to the next (1) or previous (-1) one that is shown. */
export function focusNextPanel(target: PanelName | 1 | -1): void {
  const shown = order.flatMap((name) => {
    const element = document.querySelector<HTMLElement>(`[data-panel="${name}"]`)
    return element === null ? [] : [{ name, element }]
  })
  const focused = document.activeElement
  const here = shown.findIndex(({ element }) => element.contains(focused))
  if (here !== -1 && focused instanceof HTMLElement) {
    lastFocus.set(shown[here]?.name ?? '', focused)
  }
  const next =
    typeof target === 'number'
      ? shown[(Math.max(here, target === 1 ? -1 : 0) + target + shown.length) % shown.length]
      : shown.find(({ name }) => name === target)
  if (next !== undefined) focusIn(next.name, next.element, typeof target === 'number')
}

function focusIn(name: PanelName, panel: HTMLElement, isReturn: boolean): void {
  const before = lastFocus.get(name)
  if (isReturn && before !== undefined && panel.contains(before) && isVisible(before)) {
    before.focus()
    return
  }
  const chosen =
    name === 'navigator'
      ? (panel.querySelector<HTMLElement>('[role=tree],[role=listbox],[role=grid]') ??
        panel.querySelector<HTMLElement>('[aria-current="page"]'))
      : panel.querySelector<HTMLElement>('.tab-page:not([hidden]) [data-autofocus]')
  const first = [...panel.querySelectorAll<HTMLElement>(focusable)].find(isVisible)
  ;(chosen ?? first)?.focus()
}

function isVisible(element: HTMLElement): boolean {
  return element.checkVisibility()
}
