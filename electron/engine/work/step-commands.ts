import type { z } from 'zod'
import type { newStepThings } from '../../../shared/contract/work.ts'
import type { Claim, Flow, Step } from '../../../shared/model/institution.ts'
import type { CommandHandlers } from '../handlers.ts'
import { mapAsKept, withNodes } from '../maps/map-nodes.ts'
import { createEntity, listEntities, updateEntity, type Fields } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { passageMaker } from '../passages/passage-at.ts'
import { proveEvidence, writeClaims } from '../texts/claims.ts'
import { requireWords } from '../texts/new-text.ts'
import { requireSite } from './actor-commands.ts'
import { MadeToo } from './made-too.ts'
import { nextOrder } from './next-order.ts'
import { requireProcess } from './process-commands.ts'
import { listFlows, listSteps } from './work-list.ts'

export const stepCommands: CommandHandlers<
  | 'steps.create'
  | 'steps.update'
  | 'steps.merge'
  | 'steps.part'
  | 'steps.delete'
  | 'flows.create'
  | 'flows.update'
  | 'flows.delete'
> = {
  'steps.create': (input, { project }) => {
    const { processId: ofProcess = '', newProcess, onMapId, ...given } = input
    const { action, evidence, newThings, ...fields } = given
    const map = onMapId === undefined ? null : mapAsKept(project, onMapId)
    requireThings(project, fields)
    const too = new MadeToo(project)
    if (newProcess === undefined) requireProcess(project, ofProcess)
    const processId =
      newProcess === undefined ? ofProcess : too.process(newProcess.name, newProcess.perspective)
    Object.assign(fields, withNewThings(too, newThings, fields))
    const proved = proveEvidence(project, evidence ?? [], null)
    const order = nextOrder(project, 'steps', (step) => step.processId === processId)
    const id = makeThing(
      project,
      'step',
      'steps.create',
      { ...newStepFields(processId, requireWords(action), order), ...withoutUndefined(fields) },
      (edit, made) => {
        const ref = { type: 'step' as const, id: made }
        const passageOf = passageMaker(project, edit)
        const metAt = proved[0]?.places[0]
        too.write(edit, metAt ? passageOf(metAt) : null)
        writeClaims(project, edit, ref, proved, passageOf)
        if (map === null) return
        const nodes = withNodes(map.nodes, [{ ref }])
        edit('project', (doc) => updateEntity(project, doc, 'maps', map.id, { nodes }))
      },
    )
    return stepById(project, id)
  },
  'steps.update': ({ stepId, newThings, ...fields }, { project }) => {
    requireThings(project, fields)
    const too = new MadeToo(project)
    Object.assign(fields, withNewThings(too, newThings, stepById(project, stepId), fields))
    const action = fields.action === undefined ? undefined : requireWords(fields.action)
    changeThings(project, 'step', 'steps.update', [stepId], (edit) => {
      too.write(edit)
      return { ...fields, action }
    })
    return {}
  },
  'steps.merge': ({ stepIds, intoId }, { project }) => {
    const into = stepById(project, intoId)
    const merged = [...new Set(stepIds)]
      .filter((id) => id !== intoId)
      .map((id) => stepById(project, id))
    if (into.mergedIntoId !== null || merged.some((step) => step.processId !== into.processId))
      throw new Refusal('step.otherProcess', { name: into.action })
    if (merged.length === 0) return {}
    const union = (pick: (step: Step) => string[]) => [
      ...new Set([...pick(into), ...merged.flatMap(pick)]),
    ]
    project.change(
      {
        command: 'steps.merge',
        label: `${merged.map((step) => step.action).join(', ')} → ${into.action}`,
        entities: [...merged.map((step) => step.id), intoId],
      },
      (edit) =>
        edit('project', (doc) => {
          updateEntity(project, doc, 'steps', intoId, {
            actorIds: union((step) => step.actorIds),
            textInIds: union((step) => step.textInIds),
            textOutIds: union((step) => step.textOutIds),
          })
          for (const step of merged)
            updateEntity(project, doc, 'steps', step.id, { mergedIntoId: intoId })
          for (const claim of listEntities(project, 'claims')) {
            const about = claim.about as { type: string; id: string }
            if (about.type !== 'step' || !merged.some((step) => step.id === about.id)) continue
            // The merged step keeps its own evidence; the one it went into has it too.
            createEntity(project, doc, 'claims', project.newId(), {
              about: { type: 'step', id: intoId },
              basis: claim.basis,
              stance: claim.stance,
              reference: claim.reference,
              note: claim.note,
              passageIds: claim.passageIds,
              copyOf: claim.id,
            })
          }
        }),
    )
    return {}
  },
  'steps.part': ({ stepIds }, { project }) => {
    const parted = stepIds
      .map((id) => stepById(project, id))
      .filter((step) => step.mergedIntoId !== null)
    if (parted.length === 0) return {}
    const claims = listEntities(project, 'claims') as unknown as Claim[]
    const own = new Set(
      claims.filter(({ about }) => parted.some(({ id }) => id === about.id)).map(({ id }) => id),
    )
    const copies = claims.filter(({ copyOf }) => copyOf !== undefined && own.has(copyOf))
    project.change(
      {
        command: 'steps.part',
        label: parted.map((step) => step.action).join(', '),
        entities: [...stepIds, ...new Set(parted.flatMap((step) => step.mergedIntoId ?? []))],
      },
      (edit) =>
        edit('project', (doc) => {
          for (const { id } of parted)
            updateEntity(project, doc, 'steps', id, { mergedIntoId: null })
          for (const { id } of copies) updateEntity(project, doc, 'claims', id, { deleted: true })
        }),
    )
    return {}
  },
  'steps.delete': ({ stepIds }, { project }) => {
    deleteThings(project, 'step', 'steps.delete', stepIds)
    return {}
  },
  'flows.create': ({ fromId, toId, evidence, ...fields }, { project }) => {
    requireSameProcess(project, fromId, toId)
    const proved = proveEvidence(project, evidence ?? [], null)
    const id = makeThing(
      project,
      'flow',
      'flows.create',
      {
        fromId,
        toId,
        kind: fields.kind ?? 'then',
        condition: fields.condition ?? '',
        note: fields.note ?? '',
      },
      (edit, made) => writeClaims(project, edit, { type: 'flow', id: made }, proved),
    )
    return flowById(project, id)
  },
  'flows.update': ({ flowId, ...fields }, { project }) => {
    const flow = flowById(project, flowId)
    requireSameProcess(project, fields.fromId ?? flow.fromId, fields.toId ?? flow.toId)
    changeThings(project, 'flow', 'flows.update', [flowId], fields)
    return {}
  },
  'flows.delete': ({ flowIds }, { project }) => {
    deleteThings(project, 'flow', 'flows.delete', flowIds)
    return {}
  },
}

