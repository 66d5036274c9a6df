import type { Code } from '../../../shared/model/entities.ts'
import { newOrders } from '../../../shared/model/new-orders.ts'
import type { CommandHandlers } from '../handlers.ts'
import {
  createEntity,
  entityById,
  readableChanges,
  updateEntity,
  type Entity,
} from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { affectedBy } from './affected.ts'
import { renameBoundEntity } from './bound-codes.ts'
import { importCodebook, pathOf } from './codebook-import.ts'
import { codeById, listCodes, listCodeSets, withSubcodes } from './code-list.ts'
import { knownCodes } from './known-codes.ts'
import { planCodeMerge } from './merge-codes.ts'
import { newCodeFields, requireFreeName, requireFreeNames } from './new-code.ts'
import { splitCode } from './split-code.ts'

export const codeCommands: CommandHandlers<
  | 'codes.create'
  | 'codes.update'
  | 'codes.move'
  | 'codes.merge'
  | 'codes.split'
  | 'codes.delete'
  | 'codes.import'
  | 'codeSets.create'
  | 'codeSets.update'
  | 'codeSets.delete'
> = {
  'codes.create': (input, { project }) => {
    const id = project.newId()
    if (input.entity) thingById(project, input.entity.type, input.entity.id)
    const fields = newCodeFields(knownCodes(project), input)
    project.change({ command: 'codes.create', label: fields.name, entities: [id] }, (edit) =>
      edit('project', (doc) => createEntity(project, doc, 'codes', id, { ...fields })),
    )
    return codeById(project, id)
  },
  'codes.update': ({ codeIds, ...fields }, { project }) => {
    const codes = codeIds.map((id) => codeById(project, id))
    const [first] = codes
    if (fields.name !== undefined) {
      const name = fields.name.trim()
      if (name === '') throw new Refusal('code.nameEmpty')
      if (first) requireFreeName(knownCodes(project), name, first.parentId, first.id)
      fields = { ...fields, name }
    }
    if (fields.entity) thingById(project, fields.entity.type, fields.entity.id)
    project.change(
      {
        command: 'codes.update',
        label: codes.map((code) => code.name).join(', '),
        entities: codeIds,
        changes: readableChanges(fields),
      },
      (edit) => {
        edit('project', (doc) => {
          for (const id of codeIds) updateEntity(project, doc, 'codes', id, fields)
        })
        const { name } = fields
        if (name === undefined) return
        for (const { entity } of codes) if (entity) renameBoundEntity(project, edit, entity, name)
      },
    )
    return {}
  },
  'codes.move': ({ codeIds, parentId, beforeId }, { project }) => {
    const all = listCodes(project)
    const moved = [...new Set(codeIds)].map((id) => codeById(project, id))
    if (parentId !== null) codeById(project, parentId)
    if (parentId !== null && withSubcodes(all, codeIds).has(parentId)) {
      throw new Refusal('code.cycle', { name: moved[0]?.name ?? '' })
    }
    requireFreeNames(
      all,
      moved.filter((code) => code.parentId !== parentId),
      parentId,
      new Set(),
    )
    const siblings = all.filter((code) => code.parentId === parentId && !codeIds.includes(code.id))
    const at = siblings.findIndex((code) => code.id === beforeId)
    const orders = newOrders(siblings, moved, at < 0 ? siblings.length : at)
    project.change(
      {
        command: 'codes.move',
        label: moved.map((code) => code.name).join(', '),
        entities: codeIds,
        changes: { path: parentId === null ? '' : pathOf(all, parentId).join(' › ') },
      },
      (edit) =>
        edit('project', (doc) => {
          for (const { id, order } of orders) {
            const fields = codeIds.includes(id) ? { parentId, order } : { order }
            updateEntity(project, doc, 'codes', id, fields)
          }
        }),
    )
    return {}
  },
  'codes.merge': ({ codeIds, intoId }, { project }) => {
    const { merged, into, carryOut } = planCodeMerge(project, codeIds, intoId)
    const ids = merged.map((code) => code.id)
    const affected = affectedBy(project, ids, false)
    project.change(
      {
        command: 'codes.merge',
        label: `${merged.map((code) => code.name).join(', ')} → ${into.name}`,
        entities: [...ids, intoId],
      },
      carryOut,
    )
    return { codings: affected.codings, codes: merged.length }
  },
  'codes.split': (input, { project }) => splitCode(project, input),
  'codes.delete': ({ codeIds }, { project }) => {
    const codes = codeIds.map((id) => codeById(project, id))
    const affected = affectedBy(project, codeIds, true)
    const topmost = codes.filter(({ parentId }) => !affected.codeIds.has(parentId ?? ''))
    project.change(
      {
        command: 'codes.delete',
        label: topmost.map((code) => code.name).join(', '),
        entities: [...affected.codeIds],
      },
      (edit) =>
        edit('project', (doc) => {
          for (const id of affected.codeIds)
            updateEntity(project, doc, 'codes', id, { deleted: true })
        }),
    )
    return { codings: affected.codings, codes: affected.codeIds.size }
  },
  'codes.import': ({ path }, { project }) => importCodebook(project, path),
  'codeSets.create': ({ name, codeIds }, { project }) => {
    const id = project.newId()
    project.change({ command: 'codeSets.create', label: name, entities: [id] }, (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'codeSets', id, { name, codeIds: codeIds ?? [] }),
      ),
    )
    const made = listCodeSets(project).find((set) => set.id === id)
    if (!made) throw new Refusal('codeSet.notFound', { id })
    return made
  },
  'codeSets.update': ({ codeSetId, ...fields }, { project }) => {
    const set = entityById(project, 'codeSets', codeSetId, 'codeSet.notFound')
    project.change(
      {
        command: 'codeSets.update',
        label: String(set.name),
        entities: [codeSetId],
        changes: readableChanges(namedChanges(project, fields)),
      },
      (edit) =>
        edit('project', (doc) =>
          updateEntity(project, doc, 'codeSets', codeSetId, withWaiting(project, set, fields)),
        ),
    )
    return {}
  },
  'codeSets.delete': ({ codeSetId }, { project }) => {
    const set = entityById(project, 'codeSets', codeSetId, 'codeSet.notFound')
    project.change(
      { command: 'codeSets.delete', label: String(set.name), entities: [codeSetId] },
      (edit) =>
        edit('project', (doc) =>
          updateEntity(project, doc, 'codeSets', codeSetId, { deleted: true }),
        ),
    )
    return {}
  },
}

/** Who chooses the codes of a set does not see the deleted ones: they wait in it to be restored. */
function withWaiting<F extends { codeIds?: string[] | undefined }>(
  project: Project,
  set: Entity,
  fields: F,
): F {
  if (!fields.codeIds) return fields
  const living = new Set(listCodes(project).map((code) => code.id))
  const kept = Array.isArray(set.codeIds) ? set.codeIds.map(String) : []
  const waiting = kept.filter((id) => !living.has(id))
  return { ...fields, codeIds: [...new Set([...fields.codeIds, ...waiting])] }
}

function namedChanges(
  project: Project,
  fields: { name?: string | undefined; codeIds?: string[] | undefined },
): Record<string, unknown> {
  if (!fields.codeIds) return fields
  const names = new Map(listCodes(project).map((code: Code) => [code.id, code.name]))
  return { ...fields, codeIds: fields.codeIds.map((id) => names.get(id) ?? id) }
}
