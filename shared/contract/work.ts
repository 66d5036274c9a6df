import { z } from 'zod'
import { mapModel } from '../analysis/map/map-model.ts'
import { id } from '../model/entities.ts'
import * as model from '../model/institution.ts'
import {
  flowKinds,
  mapAxes,
  mapKinds,
  mapPresets,
  perspectives,
  settings,
  stepKinds,
  visibilities,
} from '../model/institution-kinds.ts'
import { define, newName } from './define.ts'
import { evidence } from './texts.ts'

const nothing = z.object({})

const actorFields = {
  siteId: id.nullable().optional(),
  standpoint: z.boolean().optional(),
  order: z.number().optional(),
  note: z.string().optional(),
}
const siteFields = {
  setting: z.enum(settings).optional(),
  order: z.number().optional(),
  note: z.string().optional(),
}
const processFields = {
  perspective: z.enum(perspectives).optional(),
  variant: z.string().optional(),
  anchor: z.string().optional(),
  note: z.string().optional(),
}
const stepFields = {
  kind: z.enum(stepKinds).optional(),
  actorIds: z.array(id).optional(),
  siteId: id.nullable().optional(),
  textInIds: z.array(id).optional(),
  textOutIds: z.array(id).optional(),
  weekFrom: z.number().nullable().optional(),
  weekTo: z.number().nullable().optional(),
  duration: z.string().optional(),
  visibility: z.enum(visibilities).optional(),
  changes: z.string().optional(),
  note: z.string().optional(),
  order: z.number().optional(),
  counterpartId: id.nullable().optional(),
}
/** Names of what a step needs and is not there yet; it is made and added to the step in the same step. */
export const newStepThings = z.object({
  actors: z.array(z.string().min(1)).optional(),
  textsIn: z.array(z.string().min(1)).optional(),
  textsOut: z.array(z.string().min(1)).optional(),
  site: z.string().min(1).optional(),
})
const mapFields = {
  kind: z.enum(mapKinds).optional(),
  axis: z.enum(mapAxes).optional(),
  lanesBy: model.map.shape.lanesBy.optional(),
  preset: z.enum(mapPresets).optional(),
  processIds: z.array(id).optional(),
  frames: z.array(model.mapFrame).optional(),
  note: z.string().optional(),
}
const nodeRef = model.mapNode.shape.ref
const placedNode = z.object({
  ref: nodeRef,
  x: z.number().nullable().optional(),
  y: z.number().nullable().optional(),
})

