import type { Codebook } from '../../../shared/analysis/codebook.ts'
import type { Leaving, LeavingText } from '../../../shared/analysis/leaks/find-leaks.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import type { Table } from '../../../shared/contract/tables.ts'

/** Several things that leave together. */
export function joinedLeaving(parts: readonly Leaving[]): Leaving {
  return {
    texts: parts.flatMap(({ texts }) => texts),
    persons: parts.flatMap(({ persons = [] }) => persons),
    groups: parts.flatMap(({ groups = [] }) => groups),
  }
}

/** What can be read in tables, cell by cell: `Links, row 3, Basis`. */
export function leavingOfTables(
  tables: readonly Pick<Table, 'title' | 'columns' | 'rows' | 'notes'>[],
): Leaving {
  return {
    texts: tables.flatMap(({ title, columns, rows, notes }) => [
      ...rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column) =>
          typeof cell === 'string' && cell !== ''
            ? [{ place: `${title}, ${row + 1}, ${columns[column]?.label ?? ''}`, text: cell }]
            : [],
        ),
      ),
      ...notes.map((text) => ({ place: title, text })),
    ]),
  }
}

/** What can be read in a codebook; examples are quoted from sources. */
export function leavingOfCodebook(
  { codes, sets, project }: Codebook,
  sourceOf: (passageId: string) => string | undefined,
): Leaving {
  const texts = codes.flatMap((code): LeavingText[] => [
    ...[code.name, code.definition, code.whenToUse, code.whenNotToUse, ...code.aliases].map(
      (text) => ({ place: code.name, text }),
    ),
    ...code.examples.flatMap(({ passageId, quote, sourceTitle, locator }): LeavingText[] => {
      const sourceId = sourceOf(passageId)
      return [
        {
          place: `${code.name}, ${locator}`,
          text: quote,
          ...(sourceId === undefined ? {} : { sourceId }),
        },
        { place: `${code.name}, ${locator}`, text: sourceTitle },
      ]
    }),
  ])
  return {
    texts: [
      { place: project.title, text: project.title },
      ...texts.filter(({ text }) => text !== ''),
      ...sets.map(({ name }) => ({ place: name, text: name })),
    ],
  }
}

/** What can be read on a map, by box, line, lane and frame. */
export function leavingOfMap({ title, nodes, edges, lanes, frames }: MapModel): Leaving {
  const labels = new Map(nodes.map(({ key, label }) => [key, label]))
  const texts = [
    { place: title, text: title },
    ...nodes.flatMap(({ label, detail, variants, notes }) =>
      [label, detail, ...variants, ...notes].map((text) => ({ place: label, text })),
    ),
    ...edges.map(({ from, to, label }) => ({
      place: `${labels.get(from) ?? ''} → ${labels.get(to) ?? ''}`,
      text: label,
    })),
    ...lanes.flatMap(({ label, group }) => [label, group].map((text) => ({ place: label, text }))),
    ...frames.map((frame) => ({ place: frame.title, text: frame.title })),
  ]
  return { texts: texts.filter(({ text }) => text !== '') }
}
