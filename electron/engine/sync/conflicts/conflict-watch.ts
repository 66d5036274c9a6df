import * as Y from 'yjs'
import type { ConflictSide } from '../../../../shared/model/conflicts.ts'
import { anchorRange } from '../../passages/passage-record.ts'
import { remoteOrigin } from '../../project/documents.ts'
import { createEntity } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import { writerOf } from '../../project/text-writers.ts'
import type { KnownState } from '../known-state.ts'
import { CodesAndSources, isLiving, type Found, type UsedThing } from './codes-and-sources.ts'
import { concurrentFields, type ConcurrentField, type FieldSide } from './concurrent-fields.ts'
import { LayerWatch } from './layers-of-deleted.ts'
import { restorePassages } from './restored-passages.ts'
import { paragraphsOfBoth, textBefore, type Parted, type TextBefore } from './paragraphs-of-both.ts'

/** Fields that say when and by whom, or where in a list: no one's opinion. */
const unremarkable = new Set([
  ...['changed', 'changedBy', 'created', 'deletedBy', 'written', 'order', 'number', 'closedBy'],
])
/** Maps in which both sides say the same of themselves. */
const unremarkableMaps = new Set([
  'conflicts',
  'settlements',
  'discussions',
  'import',
  'restored',
  'rounds',
])

/** The other side. */
interface Theirs {
  /** Id of the analyst; empty if it is not known. */
  analyst: string
  /** All they hold; null where it is not known, as in a live session: then a little less is found. */
  state: KnownState | null
  /** What was held of some documents, where not all is known. */
  parted?: ReadonlyMap<string, Parted>
}

/**
 * Watches updates of others come in, and notes what they and we decided differently (S12). To be used
 * inside `Project.receive`: `before` and `after` around each update, `note` at the end.
 */
export class ConflictWatch {
  readonly #project: Project
  readonly #theirs: Theirs
  readonly #found: Found[] = []
  readonly #things: CodesAndSources
  #layers: LayerWatch | null = null

  constructor(project: Project, theirs: Theirs) {
    this.#project = project
    this.#theirs = theirs
    this.#things = new CodesAndSources(project)
  }

