import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ProjectInfo } from '../../../../shared/contract/project.ts'
import { newId } from '../../project/new-id.ts'
import type { Session } from '../../project/session.ts'
import { Refusal } from '../../refusal.ts'
import { joinProject } from '../join-project.ts'
import { askHost, knock, untilReached } from './ask-host.ts'
import { linkToInvitation } from './invitation.ts'
import type { Live } from './live.ts'
import { writeLocal } from './local-record.ts'
import { authorization, isWrongHost } from './pinned-agent.ts'

/**
 * Makes a project of one's own from an invitation: knocks at the host, waits to be admitted, takes a
 * copy of what may be sent, opens it as a device of its own, and goes into the session. What keeps it
 * from coming about is said before anything is written; `tell` is told whether the host is reached.
 */
export async function joinLive(
  session: Session,
  live: Live,
  input: {
    invitation: string
    path: string
    analyst: string
    password?: string | undefined
  },
  stop: AbortSignal,
  tell: (isReached: boolean) => void,
): Promise<ProjectInfo> {
  const { path, password } = input
  const analyst = input.analyst.trim()
  const invitation = linkToInvitation(input.invitation)
  if (Date.parse(invitation.expires) < Date.now()) throw new Refusal('live.invitationExpired')
  // An invitation is good for one knock, so what can be known before is looked at before.
  if (existsSync(path)) throw new Refusal('project.exists', { path })
  if (!existsSync(dirname(path))) throw new Refusal('file.notFound', { path: dirname(path) })
  const own = { device: newId(), analystId: newId() }
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-join-'))
  try {
    const { project, port, fingerprint } = invitation
    const admitted = await knock(invitation, { project, ...own, name: analyst }, stop, {
      heard: () => tell(true),
      again: () => tell(false),
    })
    const { address, credential, device, name } = admitted
    const copy = await untilReached(
      () => askCopy({ address, port, fingerprint }, authorization(own.device, credential), stop),
      stop,
      Date.parse(invitation.expires),
      () => tell(false),
    )
    const bundle = join(folder, 'copy.bundle')
    writeFileSync(bundle, copy, { mode: 0o600 })
    stop.throwIfAborted()
    const others = invitation.addresses.filter((each) => each !== address)
    const addresses = [address, ...others]
    joinProject(session, { bundle, path, password, analyst, project }, own, (made) =>
      writeLocal(made, 'live.host', { name, device, credential, addresses, port, fingerprint }),
    )
  } catch (error) {
    throw stop.aborted ? new Refusal('task.cancelled') : error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  live.join(session.project, undefined)
  return session.info()
}

async function askCopy(
  host: Parameters<typeof askHost>[0],
  credential: string,
  signal: AbortSignal,
): Promise<Buffer> {
  const headers = { authorization: credential }
  const asked = askHost(host, { method: 'GET', path: '/copy', headers, signal })
  const { status, body } = await asked.catch((error: unknown) => {
    throw signal.aborted || isWrongHost(error) ? error : new Refusal('live.unreachable')
  })
  if (status === 401) throw new Refusal('live.removed')
  if (status !== 200) throw new Refusal('live.unreachable')
  return body
}
