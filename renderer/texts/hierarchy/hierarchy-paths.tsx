import { X } from 'lucide-react'
import { useState } from 'react'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { IconButton } from '../../ui/index.ts'
import { EndFinder } from '../links/end-finder.tsx'
import { endKey, useLinkEnds } from '../links/link-ends.ts'

interface Props {
  from: LinkEnd | null
  /** Lights the links of a way; null: none. */
  onWay: (linkIds: readonly string[] | null) => void
  onClose: () => void
}

/** The ways from one thing to another along the links, shortest first. */
export function HierarchyPaths({ from: given, onWay, onClose }: Props) {
  const t = useT()
  const ends = useLinkEnds()
  const [from, setFrom] = useState(given)
  const [to, setTo] = useState<LinkEnd | null>(null)
  const [at, setAt] = useState<number | null>(null)
  const args = from === null || to === null ? null : { from, to, limit: 20 }
  const paths = useQuery('hierarchy.paths', args, ['texts', 'work']).data?.items
  const labelOf = (end: LinkEnd): string =>
    ends.find(({ ref }) => endKey(ref) === endKey(end))?.label ?? ''
  const change = (which: 'from' | 'to'): void => {
    if (which === 'from') setFrom(null)
    else setTo(null)
    setAt(null)
    onWay(null)
  }
  return (
    <section
      className="hierarchy-paths"
      aria-label={t('links.paths')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="hierarchy-paths-head">
        <h2>{t('links.paths')}</h2>
        {from !== null && (
          <button type="button" className="link-form-chosen" onClick={() => change('from')}>
            {labelOf(from)}
          </button>
        )}
        {from !== null && to !== null && (
          <>
            <span aria-hidden="true">…</span>
            <button type="button" className="link-form-chosen" onClick={() => change('to')}>
              {labelOf(to)}
            </button>
          </>
        )}
        <IconButton icon={X} size="small" label={t('ui.close')} onClick={onClose} />
      </div>
      {(from === null || to === null) && (
        <div className="hierarchy-paths-finder">
          <span>{from === null ? t('links.from') : t('links.to')}</span>
          <EndFinder
            key={from === null ? 'from' : 'to'}
            ends={ends.filter(({ ref }) => from === null || endKey(ref) !== endKey(from))}
            onPick={from === null ? setFrom : setTo}
            onClose={onClose}
          />
        </div>
      )}
      {paths?.length === 0 && <p className="claim-hint">{t('links.noPaths')}</p>}
      {paths !== undefined && paths.length > 0 && (
        <ol>
          {paths.map((path, index) => (
            <li key={path.linkIds.join(' ')}>
              <button
                type="button"
                className="hierarchy-path"
                aria-pressed={index === at}
                autoFocus={index === 0}
                onClick={() => {
                  setAt(index === at ? null : index)
                  onWay(index === at ? null : path.linkIds)
                }}
              >
                {path.labels.join(' → ')}
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
