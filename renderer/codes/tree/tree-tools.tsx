import {
  BookMarked,
  ChevronsDownUp,
  ChevronsUpDown,
  ListFilter,
  Plus,
  Upload,
  X,
} from 'lucide-react'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView } from '../../app/workspace.ts'
import { IconButton, Menu, TextInput } from '../../ui/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { importCodebook } from '../code-acts.ts'
import type { CodeForest } from './code-forest.ts'
import { beginNewCode, changeTree, useTreeState } from './tree-state.ts'

/** Title of the panel with its buttons, and the filter below it. */
export function TreeTools({ forest, hasCodes }: { forest: CodeForest; hasCodes: boolean }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { filter, sort, withSubcodes, showRetired } = useTreeState()
  const items: MenuEntry[] = [
    { heading: t('codes.sort') },
    ...(['own', 'name', 'count'] as const).map((value) => ({
      label: t(
        ({ own: 'codes.sortOwn', name: 'codes.sortName', count: 'codes.sortCount' } as const)[
          value
        ],
      ),
      isChecked: sort === value,
      perform: () => changeTree({ sort: value }),
    })),
    'separator',
    { heading: t('codes.counts') },
    {
      label: t('codes.countTotal'),
      isChecked: withSubcodes,
      perform: () => changeTree({ withSubcodes: true }),
    },
    {
      label: t('codes.countOwn'),
      isChecked: !withSubcodes,
      perform: () => changeTree({ withSubcodes: false }),
    },
    'separator',
    {
      label: t('codes.showRetired'),
      isChecked: showRetired,
      perform: () => changeTree({ showRetired: !showRetired }),
    },
    {
      label: t('codes.expandAll'),
      icon: ChevronsUpDown,
      perform: () => changeTree({ collapsed: new Set() }),
    },
    {
      label: t('codes.collapseAll'),
      icon: ChevronsDownUp,
      perform: () => changeTree({ collapsed: new Set(forest.nodeById.keys()) }),
    },
    'separator',
    {
      label: t('codes.importCodebook'),
      icon: Upload,
      isDisabled: isReadOnly,
      perform: () => void importCodebook(),
    },
    {
      label: t('export.openCodebook'),
      icon: BookMarked,
      perform: () => openView({ type: 'codebook' }),
    },
  ]
  return (
    <>
      <div className="code-tree-head">
        <h2>{t('codes.title')}</h2>
        <div className="code-tree-tools">
          <Menu
            align="end"
            trigger={
              <IconButton size="small" icon={ListFilter} label={t('codes.viewOptions')} noTooltip />
            }
            items={items}
          />
          <IconButton
            size="small"
            icon={Plus}
            label={t('codes.newCode')}
            disabled={isReadOnly}
            onClick={() => beginNewCode(null)}
          />
        </div>
      </div>
      {hasCodes && (
        <div className="code-tree-filter">
          <TextInput
            isQuiet
            value={filter}
            aria-label={t('codes.filter')}
            placeholder={t('codes.filterPlaceholder')}
            onChange={(event) => changeTree({ filter: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter !== '') {
                event.preventDefault()
                changeTree({ filter: '' })
              }
            }}
          />
          {filter !== '' && (
            <IconButton
              size="small"
              icon={X}
              label={t('codes.clearFilter')}
              onClick={() => changeTree({ filter: '' })}
            />
          )}
        </div>
      )}
    </>
  )
}