  /** To be called before a change of our own after which more can be seen, as when a round closes. */
  watchLayers(): LayerWatch {
    return (this.#layers ??= new LayerWatch(this.#project))
  }

  /** Looks at an update before it is applied; call what it gives when it has been. */
  before(name: string, update: Uint8Array): () => void {
    const doc = this.#project.documents.get(name)
    if (name.startsWith('layer:')) {
      this.watchLayers().before(name, doc)
      return () => {}
    }
    const sourceId = name.startsWith('source:') ? name.slice('source:'.length) : ''
    if (name === 'project' || sourceId !== '')
      this.#addFields(doc, sourceId, concurrentFields(doc, update))
    if (name === 'project') {
      this.watchLayers()
      return this.#things.watch()
    }
    const vector = Y.decodeStateVector(Y.encodeStateVector(doc))
    const parted = this.#partedIn(name)
    const isShared = parted && hasOwnWork(vector, Y.decodeStateVector(parted.theirs))
    // With what was ever deleted, so that both versions of a paragraph can be read.
    const whole = isShared ? this.#project.log.load(name, { gc: false }) : null
    const words = whole ? textBefore(whole) : null
    return () => {
      if (sourceId !== '') {
        restorePassages(this.#project, sourceId, doc, update)
        this.#addUsesOfDeleted(doc, sourceId, vector)
      }
      if (!parted || !whole || !words) return
      Y.applyUpdate(whole, update)
      this.#addParagraphs(whole, name, words, parted, update)
      whole.destroy()
    }
  }

  #partedIn(name: string): Parted | null {
    const { state, parted } = this.#theirs
    const theirs = state?.documents.get(name)?.vector
    return theirs ? { ours: null, theirs } : (parted?.get(name) ?? null)
  }

  /** Writes what was found into the project document, so that it travels. */
  note(): void {
    this.#addDeletedHere()
    this.#addUsesInLayers()
    const doc = this.#project.documents.get('project')
    const known = doc.getMap('conflicts')
    const found = [...this.#found, ...this.#things.sameNames()].filter(({ id }) => !known.has(id))
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
      // What is placed on a map; its name and the like are fields as any.
      if (field.root === 'maps' && field.path.length > 2) {
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
      const first = (side: 'ours' | 'theirs') =>
        changes.map((change) => change[side]).toSorted((a, b) => (a.struct < b.struct ? -1 : 1))[0]
      const sideOf = (side: 'ours' | 'theirs'): FieldSide => ({
        ...{ struct: '', analyst: null, ...first(side) },
        value: values(side),
      })
      const whole = { ours: sideOf('ours'), theirs: sideOf('theirs') }
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
    const own = { value: ours.value, analystId: ours.analyst ?? analyst }
    const other = { value: theirs.value, analystId: theirs.analyst ?? this.#theirs.analyst }
    return ours.struct < theirs.struct ? [own, other] : [other, own]
  }

  #ourAnalyst(doc: Y.Doc, root: string, thing: string): string {
    const entry = doc.getMap(root).get(thing)
    const fields = (entry instanceof Y.Map ? entry.toJSON() : entry) as Record<string, unknown>
    return String(
      fields?.changedBy ?? fields?.analystId ?? fields?.createdBy ?? this.#project.analystId,
    )
  }

  /** Codings that came, with a code or in a source that had been deleted here. */
  #addUsesOfDeleted(doc: Y.Doc, sourceId: string, before: ReadonlyMap<number, number>): void {
    for (const [id, item] of doc.getMap('codings')._map) {
      if (item.deleted || item.id.clock < (before.get(item.id.client) ?? 0)) continue
      const { codeId, analystId } = doc.getMap('codings').get(id) as CodingFields
      const used: UsedThing[] = [
        { map: 'codes', id: codeId },
        { map: 'sources', id: sourceId },
      ]
      for (const thing of used)
        if (this.#things.wasGone(thing.map, thing.id))
          this.#addDeletedUsed(thing, sourceId, analystId)
    }
  }

  /** Codings that were made here, with a code or in a source that came in deleted, and not known there. */
  #addDeletedHere(): void {
    const { state } = this.#theirs
    if (!state) return
    for (const thing of this.#things.wentNow()) {
      const codings = this.#project.db
        .prepare<[string], { id: string; source_id: string; analyst_id: string }>(
          `SELECT id, source_id, analyst_id FROM codings
           WHERE ${thing.map === 'codes' ? 'code_id' : 'source_id'} = ?`,
        )
        .all(thing.id)
      for (const coding of codings) {
        const held = state.documents.get(`source:${coding.source_id}`)
        const vector = held ? Y.decodeStateVector(held.vector) : new Map<number, number>()
        const item = this.#project.source(coding.source_id).getMap('codings')._map.get(coding.id)
        if (item && item.id.clock >= (vector.get(item.id.client) ?? 0))
          this.#addDeletedUsed(thing, coding.source_id, coding.analyst_id)
      }
    }
  }

  /** Codings of rounds whose code went while they could not be seen (B12). */
  #addUsesInLayers(): void {
    if (!this.#layers) return
    const isGone = (id: string) => !isLiving(this.#project, 'codes', id)
    const codes = this.#things.wentNow().filter(({ map }) => map === 'codes')
    const wentNow = new Set(codes.map(({ id }) => id))
    const uses = this.#layers.uses(isGone, wentNow, this.#theirs.state)
    for (const { codeId, roundId, analystId } of uses) {
      // Who deleted it knew of their own codings.
      if (deleterOf(this.#project.map('codes').get(codeId)) === analystId) continue
      this.#addDeletedUsed({ map: 'codes', id: codeId }, '', analystId, roundId)
    }
  }

  /**
   * Deleted, or never made after all: undone by who made it. Then what it was is kept with the item.
   * Uses in a round are an item of their own, whatever was decided about others before.
   */
  #addDeletedUsed(
    { map, id }: UsedThing,
    sourceId: string,
    analystId: string,
    roundId?: string,
  ): void {
    if (this.#project.map('withdrawals').has(id)) return
    const things = this.#project.map(map)
    const entry = things.get(id)
    const item = entry ? entry._map.get('deleted') : things._map.get(id)
    if (!item) return
    const plain = `deletedUsed/${map}/${id}/${item.id.client}.${item.id.clock}`
    const name = roundId === undefined ? plain : `${plain}/${roundId}`
    if (this.#found.some((found) => found.id === name)) return
    const was = entry ? false : this.#things.fieldsOfUnmade(map, id)
    const maker = was === false ? undefined : was?.createdBy
    this.#found.push({
      id: name,
      kind: 'deletedUsed',
      thing: { map, id },
      field: 'deleted',
      sourceId,
      place: null,
      sides: [
        {
          value: true,
          analystId: String(deleterOf(entry) ?? maker ?? this.#theirs.analyst),
        },
        { value: was, analystId },
      ],
    })
  }

  #addParagraphs(
    doc: Y.Doc,
    name: string,
    before: TextBefore,
    parted: Parted,
    update: Uint8Array,
  ): void {
    const [type = '', id = ''] = name.split(':')
    const fresh = [...Y.parseUpdateMeta(update).to.keys()]
    for (const both of paragraphsOfBoth(doc, before, parted, update)) {
      const own = {
        value: both.ours,
        analystId: writerAmong(doc, both.ourClients) ?? this.#project.analystId,
      }
      const theirs = both.theirClients.length > 0 ? both.theirClients : fresh
      const other = {
        value: both.theirs,
        analystId: writerAmong(doc, theirs) ?? this.#theirs.analyst,
      }
      const isOrdered = both.ourStruct < both.theirStruct
      const { start, end } = anchorRange(both.text, '', both.start, both.end)
      this.#found.push({
        id: idOf('text', id, both.ourStruct, both.theirStruct),
        kind: 'text',
        thing: { map: `${type}s`, id },
        field: 'text',
        sourceId: type === 'source' ? id : '',
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

/** Whoever changed it last may be somebody else, as who gave it a name meanwhile. */
function deleterOf(entry: Y.Map<unknown> | undefined): unknown {
  return entry?.get('deletedBy') ?? entry?.get('changedBy')
}

function writerAmong(doc: Y.Doc, clients: Iterable<number>): string | null {
  for (const client of clients) {
    const writer = writerOf(doc, client)
    if (writer !== null) return writer
  }
  return null
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
