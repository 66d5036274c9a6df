import { Eye } from 'lucide-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, useWorkspace } from '../../app/workspace.ts'
import { DeleteButton, TextInput } from '../../ui/index.ts'
import { deleteFinding } from '../finding-acts.ts'
import { FindingsPage } from '../findings-page.tsx'
import { TermFields } from './term-fields.tsx'
import { TermUses } from './term-uses.tsx'

/** The watch list on the left; where the chosen term is used on the right. */
export function TermsPage() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const items = useQuery('terms.list', {}, ['findings', 'indexing', 'passages']).data?.items
  const selectedId = useWorkspace(({ selection }) =>
    selection.type === 'term' ? selection.id : null,
  )
  const [lastId, setLastId] = useState<string | null>(null)
  if (selectedId !== null && selectedId !== lastId) setLastId(selectedId)
  const [written, setWritten] = useState('')
  const term = items?.find(({ id }) => id === lastId) ?? items?.[0]
  const add = async (): Promise<void> => {
    const words = written.trim()
    if (words === '') return
    const made = await act('terms.create', { term: words })
    if (made === undefined) return
    setWritten('')
    select({ type: 'term', id: made.id })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.term-row')]
    const here = rows.findIndex((row) => row === document.activeElement)
    const next = rows[here + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <FindingsPage part="terms" icon={Eye} count={items?.length} hasNew={false} isWide>
      <div className="terms">
        <div className="terms-list">
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void add()
            }}
          >
            <TextInput
              data-new-finding
              aria-label={t('analysis.termAdd')}
              placeholder={t('analysis.termAddHint')}
              disabled={isReadOnly}
              value={written}
              onChange={(event) => setWritten(event.target.value)}
            />
          </form>
          <ul aria-label={t('app.tabs.terms')} onKeyDown={onKeyDown}>
            {items?.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className="term-row"
                  aria-current={each.id === term?.id ? 'true' : undefined}
                  onClick={() => select({ type: 'term', id: each.id })}
                >
                  <span>{each.term}</span>
                  {each.uses > 0 && (
                    <span className="term-row-count">
                      {t('analysis.meanings', { given: each.uses })}
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </div>
        {term !== undefined && (
          <article key={term.id} className="term" aria-label={term.term}>
            <div className="term-head">
              <TermFields term={term} />
              <DeleteButton
                size="small"
                noTooltip
                label={t('analysis.deleteOf', { name: term.term })}
                disabled={isReadOnly}
                onClick={() => void deleteFinding('term', term.id, term.term)}
              />
            </div>
            <TermUses term={term} />
          </article>
        )}
      </div>
    </FindingsPage>
  )
}
