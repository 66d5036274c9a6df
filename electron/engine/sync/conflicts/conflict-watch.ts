import * as Y from 'yjs'
import type { Conflict, ConflictSide } from '../../../../shared/model/conflicts.ts'
import { anchorRange } from '../../passages/passage-record.ts'
import { remoteOrigin } from '../../project/documents.ts'
import { createEntity } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import type { KnownState } from '../known-state.ts'
import { concurrentFields, type ConcurrentField } from './concurrent-fields.ts'
import { paragraphsOfBoth, textBefore, type TextBefore } from './paragraphs-of-both.ts'

type Found = Omit<Conflict, 'created'>

/** Fields that say when and by whom, or where in a list: no one's opinion. */
const unremarkable = new Set(['changed', 'changedBy', 'created', 'order', 'number', 'closedBy'])
/** Maps in which both sides say the same of themselves. */
const unremarkableMaps = new Set(['conflicts', 'settlements', 'import', 'restored', 'rounds'])

/**
 * Watches updates of others come in, and notes what they and we decided differently (S12). To be used
 * inside `Project.receive`: `before` and `after` around each update, `note` at the end.
 */
export class ConflictWatch {
  readonly #project: Project
  readonly #theirs: { analyst: string; state: KnownState | null }
  readonly #found: Found[] = []
  readonly #namesBefore: ReadonlySet<string>
  readonly #deletedBefore: ReadonlySet<string>

  /** Without a state, as in a live session, only what shows in the updates themselves is found. */
  constructor(project: Project, theirs: { analyst: string; state: KnownState | null }) {
    this.#project = project
    this.#theirs = theirs
    this.#namesBefore = new Set(sameNames(project).map(({ id }) => id))
    this.#deletedBefore = deletedCodes(project)
  }

  /** Looks at an update before it is applied; call what it gives when it has been. */
  before(name: string, update: Uint8Array): () => void {
    const doc = this.#project.documents.get(name)
    if (name.startsWith('memo:') || name.startsWith('layer:')) return () => {}
    const sourceId = name.startsWith('source:') ? name.slice('source:'.length) : ''
    this.#addFields(doc, sourceId, concurrentFields(doc, update))
    if (sourceId === '') return () => {}
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
    const held = this.#theirs.state?.documents.get(name)
    const isShared = held && hasOwnWork(vector, Y.decodeStateVector(held.vector))
    // With what was ever deleted, so that both versions of a paragraph can be read.
    const whole = isShared ? this.#project.log.load(name, { gc: false }) : null
    const words = whole ? textBefore(whole) : null
    return () => {
      this.#addUsesOfDeleted(doc, sourceId, vector)
      if (!held || !whole || !words) return
      Y.applyUpdate(whole, update)
      this.#addParagraphs(whole, sourceId, words, held.vector, update)
      whole.destroy()
    }
  }

