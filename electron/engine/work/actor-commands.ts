import type { CommandHandlers } from '../handlers.ts'
import { renameBoundCodes } from '../codes/bound-codes.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { requireWords } from '../texts/new-text.ts'
import { MadeToo } from './made-too.ts'
import { nextOrder } from './next-order.ts'

export const actorCommands: CommandHandlers<
  | 'actors.create'
  | 'actors.update'
  | 'actors.delete'
  | 'sites.create'
  | 'sites.update'
  | 'sites.delete'
> = {
  'actors.create': ({ name, siteId, ...fields }, { project }) => {
    requireSite(project, siteId)
    const id = makeThing(project, 'actor', 'actors.create', {
      name: requireWords(name),
      siteId: siteId ?? null,
      standpoint: fields.standpoint ?? false,
      order: fields.order ?? nextOrder(project, 'actors'),
      note: fields.note ?? '',
    })
    return thingById(project, 'actor', id) as never
  },
  'actors.update': ({ actorId, newSite, ...fields }, { project }) => {
    requireSite(project, fields.siteId)
    const too = new MadeToo(project)
    if (newSite !== undefined) fields.siteId = too.site(newSite)
    const name = fields.name === undefined ? undefined : requireWords(fields.name)
    changeThings(project, 'actor', 'actors.update', [actorId], (edit) => {
      too.write(edit)
      if (name !== undefined) renameBoundCodes(project, edit, actorId, name)
      return { ...fields, name }
    })
    return {}
  },
  'actors.delete': ({ actorIds }, { project }) => {
    deleteThings(project, 'actor', 'actors.delete', actorIds)
    return {}
  },
  'sites.create': ({ name, ...fields }, { project }) => {
    const id = makeThing(project, 'site', 'sites.create', {
      name: requireWords(name),
      setting: fields.setting ?? 'local',
      order: fields.order ?? nextOrder(project, 'sites'),
      note: fields.note ?? '',
    })
    return thingById(project, 'site', id) as never
  },
  'sites.update': ({ siteId, ...fields }, { project }) => {
    const name = fields.name === undefined ? undefined : requireWords(fields.name)
    changeThings(project, 'site', 'sites.update', [siteId], (edit) => {
      if (name !== undefined) renameBoundCodes(project, edit, siteId, name)
      return { ...fields, name }
    })
    return {}
  },
  'sites.delete': ({ siteIds }, { project }) => {
    deleteThings(project, 'site', 'sites.delete', siteIds)
    return {}
  },
}

export function requireSite(project: Project, siteId: string | null | undefined): void {
  if (siteId !== null && siteId !== undefined) thingById(project, 'site', siteId)
}
