import type { Leaving } from '../../../../shared/analysis/leaks/find-leaks.ts'
import type { Quote } from '../../../../shared/contract/quotes.ts'
import { translate, type Language } from '../../../../shared/i18n/index.ts'
import type { Project } from '../../project/project.ts'
import { labelGroups } from '../../quotes/label-groups.ts'
import { quotesOf } from '../../quotes/quote-list.ts'
import { joined, type Cell, type TableData } from './table-model.ts'

const columns = [
  ['number', 5, ({ number }) => number],
  ['printed', 34, ({ printed }) => printed],
  ['asSaid', 34, ({ asSaid, printed }) => (asSaid === printed ? '' : asSaid)],
  ['translation', 26, ({ translation }) => translation],
  ['label', 16, ({ label }) => label],
  ['source', 14, ({ sourceTitle, passageLabel }) => [sourceTitle, passageLabel].join(' ').trim()],
  [
    'usedIn',
    14,
    ({ usedIn, usedElsewhere }) => joined([...usedIn.map(({ title }) => title), usedElsewhere]),
  ],
  ['note', 14, ({ note }) => note],
] as const satisfies readonly (readonly [string, number, (quote: Quote) => Cell])[]

/** The register of quotes. What is quoted leaves with the consent of its source. */
export function quoteTable(project: Project, language: Language): TableData & { leaving: Leaving } {
  const quotes = quotesOf(project, { language })
  const title = translate(language, 'institution.table.quotes')
  const labels = columns.map(([key]) => translate(language, `quotes.column.${key}`))
  return {
    table: {
      title,
      columns: columns.map(([key], index) => ({ key, label: labels[index] ?? '' })),
      rows: quotes.map((quote) => ({
        ref: { type: 'quote', id: quote.id },
        cells: columns.map(([, , value]) => value(quote)),
      })),
      notes: [],
    },
    weights: columns.map(([, weight]) => weight),
    leaving: {
      groups: labelGroups(project, quotes),
      texts: quotes.flatMap((quote) => {
        const { sourceId } = quote
        const place = `${title}, ${quote.number}`
        const said = [quote.printed, quote.asSaid, quote.translation]
        const about = [quote.label, quote.sourceTitle, quote.usedElsewhere, quote.note]
        return [
          ...[...new Set(said)].map((text) => ({ place, text, sourceId })),
          ...about.map((text) => ({ place, text })),
        ].filter(({ text }) => text !== '')
      }),
    },
  }
}
