import * as Y from 'yjs'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { wellFormed } from '../../../shared/text/well-formed.ts'
import { Refusal } from '../refusal.ts'
import { changeCollection, collectionOf, isCollection } from './collections.ts'
import type { ProjectMap } from './documents.ts'
import type { Project } from './project.ts'

/**
 * Entities of the project document: each is a `Y.Map` of plain values under its id, so that two people
 * who change different fields both keep their change. Deleting sets `deleted`, a tombstone.
 */
export type Fields = Record<string, unknown>

export interface Entity extends Fields {
  id: string
  created: string
  createdBy: string
  changed: string
}

export function createEntity(
  project: Project,
  doc: Y.Doc,
  map: ProjectMap,
  id: string,
  fields: Fields,
): void {
  const now = project.now()
  const entity = new Y.Map<unknown>()
  const stamped = { ...fields, created: now, createdBy: project.analystId, changed: now }
  for (const [name, field] of Object.entries(stamped)) {
    if (field === undefined) continue
    // Also what was read from a file.
    const value = wellFormed(field)
    entity.set(name, isCollection(map, name) ? collectionOf(value) : value)
  }
  doc.getMap(map).set(id, entity)
}

/** Sets the given fields; those that are undefined or equal are left alone. */
export function updateEntity(
  project: Project,
  doc: Y.Doc,
  map: ProjectMap,
  id: string,
  fields: Fields,
): void {
  const entity = doc.getMap<Y.Map<unknown>>(map).get(id)
  if (!entity) return
  let isChanged = false
  for (const [name, field] of Object.entries(fields)) {
    if (field === undefined) continue
    const value = wellFormed(field)
    if (isCollection(map, name)) {
      if (changeCollection(entity, name, value)) isChanged = true
      continue
    }
    if (JSON.stringify(entity.get(name)) === JSON.stringify(value)) continue
    entity.set(name, value)
    isChanged = true
  }
  if (!isChanged) return
  if (fields.deleted === true) entity.set('deletedBy', project.analystId)
  entity.set('changed', project.now())
  entity.set('changedBy', project.analystId)
}

/** Sets keys of an entity, or takes them away where the value is null; equal ones are left alone. */
export function setKeys(
  project: Project,
  doc: Y.Doc,
  map: ProjectMap,
  id: string,
  keys: readonly (readonly [key: string, value: string | number | boolean | null])[],
): void {
  const entity = doc.getMap<Y.Map<unknown>>(map).get(id)
  const differing = keys.filter(([key, value]) => (entity?.get(key) ?? null) !== value)
  if (!entity || differing.length === 0) return
  for (const [key, value] of differing) {
    if (value === null) entity.delete(key)
    else entity.set(key, value)
  }
  entity.set('changed', project.now())
  entity.set('changedBy', project.analystId)
}

/** All living entities of a kind, as projected. */
export function listEntities(project: Project, map: ProjectMap): Entity[] {
  return project.db
    .prepare<[string], { id: string; data: string }>(
      'SELECT id, data FROM entities WHERE kind = ? AND deleted = 0 ORDER BY id',
    )
    .all(map)
    .map(rowToEntity)
}

/** A living entity, or a refusal with `missing`. */
export function entityById(
  project: Project,
  map: ProjectMap,
  id: string,
  missing: ErrorCode,
): Entity {
  const row = project.db
    .prepare<[string, string], { id: string; data: string }>(
      'SELECT id, data FROM entities WHERE kind = ? AND id = ? AND deleted = 0',
    )
    .get(map, id)
  if (!row) throw new Refusal(missing, { id })
  return rowToEntity(row)
}

function rowToEntity(row: { id: string; data: string }): Entity {
  return { ...JSON.parse(row.data), id: row.id }
}

/** Fields that were given; `undefined` ones left out. */
export function given<T extends Fields>(fields: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<T>
}

/** For the activity trail: what was set, in words. */
export function readableChanges(fields: Fields): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, readable(value)]),
  )
}

function readable(value: unknown): string {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value)
}
