import * as Y from 'yjs'
import type { Conflict } from '../../../shared/model/conflicts.ts'
import { editBetween } from '../../../shared/text/text-splice.ts'
import { planCodeMerge } from '../codes/merge-codes.ts'
import { recodeCodings } from '../codes/recode.ts'
import { resolvePosition, type CodingRecord } from '../passages/passage-record.ts'
import { updateEntity } from '../project/entities.ts'
import type { ProjectMap } from '../project/documents.ts'
import type { Edit, Project } from '../project/project.ts'
import { blockAt, lettersOf, seedMemo, writeAtBeginning } from '../memos/memo-text.ts'
import { Refusal } from '../refusal.ts'
import { spliceBody } from '../sources/body.ts'
import { storedText } from '../sources/source-text-store.ts'
import type { Decision } from './settlements.ts'

type Effect = (edit: Edit) => void

/** What a decision about a conflict does to the project; looked at before anything is changed. */
export function effectOf(project: Project, conflict: Conflict, decision: Decision): Effect {
  const { outcome } = decision
  if (outcome === 'defer') return () => {}
  if (outcome === 'recode') return recodeInstead(project, conflict, decision.codeId)
  if (outcome === 'both') return keepBoth(project, conflict)
  const chosen = conflict.sides[outcome === 'A' ? 0 : 1]
  if (conflict.kind === 'sameName') {
    const other = conflict.sides[outcome === 'A' ? 1 : 0]
    return planCodeMerge(project, [String(other?.value)], String(chosen?.value)).carryOut
  }
  if (conflict.kind === 'text')
    return writeParagraph(project, conflict, String(chosen?.value ?? ''))
  return (edit) => setFields(project, edit, conflict, chosen?.value)
}

function setFields(project: Project, edit: Edit, conflict: Conflict, value: unknown): void {
  const { thing, field, sourceId } = conflict
  edit(
    sourceId !== '' && !['codes', 'sources'].includes(thing.map) ? `source:${sourceId}` : 'project',
    (doc) => {
      const map = doc.getMap<unknown>(thing.map)
      if (conflict.kind === 'map') {
        for (const [path, place] of Object.entries(value as Record<string, unknown>))
          setAt(map.get(thing.id), path.split('/'), place)
      } else if (conflict.kind === 'deletedUsed' && isFields(value)) restore(map, thing.id, value)
      else if (field === '') map.set(thing.id, value)
      else if (field.includes('/')) setAt(map.get(thing.id), field.split('/'), value)
      else updateEntity(project, doc, thing.map as ProjectMap, thing.id, { [field]: value })
    },
  )
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What was never made after all, since that was undone, is made again under its id. */
function restore(map: Y.Map<unknown>, id: string, fields: Record<string, unknown>): void {
  map.set(id, new Y.Map(Object.entries(fields)))
}

function setAt(start: unknown, path: readonly string[], value: unknown): void {
  let here = start
  for (const key of path.slice(0, -1)) here = here instanceof Y.Map ? here.get(key) : undefined
  const last = path.at(-1)
  if (here instanceof Y.Map && last !== undefined) here.set(last, value)
}

/** Both names of a code stay as name and alias, both codings of a passage as two; the rest stays as it is. */
function keepBoth(project: Project, conflict: Conflict): Effect {
  const { thing, field, sourceId } = conflict
  const values = conflict.sides.map(({ value }) => value)
  if (thing.map === 'codes' && field === 'name') {
    return (edit) =>
      edit('project', (doc) => {
        const code = doc.getMap<Y.Map<unknown>>('codes').get(thing.id)
        const name = code?.get('name')
        const known = (code?.get('aliases') as string[] | undefined) ?? []
        const aliases = [...new Set([...known, ...values.map(String)])].filter(
          (one) => one !== name,
        )
        updateEntity(project, doc, 'codes', thing.id, { aliases })
      })
  }
  if (thing.map !== 'codings') return () => {}
  return (edit) =>
    edit(`source:${sourceId}`, (doc) => {
      const codings = doc.getMap<CodingRecord>('codings')
      const present = codings.get(thing.id)
      const other = (values as CodingRecord[]).find((one) => one.codeId !== present?.codeId)
      if (other) codings.set(project.newId(), other)
    })
}

function recodeInstead(project: Project, conflict: Conflict, codeId: string | undefined): Effect {
  const { thing } = conflict
  // What stands in the closed layers of a round is nobody's to change any more (B5).
  if (codeId === undefined || !['codes', 'codings'].includes(thing.map) || isOfRound(conflict))
    throw new Refusal('settle.cannotRecode')
  const which = thing.map === 'codes' ? { codeId: thing.id } : { codingIds: [thing.id] }
  return (edit) => recodeCodings(project, edit, which, () => codeId)
}

/** Of uses in a round: the id has the round at its end. */
function isOfRound({ id, kind }: Conflict): boolean {
  return kind === 'deletedUsed' && id.split('/').length > 4
}

function writeParagraph(project: Project, conflict: Conflict, words: string): Effect {
  const { sourceId, place } = conflict
  if (sourceId === '') return writeBlock(conflict, words)
  const source = storedText(project.db, sourceId)
  if (!source || !place) throw new Refusal('source.notFound', { id: sourceId })
  const doc = project.source(sourceId)
  const start = resolvePosition(doc, place.start, true)
  const end = resolvePosition(doc, place.end, true)
  if (start === null || end === null || start > end) throw new Refusal('settle.gone')
  return (edit) =>
    edit(`source:${sourceId}`, (changed) => {
      // Only what differs is written, so that passages on the rest stay.
      const by = editBetween(source.text.slice(start, end), words, start)
      if (by) spliceBody(changed.getText('body'), source, by.start, by.end, by.text)
    })
}

/** In a memo or an account; a block that one took away while the other wrote in it comes back at the end. */
function writeBlock({ thing, place }: Conflict, words: string): Effect {
  return (edit) =>
    edit(`${thing.map === 'memos' ? 'memo' : 'account'}:${thing.id}`, (doc) => {
      const block = place && blockAt(doc, place.start)
      if (!block) return seedMemo(doc, words)
      const { present, letters } = lettersOf(block)
      const by = editBetween(present, words, 0)
      if (!by) return
      for (const at of letters.slice(by.start, by.end).toReversed()) block.delete(at, 1)
      const before = letters[by.start - 1]
      if (before !== undefined) block.insert(before + 1, by.text)
      else writeAtBeginning(block, by.text)
    })
}
