import { rmSync } from 'node:fs'
import type { Source } from '../../../shared/model/entities.ts'
import type { CommandOutput } from '../../../shared/contract/index.ts'
import { createEntity, updateEntity } from '../project/entities.ts'
import type { Session } from '../project/session.ts'
import { sourceById } from '../sources/source-list.ts'
import { purge, unpurged } from './purge.ts'

/**
 * A participant withdraws: the sources are purged here, and wherever this project is merged later. The
 * project keeps that there was a source, its number and who withdrew it when and why.
 */
export async function withdrawSources(
  session: Session,
  { sourceIds, reason }: { sourceIds: readonly string[]; reason: string },
): Promise<CommandOutput<'sources.withdraw'>> {
  const { project } = session
  const sources = sourceIds.map((id) => sourceById(project, id))
  const backups = session.backups().length
  const codings = sources.reduce((sum, source) => sum + source.codings, 0)
  project.change(
    {
      command: 'sources.withdraw',
      label: sources.map(({ number }) => number).join(', '),
      entities: [...sourceIds],
      changes: { reason },
      undoable: false,
    },
    (edit) =>
      edit('project', (doc) => {
        for (const source of sources) {
          const originals = source.blob === null ? [] : [source.blob]
          createEntity(project, doc, 'withdrawals', source.id, { reason, originals })
          updateEntity(project, doc, 'sources', source.id, { ...emptied, deleted: true })
        }
      }),
  )
  // The session purges whatever is known to be withdrawn, once the change is written.
  await session.backup()
  return { codings, backups }
}

/** What would say something about who was withdrawn. */
const emptied = {
  title: '',
  date: '',
  place: '',
  dataEvent: '',
  consent: '',
  deleteBy: '',
  note: '',
  fileName: '',
  blob: null,
} satisfies Partial<Source>

/**
 * Purges what is known to be withdrawn and is still here, whoever withdrew it. Rolling backups hold it
 * as well, and go.
 */
export function purgeWithdrawn(session: Session): string[] {
  const { project } = session
  const sourceIds = project.readOnly ? [] : unpurged(project)
  if (sourceIds.length === 0) return []
  purge(project, sourceIds)
  for (const { path } of session.backups()) rmSync(path, { force: true })
  return sourceIds
}
