import { act } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { openView, select } from '../app/workspace.ts'
import type { FindingsPart } from '../app/views.ts'
import type { usePassageInHand } from '../passages/passage-in-hand.ts'

type InHand = NonNullable<ReturnType<typeof usePassageInHand>>

/**
 * Begins a finding, with the passage in hand where it takes one, and leaves the cursor in its title;
 * a circuit is not made up but found, and its page offers the first to be named.
 */
export async function beginFinding(part: FindingsPart, inHand?: InHand): Promise<void> {
  openView({ type: 'findings', part })
  if (part === 'disjunctures') {
    const made = await act('disjunctures.create', {
      title: text('analysis.untitled.disjunctures'),
      ...(inHand === undefined ? {} : { sideAPassages: [inHand.at] }),
    })
    if (made === undefined) return
    select({ type: 'disjuncture', id: made.id })
    focusTitle(made.id)
  } else if (part === 'threads') {
    const made = await act('threads.create', {
      title: text('analysis.untitled.threads'),
      ...(inHand === undefined ? {} : { items: [{ at: inHand.at }] }),
    })
    if (made !== undefined) focusTitle(made.id)
  } else focusWhenThere(part === 'circuits' ? '.circuit-found .button' : '[data-new-finding]', part)
}

/** The title of a finding, ready to be written over, as soon as it is there. */
export function focusTitle(id: string): void {
  focusWhenThere(`[data-finding="${id}"] .finding-title`)
}

function focusWhenThere(selector: string, part?: FindingsPart): void {
  const within = part === undefined ? '' : `[data-view="findings:${part}"] `
  const find = (): HTMLElement | null =>
    [...document.querySelectorAll<HTMLElement>(`${within}${selector}`)].find((element) =>
      element.checkVisibility(),
    ) ?? null
  const take = (): boolean => {
    const field = find()
    if (field === null) return false
    field.focus()
    if (field instanceof HTMLInputElement) field.select()
    field.scrollIntoView({ block: 'nearest' })
    return true
  }
  if (take()) return
  const observer = new MutationObserver(() => {
    if (!take()) return
    observer.disconnect()
    clearTimeout(latest)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  const latest = setTimeout(() => observer.disconnect(), 3000)
}

const deletions = {
  disjuncture: (id: string) => act('disjunctures.delete', { disjunctureIds: [id] }),
  thread: (id: string) => act('threads.delete', { threadIds: [id] }),
  circuit: (id: string) => act('circuits.delete', { circuitIds: [id] }),
  term: (id: string) => act('terms.delete', { termIds: [id] }),
}

export async function deleteFinding(
  type: keyof typeof deletions,
  id: string,
  name: string,
): Promise<void> {
  const done = await deletions[type](id)
  if (done === undefined) return
  if (type === 'disjuncture' || type === 'term') select({ type: 'none' })
  toastWithUndo(text('analysis.deleted', { name }))
}
