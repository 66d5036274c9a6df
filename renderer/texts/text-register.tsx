import { Plus, ScrollText, Upload } from 'lucide-react'
import { useMemo } from 'react'
import { useLanguage, useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Button, EmptyState } from '../ui/index.ts'
import { beginNewText } from './panel/panel-state.ts'
import { BulkBar } from './register/bulk-bar.tsx'
import { RegisterBar } from './register/register-bar.tsx'
import { changeRegister, useRegister } from './register/register-state.ts'
import { RegisterTable } from './register/register-table.tsx'
import { importTexts } from './text-acts.ts'
import { useTexts } from './text-data.ts'
import { filterTexts, groupTexts, noTextFilter, sortTexts } from './text-groups.ts'
import './register/register.css'

/** All texts as a table: sorted, filtered, grouped, and changed where they stand. */
export function TextRegister() {
  const t = useT()
  const language = useLanguage()
  const isReadOnly = useIsReadOnly()
  const { texts, words, isReady } = useTexts()
  const { filter, by, sort, chosen } = useRegister()
  const groups = useMemo(
    () => groupTexts(sortTexts(filterTexts(texts, filter), sort, language), by, language),
    [texts, filter, sort, by, language],
  )
  const shown = groups.flatMap((group) => group.texts)
  const chosenTexts = shown.filter((text) => chosen.includes(text.id))
  if (isReady && texts.length === 0) {
    return (
      <div className="register">
        <EmptyState
          icon={ScrollText}
          title={t('texts.emptyTitle')}
          actions={
            <>
              <Button variant="primary" icon={Plus} disabled={isReadOnly} onClick={beginNewText}>
                {t('texts.newText')}
              </Button>
              <Button icon={Upload} disabled={isReadOnly} onClick={() => void importTexts()}>
                {t('texts.import')}
              </Button>
            </>
          }
        >
          {t('texts.emptyText')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="register">
      <RegisterBar words={words} shown={shown.length} all={texts.length} />
      {chosenTexts.length > 0 && (
        <BulkBar
          chosen={chosenTexts}
          words={words}
          onAll={() => changeRegister({ chosen: shown.map(({ id }) => id) })}
          onNone={() => changeRegister({ chosen: [] })}
        />
      )}
      <RegisterTable groups={groups} words={words} />
      {isReady && shown.length === 0 && (
        <p className="register-none">
          {t('texts.noMatch')}{' '}
          <Button size="small" onClick={() => changeRegister({ filter: noTextFilter })}>
            {t('texts.clearFilters')}
          </Button>
        </p>
      )}
    </div>
  )
}
