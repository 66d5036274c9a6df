import { useId, useState } from 'react'
import { AnalystMark } from '../app/analyst-badge.tsx'
import { act, useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import { keepClearOfField } from '../app/keep-clear.ts'
import { useIsReadOnly, useProject } from '../app/session.ts'
import { Button, TextInput } from '../ui/index.ts'

/** What was said about an item, and a line to say more. */
export function Discussion({ item }: { item: string }) {
  const t = useT()
  const id = useId()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const { analysts } = useProject()
  const [text, setText] = useState('')
  const remarks = useQuery('discussions.list', { item }, ['settlements']).data?.items ?? []
  const add = async (): Promise<void> => {
    const words = text.trim()
    if (words === '') return
    const made = await act('discussions.add', { item, text: words })
    if (made !== undefined) setText('')
  }
  return (
    <section className="pair-discussion" aria-labelledby={id}>
      <h3 id={id}>{t('compare.discussion')}</h3>
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => {
            const analyst = analysts.find((one) => one.id === remark.createdBy)
            return (
              <li key={remark.id}>
                {analyst !== undefined && <AnalystMark analyst={analyst} />}
                <p>
                  {remark.text}
                  <span className="pair-when">{format.time(remark.created)}</span>
                </p>
              </li>
            )
          })}
        </ul>
      )}
      {!isReadOnly && (
        <form
          ref={keepClearOfField}
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <TextInput
            spellCheck
            aria-label={t('compare.addRemark')}
            placeholder={t('compare.remarkPlaceholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" disabled={text.trim() === ''}>
            {t('compare.add')}
          </Button>
        </form>
      )}
    </section>
  )
}
