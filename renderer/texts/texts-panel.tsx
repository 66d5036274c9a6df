import { Ellipsis, Network, Plus, ScrollText, Table, Upload } from 'lucide-react'
import { useMemo } from 'react'
import { useLanguage, useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, EmptyState, IconButton, Menu, Select, TextInput } from '../ui/index.ts'
import { NewText } from './panel/new-text.tsx'
import { beginNewText, changePanel, usePanelState } from './panel/panel-state.ts'
import { TextTree } from './panel/text-tree.tsx'
import { importTexts } from './text-acts.ts'
import { useTexts } from './text-data.ts'
import { filterTexts, groupTexts, noTextFilter } from './text-groups.ts'
import './panel/panel.css'

const groupings = ['level', 'status', 'issuer', 'none'] as const

/** The register in the navigator: texts under their level, status or issuer. */
export function TextsPanel() {
  const t = useT()
  const language = useLanguage()
  const { readOnly } = useProject()
  const { texts, isReady } = useTexts()
  const { words, by, isNaming } = usePanelState()
  const groups = useMemo(
    () => groupTexts(filterTexts(texts, { ...noTextFilter, words }), by, language),
    [texts, words, by, language],
  )
  const isEmpty = isReady && texts.length === 0
  return (
    <>
      <PanelHead isReadOnly={readOnly} />
      {isNaming && <NewText />}
      {isEmpty && !isNaming && (
        <EmptyState
          icon={ScrollText}
          title={t('texts.emptyTitle')}
          actions={
            <>
              <Button icon={Plus} disabled={readOnly} onClick={beginNewText}>
                {t('texts.newText')}
              </Button>
              <Button variant="quiet" disabled={readOnly} onClick={() => void importTexts()}>
                {t('texts.import')}
              </Button>
            </>
          }
        >
          {t('texts.emptyText')}
        </EmptyState>
      )}
      {!isEmpty && (
        <>
          <div className="texts-filter">
            <TextInput
              isQuiet
              aria-label={t('texts.filter')}
              placeholder={t('ui.filter')}
              value={words}
              onChange={(event) => changePanel({ words: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Escape') changePanel({ words: '' })
              }}
            />
            <Select
              isQuiet
              aria-label={t('texts.groupBy')}
              title={t('texts.groupBy')}
              value={by}
              options={groupings.map((value) => ({ value, label: t(`texts.group_${value}`) }))}
              onValue={(value) => changePanel({ by: value })}
            />
          </div>
          <TextTree groups={groups} by={by} />
          {isReady && groups.every((group) => group.texts.length === 0) && (
            <p className="texts-none">{t('texts.noMatch')}</p>
          )}
        </>
      )}
    </>
  )
}

function PanelHead({ isReadOnly }: { isReadOnly: boolean }) {
  const t = useT()
  const tables = ['inventory', 'links', 'clauses', 'activations'] as const
  return (
    <div className="panel-head">
      <h2>{t('texts.title')}</h2>
      <div className="panel-tools">
        <IconButton
          icon={ScrollText}
          size="small"
          label={t('texts.openRegister')}
          onClick={() => openView({ type: 'texts' })}
        />
        <IconButton
          icon={Network}
          size="small"
          label={t('texts.openHierarchy')}
          onClick={() => openView({ type: 'hierarchy' })}
        />
        <IconButton
          icon={Plus}
          size="small"
          label={t('texts.newText')}
          disabled={isReadOnly}
          onClick={beginNewText}
        />
        <Menu
          align="end"
          trigger={<IconButton icon={Ellipsis} size="small" label={t('ui.more')} noTooltip />}
          items={[
            {
              label: t('texts.import'),
              icon: Upload,
              isDisabled: isReadOnly,
              perform: () => void importTexts(),
            },
            'separator',
            { heading: t('texts.openTable') },
            ...tables.map((table) => ({
              label: t(`institution.table.${table}`),
              icon: Table,
              perform: () => openView({ type: 'table', table }),
            })),
          ]}
        />
      </div>
    </div>
  )
}