export const workCommands = {
  'actors.create': define(
    'Makes an actor: a role, a group, an office that does work.',
    z.object({ name: z.string().min(1), ...actorFields }),
    model.actor,
  ),
  'actors.update': define(
    'Changes an actor.',
    z.object({
      actorId: id,
      name: z.string().min(1).optional(),
      ...actorFields,
      newSite: newName.describe('name of a site to make in the same step'),
    }),
    nothing,
  ),
  'actors.delete': define(
    'Removes actors; can be undone.',
    z.object({ actorIds: z.array(id).min(1) }),
    nothing,
  ),
  'sites.create': define(
    'Makes a site where work is done.',
    z.object({ name: z.string().min(1), ...siteFields }),
    model.site,
  ),
  'sites.update': define(
    'Changes a site.',
    z.object({ siteId: id, name: z.string().min(1).optional(), ...siteFields }),
    nothing,
  ),
  'sites.delete': define(
    'Removes sites; can be undone.',
    z.object({ siteIds: z.array(id).min(1) }),
    nothing,
  ),
  'processes.create': define(
    'Makes a work process; with “from” a variant of another one, its steps and flows copied as counterparts.',
    z.object({ name: z.string().min(1), ...processFields, fromId: id.optional() }),
    model.process,
  ),
  'processes.update': define(
    'Changes a work process.',
    z.object({ processId: id, name: z.string().min(1).optional(), ...processFields }),
    nothing,
  ),
  'processes.delete': define(
    'Removes work processes with their steps and flows; can be undone.',
    z.object({ processIds: z.array(id).min(1) }),
    nothing,
  ),
  'steps.create': define(
    'Makes a step of a work process, with its evidence and its place on a map in the same act.',
    z.object({
      processId: id.optional(),
      newProcess: z
        .object({ name: z.string().min(1), perspective: z.enum(perspectives).optional() })
        .optional()
        .describe('a work process to make in the same step'),
      action: z.string().min(1),
      ...stepFields,
      newThings: newStepThings.optional(),
      evidence: z.array(evidence).optional(),
      onMapId: id.optional().describe('also put on this map, where the layout finds room'),
    }),
    model.step,
  ),
  'steps.update': define(
    'Changes a step.',
    z.object({
      stepId: id,
      action: z.string().min(1).optional(),
      ...stepFields,
      newThings: newStepThings.optional(),
    }),
    nothing,
  ),
  'steps.merge': define(
    'Merges told steps into one: it takes over actors, texts, flows and evidence; the merged ones are kept under it.',
    z.object({ stepIds: z.array(id).min(1), intoId: id }),
    nothing,
  ),
  'steps.part': define(
    'Takes merged steps out of the step they went into; the evidence that this one took over from them goes with them, its actors and texts stay.',
    z.object({ stepIds: z.array(id).min(1) }),
    nothing,
  ),
  'steps.delete': define(
    'Removes steps with their flows and claims; can be undone.',
    z.object({ stepIds: z.array(id).min(1) }),
    nothing,
  ),
  'flows.create': define(
    'Joins two steps, with its evidence in the same step.',
    z.object({
      fromId: id,
      toId: id,
      kind: z.enum(flowKinds).optional().describe('default: then'),
      condition: z.string().optional(),
      note: z.string().optional(),
      evidence: z.array(evidence).optional(),
    }),
    model.flow,
  ),
  'flows.update': define(
    'Changes a flow.',
    z.object({
      flowId: id,
      fromId: id.optional(),
      toId: id.optional(),
      kind: z.enum(flowKinds).optional(),
      condition: z.string().optional(),
      note: z.string().optional(),
    }),
    nothing,
  ),
  'flows.delete': define(
    'Removes flows with their claims; can be undone.',
    z.object({ flowIds: z.array(id).min(1) }),
    nothing,
  ),
  'maps.create': define(
    'Makes a map; without nodes it takes the steps and texts of its processes, or the linked texts.',
    z.object({
      name: z.string().min(1),
      ...mapFields,
      nodes: z.array(placedNode).optional(),
    }),
    model.map,
  ),
  'maps.update': define(
    'Changes name, axis, lanes, preset, processes or frames of a map.',
    z.object({ mapId: id, name: z.string().min(1).optional(), ...mapFields }),
    nothing,
  ),
  'maps.setProcesses': define(
    'Says which processes a map is of: steps and texts of new ones are put on it, those of the others taken off.',
    z.object({ mapId: id, processIds: z.array(id) }),
    nothing,
  ),
  'maps.place': define(
    'Puts nodes on a map or moves them; x and y null leave the place to the layout.',
    z.object({
      mapId: id,
      nodes: z.array(placedNode).min(1),
    }),
    nothing,
  ),
  'maps.remove': define(
    'Takes nodes off a map; the things themselves stay.',
    z.object({ mapId: id, refs: z.array(nodeRef).min(1) }),
    nothing,
  ),
  'maps.delete': define(
    'Deletes maps, not what is on them; can be undone.',
    z.object({ mapIds: z.array(id).min(1) }),
    nothing,
  ),
}

export const workQueries = {
  'actors.list': define('Actors.', nothing, z.object({ items: z.array(model.actor) })),
  'sites.list': define('Sites.', nothing, z.object({ items: z.array(model.site) })),
  'processes.list': define('Work processes.', nothing, z.object({ items: z.array(model.process) })),
  'steps.list': define(
    'Steps in their order, with how much evidence each has.',
    z.object({
      processId: id.optional(),
      merged: z.boolean().optional().describe('also those merged into another'),
    }),
    z.object({ items: z.array(model.step) }),
  ),
  'flows.list': define(
    'Flows between steps.',
    z.object({ processId: id.optional() }),
    z.object({ items: z.array(model.flow) }),
  ),
  'processes.compare': define(
    'Variants of a process side by side: which steps correspond, and in what they differ.',
    z.object({ processIds: z.array(id).min(2) }),
    z.object({
      rows: z.array(
        z.object({
          stepIds: z.array(id.nullable()).describe('in the order of the processes; null: lacking'),
          differs: z
            .array(
              z.enum(['action', 'actors', 'site', 'texts in', 'texts out', 'time', 'visibility']),
            )
            .describe('in what the steps that are there differ'),
        }),
      ),
    }),
  ),
  'maps.list': define(
    'Maps, all or those that a thing is on.',
    z.object({ thing: model.thing.optional(), passageId: id.optional() }),
    z.object({ items: z.array(model.map) }),
  ),
  'maps.get': define('One map.', z.object({ mapId: id }), model.map),
  'maps.model': define(
    'What a map shows, ready to be laid out and drawn.',
    z.object({
      mapId: id,
      language: z.enum(['en', 'nb']).optional(),
      preset: z.enum(mapPresets).optional().describe('default: that of the map'),
    }),
    mapModel,
  ),
}
