import { existsSync, renameSync, rmSync } from 'node:fs'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { messageOf, Refusal } from '../refusal.ts'
import { silentTask, type Task } from '../task.ts'
import { withheldLayers } from '../rounds/strip-layers.ts'
import { bytesToState, knownState, stateToBytes, type KnownState } from './known-state.ts'
import { makePacket } from './make-packet.ts'
import { withPacket } from './open-packet.ts'
import { writePacket } from './packet-file.ts'
import type { DocumentUpdate, Packet, PacketHead } from './packet.ts'
import { receivePacket, stateOfDevice, type Received, type ReceiveWay } from './receive-packet.ts'
import { sealOf } from './record-file.ts'

export const syncCommands: CommandHandlers<'sync.merge' | 'sync.bundle'> = {
  'sync.merge': ({ task, ...file }, context) =>
    takeIn(context.project, file, 'step', context.task(task)),
  'sync.bundle': async ({ path, since, passphrase, task = '' }, { project, progress, signal }) => {
    if (existsSync(path)) throw new Refusal('file.exists', { path })
    const packet = makePacket(
      project,
      since === undefined ? undefined : await stateMeant(project, since),
    )
    const cancelled = signal(task)
    const total = packet.head.state.documents.size
    const part = `${path}.part`
    let documents = 0
    try {
      rmSync(part, { force: true })
      const seal = passphrase === undefined ? null : sealOf(passphrase)
      const bytes = writePacket(part, packet, seal, () => {
        documents += 1
        cancelled.throwIfAborted()
        progress(task, documents, total, path)
      })
      renameSync(part, path)
      const state = tokenOf(packet.head.state)
      return { path, bytes, state, documents, withheld: withheldLayers(project).length }
    } catch (error) {
      throw error instanceof Error && 'code' in error && !(error instanceof Refusal)
        ? new Refusal('file.notWritable', { path, problem: messageOf(error) })
        : error
    } finally {
      rmSync(part, { force: true })
    }
  },
}

export const syncQueries: QueryHandlers<'sync.preview' | 'sync.state' | 'sync.peers'> = {
  'sync.preview': (input, { project }) => takeIn(project, input, 'rehearsal', silentTask()),
  'sync.state': (_, { project }) => ({ state: tokenOf(knownState(project)) }),
  'sync.peers': (_, { project }) => ({
    items: project.db
      .prepare<[], Peer>('SELECT device_id, analyst_id, name, time FROM peers ORDER BY time DESC')
      .all()
      .map(({ device_id, analyst_id, name, time }) => ({
        device: device_id,
        analystId: analyst_id,
        analyst: name,
        time,
      })),
  }),
}

interface Peer {
  device_id: string
  analyst_id: string
  name: string
  time: string
}

/** What comes is read first, which can be stopped; only then it is written, all at once, which cannot (S4). */
function takeIn(
  project: Project,
  file: { path: string; passphrase?: string | undefined },
  way: ReceiveWay,
  task: Task,
): Promise<Received & { from: ReturnType<typeof senderOf> }> {
  return withPacket(
    file,
    () => knownState(project),
    async (packet) => {
      const total = packet.head.state.documents.size
      const documents: DocumentUpdate[] = []
      for (const document of packet.documents()) {
        documents.push(document)
        await task.reach(documents.length, total, packet.head.name)
      }
      const { name } = packet.head
      await task.last(documents.length, name)
      const told = (done: number) => task.tell(done, documents.length, name)
      return {
        from: senderOf(packet.head),
        ...receivePacket(project, { ...packet, documents: () => eachTold(documents, told) }, way),
      }
    },
  )
}

/** Gives one after the other, and tells how many have been taken. */
function* eachTold<T>(things: readonly T[], tell: (done: number) => void): Generator<T> {
  for (const [done, thing] of things.entries()) {
    tell(done)
    yield thing
  }
  tell(things.length)
}

function senderOf({ device, analyst, name, time }: PacketHead) {
  return { device, analystId: analyst, analyst: name, time }
}

/** The state that is meant by the name or id of an analyst, a file of theirs, or itself. */
async function stateMeant(project: Project, since: string): Promise<KnownState> {
  const analyst = listEntities(project, 'analysts').find(
    ({ id, name }) => id === since || String(name).toLowerCase() === since.toLowerCase(),
  )
  if (analyst) {
    const device = project.db
      .prepare<[string], string>(
        'SELECT device_id FROM peers WHERE analyst_id = ? ORDER BY time DESC LIMIT 1',
      )
      .pluck()
      .get(analyst.id)
    const known = device === undefined ? null : stateOfDevice(project, device)
    if (!known) throw new Refusal('sync.unknownState', { name: String(analyst.name) })
    return known
  }
  if (existsSync(since))
    return await withPacket(
      { path: since },
      () => undefined,
      ({ head }: Packet) => head.state,
    )
  return bytesToState(new Uint8Array(Buffer.from(since, 'base64url')))
}

function tokenOf(state: KnownState): string {
  return Buffer.from(stateToBytes(state)).toString('base64url')
}
