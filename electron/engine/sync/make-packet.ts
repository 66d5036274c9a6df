import * as Y from 'yjs'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { trailEnds } from '../project/trail.ts'
import { isSameState, knownState, type KnownState } from './known-state.ts'
import type { DocumentUpdate, Original, Packet, PartMark, TrailRow } from './packet.ts'
import { withheldFrom } from './withheld.ts'

/**
 * What this copy holds and one of the given state does not; everything, if none is given. `state` is what
 * it holds now, for whoever has asked for that already.
 */
export function makePacket(
  project: Project,
  since?: KnownState,
  part: PartMark | null = null,
  state = knownState(project),
): Packet {
  const names = [...state.documents.keys()].filter(
    (name) => !isSameState(since?.documents.get(name), state.documents.get(name)),
  )
  const info = project.documents.get('project').getMap('meta')
  const analyst = listEntities(project, 'analysts').find(({ id }) => id === project.analystId)
  return {
    head: {
      project: String(info.get('id') ?? ''),
      title: String(info.get('title') ?? ''),
      device: project.device.id,
      analyst: project.analystId,
      name: String(analyst?.name ?? ''),
      time: project.now(),
      isPart: since !== undefined,
      state,
      part,
    },
    documents: () => updatesOf(project, projectFirst(names), since),
    trail: () => trailSince(project, since),
    originals: () => originalsSince(project, state, since),
    close: () => {},
  }
}

function projectFirst(names: readonly string[]): string[] {
  return [
    ...names.filter((name) => name === 'project'),
    ...names.filter((name) => name !== 'project'),
  ]
}

function* updatesOf(
  project: Project,
  names: readonly string[],
  since: KnownState | undefined,
): Generator<DocumentUpdate> {
  for (const name of names) {
    const loaded = project.documents.loaded(name)
    const doc = loaded ?? project.log.load(name)
    yield { name, update: Y.encodeStateAsUpdate(doc, since?.documents.get(name)?.vector) }
    if (!loaded) doc.destroy()
  }
}

/**
 * Rows of the trail after the given numbers, of all streams or the named ones, in their order; up to
 * number `until`, if it is given.
 */
export function* trailSince(
  project: Project,
  since: Pick<KnownState, 'trail'> | undefined,
  named?: Iterable<string>,
  until = Number.MAX_SAFE_INTEGER,
): Generator<TrailRow> {
  const isWithheld = withheldFrom(project)
  const streams = named ?? trailEnds(project.db).keys()
  const rows = project.db.prepare<
    [string, number, number],
    Omit<TrailRow, 'entities'> & { seq: number }
  >(
    `SELECT seq, stream, number, time, analyst_id, device_id, command, label, changes
     FROM main.activity WHERE stream = ? AND number > ? AND number <= ? ORDER BY number`,
  )
  const entities = project.db
    .prepare<[number], string>('SELECT entity FROM activity_entities WHERE seq = ? ORDER BY entity')
    .pluck()
  for (const stream of streams) {
    if (isWithheld.stream(stream)) continue
    for (const { seq, ...row } of rows.all(stream, since?.trail.get(stream) ?? 0, until))
      yield { ...row, entities: entities.all(seq) }
  }
}

function* originalsSince(
  project: Project,
  state: KnownState,
  since: KnownState | undefined,
): Generator<Original> {
  const bytes = project.db
    .prepare<[string], Uint8Array>('SELECT bytes FROM blobs WHERE hash = ?')
    .pluck()
  for (const hash of state.originals) {
    if (since?.originals.has(hash)) continue
    const found = bytes.get(hash)
    if (found) yield { hash, bytes: found }
  }
}
