import { ask } from '../../app/engine-client.ts'
import { text } from '../../app/i18n.ts'
import { toast } from '../../app/toast.ts'
import { openView, select } from '../../app/workspace.ts'
import type { Row } from './table-rows.ts'

/** Shows in the inspector what a row is about, where it has a card. */
export function selectRow({ ref }: Row): void {
  if (ref === null) return
  const { type, id } = ref
  switch (type) {
    case 'text':
    case 'clause':
    case 'link':
    case 'actor':
    case 'step':
    case 'flow':
    case 'disjuncture':
      select({ type, id })
  }
}

/** Opens the page of what a row is about: the text, the process, the ledger, the words themselves. */
export async function openRow(row: Row): Promise<void> {
  const { ref } = row
  if (ref === null) return
  selectRow(row)
  const { type, id } = ref
  if (type === 'text') openView({ type: 'text', id })
  else if (type === 'disjuncture') openView({ type: 'findings', part: 'disjunctures' })
  else if (type === 'thread') openView({ type: 'findings', part: 'threads' })
  else if (type === 'clause') {
    const found = await ask('clauses.list', {})
    const clause = found.ok ? found.value.items.find((each) => each.id === id) : undefined
    if (clause !== undefined) openView({ type: 'text', id: clause.textId })
  } else if (type === 'step' || type === 'flow') {
    const found = await ask(type === 'step' ? 'steps.list' : 'flows.list', {})
    const thing = found.ok ? found.value.items.find((each) => each.id === id) : undefined
    if (thing !== undefined) openView({ type: 'process', id: thing.processId })
  } else if (type === 'link') {
    const found = await ask('links.list', {})
    const link = found.ok ? found.value.items.find((each) => each.id === id) : undefined
    if (link !== undefined) openView({ type: 'hierarchy', focus: link.from })
  } else if (type === 'activation') {
    const found = await ask('activations.list', {})
    const entry = found.ok ? found.value.items.find((each) => each.id === id) : undefined
    if (entry === undefined) return
    const { sourceId, passageId, start, end } = entry
    openView({ type: 'source', id: sourceId, at: { start, end } })
    select({ type: 'passage', id: passageId, sourceId })
  }
}

/** Opens the words that are cited as `4:32`: source 4, paragraph 32. */
export async function openLabel(label: string, beside: boolean): Promise<void> {
  const number = Number(label.split(':')[0])
  const sources = await ask('sources.list', {})
  const source = sources.ok ? sources.value.items.find((each) => each.number === number) : undefined
  const passages = source && (await ask('sources.passages', { sourceId: source.id }))
  const passage =
    passages?.ok === true ? passages.value.items.find((each) => each.label === label) : undefined
  if (passage === undefined) {
    toast({ text: text('analysis.passageNotFound', { label }) })
    return
  }
  const { id, sourceId, start, end } = passage
  openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
  select({ type: 'passage', id, sourceId })
}
