import { act, ask, callApp, showFailure } from '../app/engine-client.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { text } from '../app/i18n.ts'
import { closeViews, openView, select } from '../app/workspace.ts'
import type { CommandInput } from '../../shared/contract/index.ts'
import type { Code, CodeSet } from '../../shared/model/entities.ts'
import type { DraggedRange } from './code-drag.ts'
import type { CodeForest } from './tree/code-forest.ts'
import type { CodeMove } from './tree/move-codes.ts'
import { changeTree, chooseCode, treeState } from './tree/tree-state.ts'

export async function createCode(
  name: string,
  parent: Code | undefined,
  more: Omit<CommandInput<'codes.create'>, 'name' | 'parentId'> = {},
): Promise<Code | undefined> {
  const inherited = parent === undefined ? {} : { kind: parent.kind, hue: parent.hue }
  const code = await act('codes.create', {
    name,
    parentId: parent?.id ?? null,
    ...inherited,
    ...more,
  })
  if (code !== undefined) {
    chooseCode(code.id)
    select({ type: 'code', id: code.id })
  }
  return code
}

export async function updateCodes(
  codeIds: readonly string[],
  fields: Omit<CommandInput<'codes.update'>, 'codeIds'>,
): Promise<boolean> {
  if (codeIds.length === 0) return false
  return (await act('codes.update', { codeIds: [...codeIds], ...fields })) !== undefined
}

export async function moveCodes(move: CodeMove | undefined): Promise<void> {
  if (move !== undefined) await act('codes.move', { ...move })
}

/**
 * Deletes at once and says what went, with a way back. All that were chosen: what lies below them goes
 * along as the engine has it, which the window may not have painted yet.
 */
export async function deleteCodes(forest: CodeForest, codeIds: readonly string[]): Promise<void> {
  const ids = codeIds.filter((id) => forest.nodeById.has(id))
  if (ids.length === 0) return
  const name = forest.nodeById.get(ids[0] ?? '')?.code.name ?? ''
  const gone = await act('codes.delete', { codeIds: ids })
  if (gone === undefined) return
  const codings = text('codes.nCodings', { count: gone.codings })
  changeTree({ selected: treeState().selected.filter((id) => !ids.includes(id)) })
  select({ type: 'none' })
  closeViews((view) => view.type === 'code' && ids.includes(view.id))
  toastWithUndo(
    gone.codes === 1
      ? text('codes.deletedOne', { name, codings })
      : text('codes.deletedMany', { codes: text('codes.nCodes', { count: gone.codes }), codings }),
  )
}

export async function mergeCodes(codeIds: readonly string[], into: Code): Promise<void> {
  const gone = codeIds.filter((id) => id !== into.id)
  if (gone.length === 0) return
  const merged = await act('codes.merge', { codeIds: gone, intoId: into.id })
  if (merged === undefined) return
  closeViews((view) => view.type === 'code' && gone.includes(view.id))
  chooseCode(into.id)
  select({ type: 'code', id: into.id })
  const codings = text('codes.nCodings', { count: merged.codings })
  toastWithUndo(text('codes.mergedInto', { name: into.name, codings }))
}

/** Takes codes out of use, or back into it. */
export async function retireCodes(
  forest: CodeForest,
  codeIds: readonly string[],
  isRetired: boolean,
): Promise<void> {
  const isDone = await updateCodes(codeIds, { status: isRetired ? 'retired' : 'in use' })
  if (!isDone || !isRetired) return
  const name = forest.nodeById.get(codeIds[0] ?? '')?.code.name ?? ''
  toastWithUndo(
    codeIds.length === 1
      ? text('codes.retiredOne', { name })
      : text('codes.retiredMany', { codes: text('codes.nCodes', { count: codeIds.length }) }),
  )
}

export async function codeRange(range: DraggedRange, code: Code): Promise<void> {
  const coded = await act('passages.code', { ...range, codeId: code.id })
  if (coded === undefined) return
  select({ type: 'passage', id: coded.passageId, sourceId: coded.sourceId })
  toastWithUndo(text('codes.coded', { name: code.name }))
}

type SetOfCodes = Pick<CodeSet, 'id' | 'name' | 'codeIds'>

export async function addToSet(set: SetOfCodes, codeIds: readonly string[]): Promise<void> {
  const added = codeIds.filter((id) => !set.codeIds.includes(id))
  if (added.length === 0) return
  const done = await act('codeSets.update', {
    codeSetId: set.id,
    codeIds: [...set.codeIds, ...added],
  })
  if (done === undefined) return
  const codes = text('codes.nCodes', { count: added.length })
  toastWithUndo(text('codes.addedToSet', { codes, name: set.name }))
}

export async function removeFromSet(set: SetOfCodes, codeIds: readonly string[]): Promise<void> {
  const left = set.codeIds.filter((id) => !codeIds.includes(id))
  const done = await act('codeSets.update', { codeSetId: set.id, codeIds: left })
  if (done === undefined) return
  const codes = text('codes.nCodes', { count: set.codeIds.length - left.length })
  toastWithUndo(text('codes.removedFromSet', { codes, name: set.name }))
}

export async function importCodebook(): Promise<void> {
  const [path] = await callApp('app.chooseFiles', {
    title: text('codes.importTitle'),
    filters: [{ name: text('codes.importFilter'), extensions: ['csv', 'xlsx', 'qdc'] }],
    multiple: false,
  })
  if (path === undefined) return
  const done = await act('codes.import', { path })
  if (done === undefined) return
  const said = text('codes.imported', { created: done.created, kept: done.kept })
  toastWithUndo(said, done.notes.length > 0 ? done.notes.join(' ') : undefined)
}

/** Shows a passage where it stands in its source. */
export async function openPassage(passageId: string, beside = false): Promise<void> {
  const answer = await ask('passages.get', { passageId })
  if (!answer.ok) {
    showFailure(answer.error)
    return
  }
  const { id, sourceId, start, end, state } = answer.value
  if (state === 'lost') openView({ type: 'lost' })
  else openView({ type: 'source', id: sourceId, at: { start, end } }, { beside })
  select({ type: 'passage', id, sourceId })
}
