import type { Process } from '../../../shared/model/institution.ts'
import type { CommandHandlers } from '../handlers.ts'
import { createEntity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'
import { listFlows, listProcesses, listSteps } from './work-list.ts'

export const processCommands: CommandHandlers<
  'processes.create' | 'processes.update' | 'processes.delete'
> = {
  'processes.create': ({ name, fromId, ...fields }, { project }) => {
    const from = fromId === undefined ? null : processById(project, fromId)
    const id = makeThing(
      project,
      'process',
      'processes.create',
      {
        name: requireWords(name),
        perspective: fields.perspective ?? from?.perspective ?? 'told',
        variant: fields.variant ?? '',
        anchor: fields.anchor ?? from?.anchor ?? '',
        note: fields.note ?? '',
      },
      (edit, made) => {
        if (from) copyWork(project, edit, from.id, made)
      },
    )
    return processById(project, id)
  },
  'processes.update': ({ processId, ...fields }, { project }) => {
    const name = fields.name === undefined ? undefined : requireWords(fields.name)
    changeThings(project, 'process', 'processes.update', [processId], { ...fields, name })
    return {}
  },
  'processes.delete': ({ processIds }, { project }) => {
    deleteThings(project, 'process', 'processes.delete', processIds)
    return {}
  },
}

export function processById(project: Project, id: string): Process {
  const found = listProcesses(project).find((process) => process.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'process' })
  return found
}

/** Copies steps and flows as counterparts; evidence stays with the original, which it speaks of. */
function copyWork(project: Project, edit: Edit, fromId: string, toId: string): void {
  const copies = new Map<string, string>()
  const steps = listSteps(project, { processId: fromId })
  for (const step of steps) copies.set(step.id, project.newId())
  edit('project', (doc) => {
    for (const step of steps) {
      createEntity(project, doc, 'steps', copies.get(step.id) ?? project.newId(), {
        processId: toId,
        action: step.action,
        kind: step.kind,
        actorIds: step.actorIds,
        siteId: step.siteId,
        textInIds: step.textInIds,
        textOutIds: step.textOutIds,
        weekFrom: step.weekFrom,
        weekTo: step.weekTo,
        duration: step.duration,
        visibility: step.visibility,
        changes: step.changes,
        note: step.note,
        order: step.order,
        counterpartId: step.id,
        mergedIntoId: null,
      })
    }
    for (const flow of listFlows(project, { processId: fromId })) {
      createEntity(project, doc, 'flows', project.newId(), {
        fromId: copies.get(flow.fromId) ?? flow.fromId,
        toId: copies.get(flow.toId) ?? flow.toId,
        kind: flow.kind,
        condition: flow.condition,
        note: flow.note,
      })
    }
  })
}

export function requireProcess(project: Project, id: string): void {
  thingById(project, 'process', id)
}
