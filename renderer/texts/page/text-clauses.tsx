import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button } from '../../ui/index.ts'
import { ClauseItem } from './clause-item.tsx'
import { TextSection } from './text-section.tsx'

/** The clauses of a text. */
export function TextClauses({ textId }: { textId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const list = useRef<HTMLUListElement>(null)
  const fresh = useRef<string | null>(null)
  const clauses = useQuery('clauses.list', { textId }, ['texts', 'indexing', 'passages']).data
    ?.items
  const add = async (): Promise<void> => {
    const made = await act('clauses.create', { textId })
    fresh.current = made?.id ?? null
  }
  // The new one is written at once.
  const focusFresh = (element: HTMLUListElement | null): void => {
    list.current = element
    if (element === null || fresh.current === null) return
    const field = element.querySelector<HTMLElement>(`[data-clause="${fresh.current}"] input`)
    if (field === null) return
    fresh.current = null
    field.focus()
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
          onClick={() => void add()}
        >
          {t('texts.addClause')}
        </Button>
      }
    >
      <ul ref={(element) => focusFresh(element)} className="text-clauses">
        {clauses?.map((clause) => (
          <ClauseItem key={clause.id} clause={clause} />
        ))}
      </ul>
    </TextSection>
  )
}
