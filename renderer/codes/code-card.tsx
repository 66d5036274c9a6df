import { useT, useFormat } from '../app/i18n.ts'
import { useQuery } from '../app/engine-client.ts'
import { openView, select } from '../app/workspace.ts'
import type { Code } from '../../shared/model/entities.ts'
import { Button, hueStyle } from '../ui/index.ts'
import './code-card.css'
import { useCodes } from './code-data.ts'
import { CodeMark } from './code-kind-icon.tsx'
import { ancestorsOf, siblingsOf } from './tree/code-forest.ts'

const mostShown = 12

/** A code in the inspector: what it means, where it is used, what stands beside and below it. */
export function CodeCard({ codeId }: { codeId: string }) {
  const t = useT()
  const { forest } = useCodes()
  const node = forest.nodeById.get(codeId)
  if (node === undefined) return null
  const { code } = node
  const siblings = siblingsOf(forest, codeId)
    .map((sibling) => sibling.code)
    .filter((sibling) => sibling.id !== codeId)
  const path = ancestorsOf(forest, codeId).map((ancestor) => ancestor.name)
  const open = () => openView({ type: 'code', id: codeId })
  return (
    <div className="code-card" style={hueStyle(code.hue)}>
      {path.length > 0 && <p className="code-card-meta">{path.join(' › ')} ›</p>}
      <div className="code-card-head">
        <CodeMark kind={code.kind} hue={code.hue} isGroup />
        <h3>{code.name}</h3>
      </div>
      <p className="code-card-meta">
        {t(`codes.kind_${code.kind}`)} · {t(`codes.status_${code.status}`)}
      </p>
      <p
        className={
          code.definition === '' ? 'code-card-definition is-empty' : 'code-card-definition'
        }
      >
        {code.definition === '' ? t('codes.noDefinition') : code.definition}
      </p>
      {code.whenNotToUse !== '' && (
        <dl className="code-card-use">
          <dt>{t('codes.whenNotToUse')}</dt>
          <dd>{code.whenNotToUse}</dd>
        </dl>
      )}
      <Button size="small" onClick={open}>
        {t(code.definition === '' ? 'codes.writeDefinition' : 'codes.openCode')}
      </Button>
      <h4>{t('codes.whereUsed')}</h4>
      <p className="code-card-meta">
        {t('codes.usage', {
          codings: t('codes.nCodings', { count: code.codings }),
          sources: t('codes.nSources', { count: code.sources }),
        })}
      </p>
      <UseBySource codeId={codeId} />
      <CodeLinks title={t('codes.subcodes')} codes={node.children.map((child) => child.code)} />
      <CodeLinks title={t('codes.siblings')} codes={siblings} />
    </div>
  )
}

function CodeLinks({ title, codes }: { title: string; codes: readonly Code[] }) {
  const format = useFormat()
  if (codes.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="code-card-list">
        {codes.slice(0, mostShown).map((code) => (
          <li key={code.id}>
            <button type="button" onClick={() => select({ type: 'code', id: code.id })}>
              <CodeMark kind={code.kind} hue={code.hue} isGroup={false} />
              <span className="code-row-name">{code.name}</span>
              <span className="code-row-count">{format.number(code.codings)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How often the code is used in each source; a click goes to the first place there. */
function UseBySource({ codeId }: { codeId: string }) {
  const format = useFormat()
  const { data } = useQuery('codings.list', { codeId, limit: 5000 }, [
    'passages',
    'codes',
    'sources',
  ])
  const { data: sources } = useQuery('sources.list', {}, ['sources'])
  const titleById = new Map((sources?.items ?? []).map((source) => [source.id, source.title]))
  const uses = new Map<string, { count: number; passageId: string; start: number; end: number }>()
  for (const coding of data?.items ?? []) {
    const use = uses.get(coding.sourceId)
    if (use === undefined) {
      const { passageId, start, end } = coding
      uses.set(coding.sourceId, { count: 1, passageId, start, end })
    } else {
      use.count += 1
      if (coding.start < use.start) {
        Object.assign(use, { passageId: coding.passageId, start: coding.start, end: coding.end })
      }
    }
  }
  const most = Math.max(1, ...[...uses.values()].map((use) => use.count))
  return (
    <ul className="code-card-list">
      {[...uses]
        .toSorted(([, a], [, b]) => b.count - a.count)
        .map(([sourceId, use]) => (
          <li key={sourceId}>
            <button
              type="button"
              onClick={() => {
                const { start, end } = use
                openView({ type: 'source', id: sourceId, at: { start, end } })
              }}
            >
              <span className="code-row-name">{titleById.get(sourceId) ?? ''}</span>
              <span className="code-card-bar" aria-hidden="true">
                <span style={{ width: `${(use.count / most) * 100}%` }} />
              </span>
              <span className="code-row-count">{format.number(use.count)}</span>
            </button>
          </li>
        ))}
    </ul>
  )
}
