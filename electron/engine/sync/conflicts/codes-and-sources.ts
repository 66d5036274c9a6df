import * as Y from 'yjs'
import type { Conflict, ConflictSide } from '../../../../shared/model/conflicts.ts'
import type { Project } from '../../project/project.ts'

export type Found = Omit<Conflict, 'created'>
export type Fields = Record<string, unknown>

const usedMaps = ['codes', 'sources'] as const
export type UsedMap = (typeof usedMaps)[number]

export interface UsedThing {
  map: UsedMap
  id: string
}

/**
 * What an exchange does to the codes and sources of a project. Only what it touches is looked at: a
 * project has thousands of things, and a partner at work sends changes many times a second.
 */
export class CodesAndSources {
  readonly #project: Project
  /** Things that came, went or came back: what each was before the exchange. */
  readonly #were = new Map<string, UsedThing & { was: 'living' | 'gone' | 'unknown' }>()
  /** Fields of things whose making was undone. */
  readonly #unmade = new Map<string, Fields>()
  /** Names under which something changed, by parent. */
  readonly #names = new Map<string, Set<string>>()

  constructor(project: Project) {
    this.#project = project
  }

  /** Sees what happens in the document `project` until what it gives is called. */
  watch(): () => void {
    const ends = usedMaps.map((map) => {
      const things = this.#project.map(map)
      const see = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
        for (const event of events)
          if (event.path.length === 0) this.#seeThings(map, event)
          else if (event.path.length === 1) this.#seeFields(map, String(event.path[0]), event)
      }
      things.observeDeep(see as Parameters<typeof things.observeDeep>[0])
      return () => things.unobserveDeep(see as Parameters<typeof things.unobserveDeep>[0])
    })
    return () => {
      for (const end of ends) end()
    }
  }

  /** Whether it had a tombstone before, or its making had been undone. */
  wasGone(map: UsedMap, id: string): boolean {
    const known = this.#were.get(`${map} ${id}`)
    if (known) return known.was === 'gone'
    return this.#project.map(map)._map.has(id) && !isLiving(this.#project, map, id)
  }

  /** Things that were there before and are not any more. */
  wentNow(): UsedThing[] {
    return [...this.#were.values()].filter(
      ({ map, id, was }) => was === 'living' && !isLiving(this.#project, map, id),
    )
  }

  /** The fields of a thing whose making is undone: let go in memory, but the log still has them. */
  fieldsOfUnmade(map: UsedMap, id: string): Fields | null {
    const known = this.#unmade.get(`${map} ${id}`)
    if (known) return known
    const whole = this.#project.log.load('project', { gc: false })
    const content = whole.getMap(map)._map.get(id)?.content
    const fields = content instanceof Y.ContentType ? fieldsIn(content.type) : {}
    whole.destroy()
    return Object.keys(fields).length === 0 ? null : fields
  }

  /**
   * Codes that have come to stand beside each other under one name: the commands refuse it, so two
   * people made them.
   */
  sameNames(): Found[] {
    if (this.#names.size === 0) return []
    const groups = new Map<string, [string, Y.Map<unknown>][]>()
    for (const [id, code] of this.#project.map('codes')) {
      const { parent, name } = placeOf(code.get('parentId'), code.get('name'))
      if (!this.#names.get(parent)?.has(name) || code.get('deleted') === true) continue
      const place = `${parent}\n${name}`
      groups.set(place, [...(groups.get(place) ?? []), [id, code]])
    }
    return [...groups.values()].filter((group) => group.length > 1).map(foundOf)
  }

  /** Things that came, or whose making was undone. */
  #seeThings(map: UsedMap, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    for (const [id, { action, oldValue }] of event.changes.keys) {
      const thing = this.#project.map(map).get(id)
      if (thing && map === 'codes') this.#noteName(thing.get('parentId'), thing.get('name'))
      const fields = oldValue instanceof Y.Map ? fieldsIn(oldValue) : null
      if (fields && map === 'codes') this.#noteName(fields.parentId, fields.name)
      if (fields && !thing) this.#unmade.set(`${map} ${id}`, fields)
      const was = fields?.deleted === true ? 'gone' : 'living'
      this.#noteWas(map, id, action === 'add' ? 'unknown' : was)
    }
  }

  #seeFields(map: UsedMap, id: string, event: Y.YEvent<Y.AbstractType<unknown>>): void {
    const { keys } = event.changes
    const deleted = keys.get('deleted')
    if (deleted) this.#noteWas(map, id, deleted.oldValue === true ? 'gone' : 'living')
    const name = keys.get('name')
    const parent = keys.get('parentId')
    if (map !== 'codes' || !(deleted ?? name ?? parent)) return
    const code = this.#project.map('codes').get(id)
    this.#noteName(code?.get('parentId'), code?.get('name'))
    this.#noteName(
      parent ? parent.oldValue : code?.get('parentId'),
      name ? name.oldValue : code?.get('name'),
    )
  }

  #noteWas(map: UsedMap, id: string, was: 'living' | 'gone' | 'unknown'): void {
    const key = `${map} ${id}`
    if (!this.#were.has(key)) this.#were.set(key, { map, id, was })
  }

  #noteName(parentId: unknown, codeName: unknown): void {
    const { parent, name } = placeOf(parentId, codeName)
    const names = this.#names.get(parent) ?? new Set()
    this.#names.set(parent, names.add(name))
  }
}

export function isLiving(project: Project, map: UsedMap, id: string): boolean {
  const thing = project.map(map).get(id)
  return thing !== undefined && thing.get('deleted') !== true
}

function placeOf(parentId: unknown, name: unknown): { parent: string; name: string } {
  const said = typeof name === 'string' ? name : ''
  return {
    parent: typeof parentId === 'string' ? parentId : '',
    name: said.trim().toLocaleLowerCase('nb'),
  }
}

/** Of a thing that may be deleted: what its fields held last. */
function fieldsIn(thing: { _map: Map<string, Y.Item> }): Fields {
  return Object.fromEntries(
    [...thing._map].map(([key, item]) => [key, item.content.getContent().at(-1) ?? null]),
  )
}

function foundOf(group: [string, Y.Map<unknown>][]): Found {
  const [one, other] = group.sort(([a], [b]) => (a < b ? -1 : 1))
  const side = (entry: typeof one): ConflictSide => ({
    value: entry?.[0] ?? '',
    analystId: String(entry?.[1].get('createdBy') ?? ''),
  })
  return {
    id: `sameName/${group.map(([id]) => id).join('/')}`,
    kind: 'sameName',
    thing: { map: 'codes', id: one?.[0] ?? '' },
    field: 'name',
    sourceId: '',
    place: null,
    sides: [side(one), side(other)],
  }
}
