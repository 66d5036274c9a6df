import { useState } from 'react'
import type { ReactNode } from 'react'
import type { TextKey } from '../../shared/i18n/index.ts'
import type { Thing } from '../../shared/model/institution.ts'
import { ask } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { Button, Dialog } from '../ui/index.ts'
import type { UseOfThing } from './where-used.tsx'
import './work-cards.css'

interface Asked {
  name: string
  uses: UseOfThing[]
  perform: () => void
}

const mostShown = 12

/**
 * Deleting that first shows where a thing is used. Gives the act, and the dialog to be drawn: a
 * thing that is used nowhere goes at once.
 */
export function useDeletion(): [
  (thing: Thing, name: string, perform: () => void) => Promise<void>,
  ReactNode,
] {
  const t = useT()
  const language = useLanguage()
  const [asked, setAsked] = useState<Asked | null>(null)
  const askFirst = async (thing: Thing, name: string, perform: () => void): Promise<void> => {
    const uses = await ask('things.uses', { thing, language })
    if (uses.ok && uses.value.items.length > 0) setAsked({ name, uses: uses.value.items, perform })
    else perform()
  }
  if (asked === null) return [askFirst, null]
  const close = (): void => setAsked(null)
  const more = asked.uses.length - mostShown
  return [
    askFirst,
    <Dialog
      key="deletion"
      width="narrow"
      title={t('work.deleteTitle', { name: asked.name })}
      description={t('work.deleteUsed')}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button
            variant="danger"
            autoFocus
            onClick={() => {
              close()
              asked.perform()
            }}
          >
            {t('ui.delete')}
          </Button>
        </>
      }
    >
      <ul className="work-uses">
        {asked.uses.slice(0, mostShown).map((use) => (
          <li key={use.id}>
            <span className="work-use-type">{t(`work.use.${use.type}` as TextKey)}</span>
            <span>{use.label === '' ? '…' : use.label}</span>
          </li>
        ))}
        {more > 0 && <li>{t('work.deleteMore', { count: more })}</li>}
      </ul>
    </Dialog>,
  ]
}
