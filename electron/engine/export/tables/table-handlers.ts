import { masked } from '../../../../shared/analysis/leaks/mask.ts'
import type { CommandInput, QueryInput } from '../../../../shared/contract/index.ts'
import {
  auditTable,
  discussionTable,
  reconciliationTable,
  whoDidWhatTable,
} from '../../compare/record.ts'
import type { CommandHandlers, QueryHandlers } from '../../handlers.ts'
import type { Project } from '../../project/project.ts'
import { leavingOfTables } from '../leaving.ts'
import { carryOut, type Prepared } from '../prepared.ts'
import { activationTable, clauseTable, disjunctureTable, threadTable } from './indexing-tables.ts'
import { mapEdgeTable, mapNodeTable, tableModelOf } from './map-tables.ts'
import { caseTable, informantTable } from './people-tables.ts'
import { titleOf } from './project-title.ts'
import { quoteTable } from './quote-table.ts'
import { tablesToFile } from './table-files.ts'
import type { TableData } from './table-model.ts'
import { inventoryTable, linkTable } from './text-tables.ts'
import { flowTable, stepTable } from './work-tables.ts'

export const tableCommands: CommandHandlers<'export.table'> = {
  'export.table': (input, context) =>
    carryOut(context, input, () => prepareTable(context.project, input)),
}

export function prepareTable(
  project: Project,
  { format, masks, ...which }: CommandInput<'export.table'>,
): Prepared<{ rows: number }> {
  const data = masked(dataOf(project, which), masks)
  const { table } = data
  return {
    label: table.title,
    leaving: data.leaving ?? leavingOfTables([table]),
    toFile: async (task) => {
      const options = {
        title: table.title,
        project: titleOf(project),
        language: which.language ?? 'en',
        exported: project.now(),
      }
      const bytes = await tablesToFile([data], format, options, task)
      return { bytes, answer: { rows: table.rows.length } }
    },
  }
}

export const tableQueries: QueryHandlers<'tables.get'> = {
  'tables.get': (which, { project }) => dataOf(project, which).table,
}

export function dataOf(
  project: Project,
  { table, language = 'en', processId, mapId, activity }: QueryInput<'tables.get'>,
): TableData {
  switch (table) {
    case 'informants':
      return informantTable(project, language)
    case 'cases':
      return caseTable(project, language)
    case 'quotes':
      return quoteTable(project, language)
    case 'inventory':
      return inventoryTable(project, language)
    case 'links':
      return linkTable(project, language)
    case 'steps':
      return stepTable(project, language, processId)
    case 'flows':
      return flowTable(project, language, processId)
    case 'clauses':
      return clauseTable(project, language)
    case 'activations':
      return activationTable(project, language)
    case 'disjunctures':
      return disjunctureTable(project, language)
    case 'threads':
      return threadTable(project, language)
    case 'who-did-what':
      return whoDidWhatTable(project, language)
    case 'reconciliation':
      return reconciliationTable(project, language)
    case 'discussion':
      return discussionTable(project, language)
    case 'audit':
      return auditTable(project, language, activity)
    case 'map nodes':
      return mapNodeTable(tableModelOf(project, language, mapId), language)
    case 'map edges':
      return mapEdgeTable(tableModelOf(project, language, mapId), language)
  }
}
