import { ArrowDown, ArrowUp, ChevronDown } from 'lucide-react'
import { showDialog } from '../../app/dialogs.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Menu, type MenuEntry } from '../../ui/index.ts'
import { changePeople, type Sorting } from '../people-state.ts'
import type { GridColumn } from './grid-columns.ts'

interface ColumnHeadProps {
  column: GridColumn
  columns: readonly GridColumn[]
  sorting: Sorting | null
}

/** The head of a column: a menu that sorts, and changes, moves or deletes an attribute. */
export function ColumnHead({ column, columns, sorting }: ColumnHeadProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const direction = sorting?.column === column.key ? sorting.direction : undefined
  const sort = (next: Sorting['direction']): void =>
    changePeople({
      sorting: direction === next ? null : { column: column.key, direction: next },
    })
  const items: MenuEntry[] = [
    {
      label: t('people.sortUp'),
      isChecked: direction === 'ascending',
      perform: () => sort('ascending'),
    },
    {
      label: t('people.sortDown'),
      isChecked: direction === 'descending',
      perform: () => sort('descending'),
    },
    ...attributeItems(),
  ]
  return (
    <div
      role="columnheader"
      className={column.isNumber ? 'people-column is-number' : 'people-column'}
      aria-sort={direction ?? 'none'}
    >
      <Menu
        items={items}
        trigger={
          <button
            type="button"
            title={column.attribute && t(`people.type.${column.attribute.type}`)}
          >
            <span>{column.label}</span>
            {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
            {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
            <ChevronDown size={12} className="people-column-mark" aria-hidden />
          </button>
        }
      />
    </div>
  )

  function attributeItems(): MenuEntry[] {
    const { attribute } = column
    if (!attribute || isReadOnly) return []
    const among = columns.flatMap((each) => (each.attribute ? [each.attribute.id] : []))
    const place = among.indexOf(attribute.id)
    const move = (beforeId: string | null) => () =>
      void act('attributes.reorder', { attributeId: attribute.id, beforeId })
    const remove = async (): Promise<void> => {
      const done = await act('attributes.delete', { attributeIds: [attribute.id] })
      if (done !== undefined) toastWithUndo(t('people.deletedColumn', { name: attribute.name }))
    }
    return [
      'separator',
      {
        label: t('people.editColumn'),
        perform: () =>
          showDialog({ type: 'attribute', of: attribute.of, attributeId: attribute.id }),
      },
      {
        label: t('people.moveLeft'),
        isDisabled: place === 0,
        perform: move(among[place - 1] ?? null),
      },
      {
        label: t('people.moveRight'),
        isDisabled: place === among.length - 1,
        perform: move(among[place + 2] ?? null),
      },
      'separator',
      { label: t('people.deleteColumn'), isDanger: true, perform: () => void remove() },
    ]
  }
}
