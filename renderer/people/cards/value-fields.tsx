import type { HolderKind } from '../../../shared/model/kinds.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useLanguage, useT } from '../../app/i18n.ts'
import { InlineEdit } from '../../ui/index.ts'
import { optionsOf, saveCell } from '../grid/cell-acts.ts'
import { gridColumns } from '../grid/grid-columns.ts'

/** The attributes of one person, case or source, filled in where they stand. */
export function ValueFields({ of, id }: { of: HolderKind; id: string }) {
  const t = useT()
  const language = useLanguage()
  const grid = useQuery('people.grid', { of }, ['persons', 'sources', 'passages']).data
  const row = grid?.rows.find((each) => each.id === id)
  if (grid === undefined || row === undefined) return null
  const columns = gridColumns(of, grid.attributes, language, t).filter((each) => each.attribute)
  if (columns.length === 0) return null
  return (
    <>
      <h4>{t('people.attributes')}</h4>
      <div className="people-card-fields">
        {columns.map((column) => (
          <div key={column.key} className="field field-inline">
            <span className="field-label" aria-hidden>
              {column.label}
            </span>
            <InlineEdit
              label={`${column.label}: ${row.name}`}
              value={column.text(row)}
              placeholder={t('people.unknown')}
              suggestions={optionsOf(column) ?? []}
              onSave={(typed) => void saveCell(of, row, column, typed)}
            />
          </div>
        ))}
      </div>
    </>
  )
}
