import { Grid3x3 } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { shownMatrix, type MatrixLine } from '../../shared/analysis/figures/shown-matrix.ts'
import { cellQuestion, lineQuestion } from '../../shared/analysis/question/axis.ts'
import type { MatrixChoice } from '../../shared/contract/figures.ts'
import { failureText } from '../../shared/i18n/index.ts'
import { useQuery } from '../app/engine-client.ts'
import { useFormat, useLanguage, useT } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import { saveExport } from '../export/save-export.ts'
import { SaveTable } from '../export/save-table.tsx'
import { EmptyState } from '../ui/index.ts'
import { codingTopics } from './coding-topics.ts'
import { MatrixGrid } from './matrix-grid.tsx'
import { MatrixTools } from './matrix-tools.tsx'
import './figures.css'

const first: MatrixChoice = { rows: { by: 'codes' }, columns: { by: 'sources' } }

/** Counts, or quotes, in rows and columns; every number opens the passages that it counts. */
export function MatrixView({ given = first }: { given?: MatrixChoice }) {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const { rows, columns, measure, scope, crossing } = given
  const { data, error } = useQuery(
    'analysis.matrix',
    { rows, columns, measure, scope, crossing },
    codingTopics,
  )
  const { rowOrder, columnOrder, withEmpty } = given
  const shown = useMemo(() => {
    if (data === undefined) return null
    return shownMatrix(language, data, { rows, columns, rowOrder, columnOrder, withEmpty })
  }, [data, language, rows, columns, rowOrder, columnOrder, withEmpty])
  const questionAt = useCallback(
    (row: MatrixLine | undefined, column: MatrixLine | undefined) =>
      row && column
        ? cellQuestion(row.question, column.question, scope, crossing)
        : lineQuestion(row?.question ?? column?.question ?? { type: 'anything' }, scope),
    [scope, crossing],
  )
  const isEmpty = shown !== null && (shown.rows.length === 0 || shown.columns.length === 0)
  const problem = error && failureText(language, error)
  return (
    <div className="matrix">
      <div className="matrix-head">
        <div className="matrix-title">
          <h1>{t('figures.openMatrix')}</h1>
          {shown !== null && data !== undefined && (
            <span className="matrix-size" role="status">
              {t('figures.size', {
                rows: shown.rows.length,
                columns: shown.columns.length,
                total: format.number(data.total),
              })}
            </span>
          )}
          <span className="matrix-gap" />
          <SaveTable
            name={t('figures.openMatrix')}
            first="xlsx"
            isPlain
            isDisabled={isEmpty || shown === null}
            save={(as, words) =>
              saveExport('export.matrix', { ...given, format: as, language }, words)
            }
          />
        </div>
        <MatrixTools choice={given} onChoice={(choice) => openView({ type: 'matrix', choice })} />
        {problem && (
          <p role="alert">
            {problem.message} {problem.hint}
          </p>
        )}
      </div>
      {isEmpty && (
        <EmptyState icon={Grid3x3} title={t('figures.nothingTitle')}>
          {t('figures.nothingText')}
        </EmptyState>
      )}
      {shown !== null && !isEmpty && data !== undefined && (
        <MatrixGrid
          shown={shown}
          total={data.total}
          rowsName={t(`figures.axis.${rows.by}`)}
          withQuotes={given.withQuotes === true}
          questionAt={questionAt}
          isSortedBy={(line) => (typeof rowOrder === 'object' ? rowOrder.by === line.id : false)}
          onSortBy={(line) =>
            openView({ type: 'matrix', choice: { ...given, rowOrder: { by: line.id } } })
          }
        />
      )}
    </div>
  )
}
