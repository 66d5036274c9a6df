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

/** Makes a project of one's own from a bundle with everything, and opens it. */
export function joinProject(
  session: Session,
  input: {
    bundle: string
    path: string
    passphrase?: string | undefined
    password?: string | undefined
    analyst: string
  },
): ProjectInfo {
  const { bundle, path, passphrase, password, analyst } = input
  if (!existsSync(bundle)) throw new Refusal('file.notFound', { path: bundle })
  const packet = readPacket(bundle, sealsOf(passphrase))
  if (packet.head.isPart) {
    packet.close()
    throw new Refusal('sync.isPart', { path: bundle })
  }
  return session.createFilled(
    { path, ...(password === undefined ? {} : { password }) },
    (project) => {
      receivePacket(project, packet, 'stream')
      workAs(project, analyst)
    },
  )
}

/** Who works here: an analyst of the project, by name, or a new one. */
function workAs(project: Project, name: string): void {
  const analysts = listEntities(project, 'analysts')
  const isNamed = (other: unknown) => String(other).toLowerCase() === name.trim().toLowerCase()
  const known = analysts.find((analyst) => isNamed(analyst.name))
  const id = known?.id ?? project.newId()
  project.setLocal('analyst', id)
  if (known) return
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