  /** Writes what was found into the project document, so that it travels. */
  note(): void {
    this.#addDeletedHere()
    const fresh = sameNames(this.#project).filter(({ id }) => !this.#namesBefore.has(id))
    const doc = this.#project.documents.get('project')
    const known = doc.getMap('conflicts')
    const found = [...this.#found, ...fresh].filter(({ id }) => !known.has(id))
    if (found.length === 0) return
    doc.transact(() => {
      for (const { id, ...fields } of found)
        createEntity(this.#project, doc, 'conflicts', id, { ...fields })
    }, remoteOrigin)
  }

  #addFields(doc: Y.Doc, sourceId: string, fields: readonly ConcurrentField[]): void {
    const maps = new Map<string, ConcurrentField[]>()
    for (const field of fields) {
      const [thing = '', name = ''] = field.path
      if (unremarkableMaps.has(field.root) || unremarkable.has(name)) continue
      if (field.root === 'maps' && field.path.length > 1) {
        maps.set(thing, [...(maps.get(thing) ?? []), field])
        continue
      }
      this.#found.push({
        id: idOf(field.root, field.path.join('/'), field.ours.struct, field.theirs.struct),
        kind: 'field',
        thing: { map: field.root, id: thing },
        field: field.path.slice(1).join('/'),
        sourceId,
        place: null,
        sides: this.#sides(field, this.#ourAnalyst(doc, field.root, thing)),
      })
    }
    for (const [thing, changes] of maps) {
      const values = (side: 'ours' | 'theirs') =>
        Object.fromEntries(
          changes.map((change) => [change.path.slice(1).join('/'), change[side].value]),
        )
      const structs = (side: 'ours' | 'theirs') =>
        changes.map((change) => change[side].struct).sort()[0] ?? ''
      const whole = {
        ours: { value: values('ours'), struct: structs('ours') },
        theirs: { value: values('theirs'), struct: structs('theirs') },
      }
      this.#found.push({
        id: idOf('maps', thing, whole.ours.struct, whole.theirs.struct),
        kind: 'map',
        thing: { map: 'maps', id: thing },
        field: '',
        sourceId,
        place: null,
        sides: this.#sides(whole, this.#ourAnalyst(doc, 'maps', thing)),
      })
    }
  }

  #sides(
    { ours, theirs }: Pick<ConcurrentField, 'ours' | 'theirs'>,
    analyst: string,
  ): ConflictSide[] {
    const own = { value: ours.value, analystId: analyst }
    const other = { value: theirs.value, analystId: this.#theirs.analyst }
    return ours.struct < theirs.struct ? [own, other] : [other, own]
  }

  #ourAnalyst(doc: Y.Doc, root: string, thing: string): string {
    const entry = doc.getMap(root).get(thing)
    const fields = (entry instanceof Y.Map ? entry.toJSON() : entry) as Record<string, unknown>
    return String(
      fields?.changedBy ?? fields?.analystId ?? fields?.createdBy ?? this.#project.analystId,
    )
  }

  /** Codings that came with a code that had been deleted here. */
  #addUsesOfDeleted(doc: Y.Doc, sourceId: string, before: ReadonlyMap<number, number>): void {
    if (this.#deletedBefore.size === 0) return
    for (const [id, item] of doc.getMap('codings')._map) {
      if (item.deleted || item.id.clock < (before.get(item.id.client) ?? 0)) continue
      const { codeId, analystId } = doc.getMap('codings').get(id) as CodingFields
      if (this.#deletedBefore.has(codeId)) this.#addDeletedUsed(codeId, sourceId, analystId)
    }
  }

  /** Codings that were made here with a code that came in deleted, and that its deleter did not know. */
  #addDeletedHere(): void {
    const { state } = this.#theirs
    if (!state) return
    for (const codeId of deletedCodes(this.#project)) {
      if (this.#deletedBefore.has(codeId)) continue
      const codings = this.#project.db
        .prepare<[string], { id: string; source_id: string; analyst_id: string }>(
          'SELECT id, source_id, analyst_id FROM codings WHERE code_id = ?',
        )
        .all(codeId)
      for (const { id, source_id, analyst_id } of codings) {
        const held = state.documents.get(`source:${source_id}`)
        const vector = held ? Y.decodeStateVector(held.vector) : new Map<number, number>()
        const item = this.#project.source(source_id).getMap('codings')._map.get(id)
        if (item && item.id.clock >= (vector.get(item.id.client) ?? 0))
          this.#addDeletedUsed(codeId, source_id, analyst_id)
      }
    }
  }

  #addDeletedUsed(codeId: string, sourceId: string, analystId: string): void {
    const code = this.#project.map('codes').get(codeId)
    const item = code?._map.get('deleted')
    if (!code || !item) return
    const id = `deletedUsed/${codeId}/${item.id.client}.${item.id.clock}`
    if (this.#found.some((found) => found.id === id)) return
    this.#found.push({
      id,
      kind: 'deletedUsed',
      thing: { map: 'codes', id: codeId },
      field: 'deleted',
      sourceId,
      place: null,
      sides: [
        { value: true, analystId: String(code.get('changedBy') ?? '') },
        { value: false, analystId },
      ],
    })
  }

  #addParagraphs(
    doc: Y.Doc,
    sourceId: string,
    before: TextBefore,
    theirVector: Uint8Array,
    update: Uint8Array,
  ): void {
    const { ds } = Y.decodeUpdate(update)
    const body = doc.getText('body')
    const text = body.toString()
    for (const both of paragraphsOfBoth(doc, before, Y.decodeStateVector(theirVector), ds)) {
      const own = { value: both.ours, analystId: this.#project.analystId }
      const other = { value: both.theirs, analystId: this.#theirs.analyst }
      const isOrdered = both.ourStruct < both.theirStruct
      const { start, end } = anchorRange(body, text, both.start, both.end)
      this.#found.push({
        id: idOf('text', sourceId, both.ourStruct, both.theirStruct),
        kind: 'text',
        thing: { map: 'sources', id: sourceId },
        field: 'text',
        sourceId,
        place: { start, end },
        sides: isOrdered ? [own, other] : [other, own],
      })
    }
  }
}

interface CodingFields {
  codeId: string
  analystId: string
}

function idOf(root: string, path: string, one: string, other: string): string {
  return [root, path, ...[one, other].sort()].join('/')
}

function hasOwnWork(
  ours: ReadonlyMap<number, number>,
  theirs: ReadonlyMap<number, number>,
): boolean {
  return [...ours].some(([client, clock]) => clock > (theirs.get(client) ?? 0))
}

function deletedCodes(project: Project): Set<string> {
  const codes = [...project.map('codes')]
  return new Set(codes.filter(([, code]) => code.get('deleted') === true).map(([id]) => id))
}

/** Codes that stand beside each other under one name: the commands refuse it, so two people made them. */
function sameNames(project: Project): Found[] {
  const groups = new Map<string, [string, Y.Map<unknown>][]>()
  for (const [id, code] of project.map('codes')) {
    if (code.get('deleted') === true) continue
    const name = String(code.get('name') ?? '')
      .trim()
      .toLocaleLowerCase('nb')
    const place = `${String(code.get('parentId') ?? '')}\n${name}`
    groups.set(place, [...(groups.get(place) ?? []), [id, code]])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [one, other] = group.sort(([a], [b]) => (a < b ? -1 : 1))
      const side = (entry: typeof one): ConflictSide => ({
        value: entry?.[0] ?? '',
        analystId: String(entry?.[1].get('createdBy') ?? ''),
      })
      return {
        id: `sameName/${group.map(([id]) => id).join('/')}`,
        kind: 'sameName' as const,
        thing: { map: 'codes', id: one?.[0] ?? '' },
        field: 'name',
        sourceId: '',
        place: null,
        sides: [side(one), side(other)],
      }
    })
}
