import type { CommandOutput } from '../../shared/contract/index.ts'
import type { MergeCount } from '../../shared/contract/sync.ts'
import { meeting } from '../../shared/i18n/en/meeting.ts'
import type { TextKey } from '../../shared/i18n/index.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'

/** What comes in, by whom and of which kind, and what will have to be settled. */
export function MergeCounts({ preview }: { preview: CommandOutput<'sync.merge'> }) {
  const t = useT()
  const { analysts } = useProject()
  const toSettle = preview.counts
    .filter(({ kind }) => kind === 'conflicts')
    .reduce((sum, { added }) => sum + added, 0)
  const counts = preview.counts.filter(({ kind }) => kind !== 'conflicts')
  if (preview.documents === 0) return <p>{t('meeting.merge.nothing')}</p>
  const nameOf = (id: string): string =>
    analysts.find((analyst) => analyst.id === id)?.name ??
    (id === preview.from.analystId ? preview.from.analyst : t('meeting.merge.unknown'))
  const names = [...new Set(counts.map(({ analystId }) => nameOf(analystId)))]
  return (
    <div className="meeting-counts">
      {names.map((name) => (
        <section key={name}>
          <h3>{name}</h3>
          <dl>
            {byWords(counts.filter(({ analystId }) => nameOf(analystId) === name)).map((count) => (
              <div key={count.kind}>
                <dt>{t(kindKey(count.kind))}</dt>
                <dd>
                  {(['added', 'changed', 'removed'] as const)
                    .filter((what) => count[what] > 0)
                    .map((what) => t(`meeting.merge.${what}`, { count: count[what] }))
                    .join(' · ')}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {toSettle > 0 && <p>{t('meeting.merge.settle', { count: toSettle })}</p>}
    </div>
  )
}

/** Kinds without words of their own stand together. */
function byWords(counts: readonly MergeCount[]): Omit<MergeCount, 'analystId'>[] {
  const known = new Map<string, Omit<MergeCount, 'analystId'>>()
  for (const { kind, added, changed, removed } of counts) {
    const name = kind in meeting.kinds ? kind : 'other'
    const sum = known.get(name) ?? { kind: name, added: 0, changed: 0, removed: 0 }
    known.set(name, {
      kind: name,
      added: sum.added + added,
      changed: sum.changed + changed,
      removed: sum.removed + removed,
    })
  }
  return [...known.values()]
}

function kindKey(kind: string): TextKey {
  return `meeting.kinds.${kind}` as TextKey
}
