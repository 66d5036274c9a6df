import type { CommandInput } from '../../shared/contract/index.ts'
import type { tableFormats } from '../../shared/contract/tables.ts'
import type { InstitutionalText } from '../../shared/model/institution.ts'
import { act, ask, callApp, showFailure } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { currentLanguage, text } from '../app/i18n.ts'
import { mayChange } from '../app/read-only.ts'
import { currentProject } from '../app/session.ts'
import { toast } from '../app/toast.ts'
import { closeViews, openView, select, workspaceStore } from '../app/workspace.ts'
import { fileName } from '../export/file-name.ts'
import { saveExport } from '../export/save-export.ts'
import { openTextDialog } from './text-dialog-state.ts'

/** Fields of a text as they are given to the engine. */
export type TextFields = Omit<CommandInput<'texts.update'>, 'textIds'>
export type InventoryFormat = (typeof tableFormats)[number]

export function openText(
  textId: string,
  options: { beside?: boolean; passing?: boolean } = {},
): void {
  openView({ type: 'text', id: textId }, options)
  select({ type: 'text', id: textId })
}

/** Registers a text by its title and opens its record. */
export async function createText(title: string): Promise<InstitutionalText | undefined> {
  const made = await act('texts.create', { title })
  if (made !== undefined) openText(made.id)
  return made
}

export async function updateTexts(
  textIds: readonly string[],
  fields: TextFields,
): Promise<boolean> {
  if (textIds.length === 0) return false
  return (await act('texts.update', { textIds: [...textIds], ...fields })) !== undefined
}

/** Asks first when something speaks of the texts; otherwise deletes at once. Both can be undone. */
export async function deleteTexts(texts: readonly InstitutionalText[]): Promise<void> {
  if (texts.length === 0 || !mayChange()) return
  const textIds = texts.map(({ id }) => id)
  const answers = await Promise.all(
    textIds.map((id) => ask('things.uses', { thing: { type: 'text', id } })),
  )
  const isUsed = answers.some((answer) => answer.ok && answer.value.items.length > 0)
  if (isUsed) openTextDialog({ type: 'delete', textIds })
  else await removeTexts(texts)
}

/** Deletes and says what went, with a way back. */
export async function removeTexts(texts: readonly InstitutionalText[]): Promise<void> {
  const ids = texts.map(({ id }) => id)
  if ((await act('texts.delete', { textIds: ids })) === undefined) return
  closeViews((view) => view.type === 'text' && ids.includes(view.id))
  const { selection } = workspaceStore.get()
  if (selection.type === 'text' && ids.includes(selection.id)) select({ type: 'none' })
  toastWithUndo(
    texts.length === 1
      ? text('texts.deleted', { title: texts[0]?.title ?? '' })
      : text('texts.deletedMany', { count: texts.length }),
  )
}

export async function mergeTexts(
  textIds: readonly string[],
  into: InstitutionalText,
): Promise<void> {
  const gone = textIds.filter((id) => id !== into.id)
  if (gone.length === 0) return
  if ((await act('texts.merge', { textIds: gone, intoId: into.id })) === undefined) return
  const { groups } = workspaceStore.get()
  const wasOpen = groups.some(({ tabs }) =>
    tabs.some(({ view }) => view.type === 'text' && gone.includes(view.id)),
  )
  closeViews((view) => view.type === 'text' && gone.includes(view.id))
  if (wasOpen) openText(into.id)
  else select({ type: 'text', id: into.id })
  toastWithUndo(text('texts.merged', { title: into.title }))
}

/** Asks for a table and adds its texts; those known by a name already are kept as they are. */
export async function importTexts(): Promise<void> {
  if (!mayChange()) return
  const [path] = await callApp('app.chooseFiles', {
    title: text('texts.importTitle'),
    filters: [{ name: text('texts.importFilter'), extensions: ['csv', 'xlsx'] }],
  })
  if (path === undefined) return
  const done = await act('texts.import', { path })
  if (done === undefined) return
  openView({ type: 'texts' })
  const message = text('texts.imported', { count: done.created, kept: done.kept })
  const hint =
    done.notes.length === 0
      ? undefined
      : text('texts.importNotes', { notes: done.notes.slice(0, 8).join(' · ') })
  if (done.created > 0) toastWithUndo(message, hint)
  else toast({ text: message, ...(hint === undefined ? {} : { hint }) })
}

/** Writes the whole register to a file that the reader chooses. */
export function exportInventory(format: InventoryFormat): Promise<void> {
  return saveExport(
    'export.table',
    { table: 'inventory', format, language: currentLanguage() },
    {
      title: text('texts.exportTitle'),
      fileName: fileName(currentProject()?.title ?? '', text('texts.exportFile')),
      extension: format,
      kind: text(`export.format_${format}`),
      saving: text('texts.exporting'),
      saved: ({ rows }) => text('texts.exported', { count: rows }),
    },
  )
}

/** Makes a code that stands for the text, so that passages about it can be indexed. */
export async function makeIndexCode(of: InstitutionalText): Promise<void> {
  const code = await act('codes.create', {
    name: of.title,
    kind: 'text',
    aliases: of.aliases,
    entity: { type: 'text', id: of.id },
  })
  if (code !== undefined) toastWithUndo(text('texts.indexCodeMade', { name: code.name }))
}

/** Shows the passage in its source. */
export async function jumpToPassage(passageId: string, beside = false): Promise<void> {
  const answer = await ask('passages.get', { passageId })
  if (!answer.ok) {
    showFailure(answer.error)
    return
  }
  const { sourceId, start, end } = answer.value
  openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
  select({ type: 'passage', id: passageId, sourceId })
}
