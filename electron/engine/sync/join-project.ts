import { existsSync } from 'node:fs'
import type { ProjectInfo } from '../../../shared/contract/project.ts'
import { initialsOf } from '../people/initials.ts'
import { analystHue } from '../people/people-handlers.ts'
import { createEntity, listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import type { Session } from '../project/session.ts'
import { Refusal } from '../refusal.ts'
import { readPacket, sealsOf } from './packet-file.ts'
import { receivePacket } from './receive-packet.ts'

/**
 * Makes a project of one's own from a bundle with everything, and opens it. `own` are ids of device and
 * analyst that somebody knows already; `also` is written with the rest.
 */
export function joinProject(
  session: Session,
  input: {
    bundle: string
    path: string
    passphrase?: string | undefined
    password?: string | undefined
    analyst: string
    /** Id of the project that is expected. */
    project?: string
  },
  own: { device?: string; analystId?: string } = {},
  also: (project: Project) => void = () => {},
): ProjectInfo {
  const { bundle, path, passphrase, password, analyst } = input
  if (!existsSync(bundle)) throw new Refusal('file.notFound', { path: bundle })
  const packet = readPacket(bundle, sealsOf(passphrase))
  if (packet.head.isPart) {
    packet.close()
    throw new Refusal('sync.isPart', { path: bundle })
  }
  if (input.project !== undefined && input.project !== packet.head.project) {
    packet.close()
    throw new Refusal('sync.otherProject', { title: packet.head.title })
  }
  return session.createFilled(
    { path, ...(password === undefined ? {} : { password }) },
    (project) => {
      if (own.device !== undefined) project.device.setLocal('device', own.device)
      receivePacket(project, packet, 'stream')
      workAs(project, analyst, own.analystId)
      also(project)
    },
  )
}

/** Who works here: an analyst of the project, by name, or a new one. */
function workAs(project: Project, name: string, newId = project.newId()): void {
  const analysts = listEntities(project, 'analysts')
  const known = analystNamed(project, name)
  const id = known ?? newId
  project.device.setLocal('analyst', id)
  if (known !== null) return
  project.change(
    { command: 'analysts.create', label: name, entities: [id], undoable: false },
    (edit) =>
      edit('project', (doc) =>
        createEntity(project, doc, 'analysts', id, {
          name: name.trim(),
          initials: initialsOf(name),
          hue: analystHue(analysts.length),
          position: '',
        }),
      ),
  )
}

/** Id of the analyst of this name, however it is capitalised. */
export function analystNamed(project: Project, name: string): string | null {
  const isNamed = (other: unknown) => String(other).toLowerCase() === name.trim().toLowerCase()
  return listEntities(project, 'analysts').find((analyst) => isNamed(analyst.name))?.id ?? null
}
