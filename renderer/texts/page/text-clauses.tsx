import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { NameInput } from '../../codes/tree/name-input.tsx'
import { Button } from '../../ui/index.ts'
import { ClauseItem } from './clause-item.tsx'
import { TextSection } from './text-section.tsx'

/** The clauses of a text; a new one begins with its place in the text, and its words come next. */
export function TextClauses({ textId }: { textId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isNaming, setIsNaming] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const fresh = useRef<string | null>(null)
  const clauses = useQuery('clauses.list', { textId }, ['texts', 'indexing', 'passages']).data
    ?.items
  useEffect(() => {
    if (fresh.current === null) return
    const item = list.current?.querySelector(`[data-clause="${fresh.current}"]`)
    if (item === null || item === undefined) return
    fresh.current = null
    item.querySelector('textarea')?.focus()
  })
  const make = async (locator: string): Promise<boolean> => {
    const made = await act('clauses.create', { textId, locator })
    if (made === undefined) return false
    fresh.current = made.id
    setIsNaming(false)
    return true
  }
  return (
    <TextSection
      title={t('texts.clauses')}
      count={clauses?.length ?? 0}
      hint={t('texts.clausesHint')}
      tools={
        <Button
          size="small"
          variant="quiet"
          icon={Plus}
          disabled={isReadOnly}
          onClick={() => setIsNaming(true)}
        >
          {t('texts.addClause')}
        </Button>
      }
    >
      <ul ref={list} className="text-clauses">
        {clauses?.map((clause) => (
          <ClauseItem key={clause.id} clause={clause} />
        ))}
        {isNaming && (
          <li className="clause-item">
            <NameInput
              label={t('texts.clauseLocator')}
              placeholder={t('texts.clauseLocatorHint')}
              initial=""
              onSave={make}
              onCancel={() => setIsNaming(false)}
            />
          </li>
        )}
      </ul>
    </TextSection>
  )
}