const newStepFields = (processId: string, action: string, order: number): Fields => ({
  processId,
  action,
  kind: 'work',
  actorIds: [],
  siteId: null,
  textInIds: [],
  textOutIds: [],
  weekFrom: null,
  weekTo: null,
  duration: '',
  visibility: 'visible',
  changes: '',
  note: '',
  order,
  counterpartId: null,
  mergedIntoId: null,
})

function stepById(project: Project, id: string): Step {
  const found = listSteps(project, { merged: true }).find((step) => step.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'step' })
  return found
}

function flowById(project: Project, id: string): Flow {
  const found = listFlows(project).find((flow) => flow.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'flow' })
  return found
}

function requireThings(
  project: Project,
  fields: {
    actorIds?: string[] | undefined
    textInIds?: string[] | undefined
    textOutIds?: string[] | undefined
    siteId?: string | null | undefined
    counterpartId?: string | null | undefined
  },
): void {
  for (const id of fields.actorIds ?? []) thingById(project, 'actor', id)
  for (const id of [...(fields.textInIds ?? []), ...(fields.textOutIds ?? [])])
    thingById(project, 'text', id)
  requireSite(project, fields.siteId)
  if (typeof fields.counterpartId === 'string') stepById(project, fields.counterpartId)
}

interface StepThings {
  actorIds?: string[] | undefined
  textInIds?: string[] | undefined
  textOutIds?: string[] | undefined
  siteId?: string | null | undefined
}

/** What a step has with the things that are made for it behind what it has, or is given, already. */
function withNewThings(
  too: MadeToo,
  { actors = [], textsIn = [], textsOut = [], site }: z.output<typeof newStepThings> = {},
  ...before: StepThings[]
): StepThings {
  const known = (pick: (things: StepThings) => string[] | undefined) =>
    before.map(pick).findLast((ids) => ids !== undefined) ?? []
  return {
    ...(actors.length === 0
      ? {}
      : {
          actorIds: [...known((each) => each.actorIds), ...actors.map((name) => too.actor(name))],
        }),
    ...(textsIn.length === 0
      ? {}
      : {
          textInIds: [...known((each) => each.textInIds), ...textsIn.map((name) => too.text(name))],
        }),
    ...(textsOut.length === 0
      ? {}
      : {
          textOutIds: [
            ...known((each) => each.textOutIds),
            ...textsOut.map((name) => too.text(name)),
          ],
        }),
    ...(site === undefined ? {} : { siteId: too.site(site) }),
  }
}

function requireSameProcess(project: Project, fromId: string, toId: string): void {
  const [from, to] = [stepById(project, fromId), stepById(project, toId)]
  if (from.processId !== to.processId) throw new Refusal('step.otherProcess', { name: to.action })
}

function withoutUndefined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
