import type { CommandName, QueryName } from '../../shared/contract/index.ts'
import { agreementCommands, agreementQueries } from './agreement/agreement-handlers.ts'
import { analysisCommands, analysisQueries } from './analysis/analysis-handlers.ts'
import { figureCommands, figureQueries } from './figures/figure-handlers.ts'
import { codeCommands } from './codes/code-commands.ts'
import { codeQueries } from './codes/code-queries.ts'
import { compareCommands, compareQueries } from './compare/compare-handlers.ts'
import { conflictCommands, conflictQueries } from './compare/conflict-handlers.ts'
import { discussionCommands, discussionQueries } from './compare/discussions.ts'
import { accountFileCommands } from './export/account/account-export.ts'
import { exportCommands, exportQueries } from './export/export-handlers.ts'
import { mapFileCommands } from './export/map-export.ts'
import { tableCommands, tableQueries } from './export/tables/table-handlers.ts'
import { findingsCommands } from './indexing/findings-commands.ts'
import { indexingCommands } from './indexing/indexing-commands.ts'
import { indexingQueries } from './indexing/indexing-queries.ts'
import { questionCommands } from './indexing/questions.ts'
import { leakCommands, leakQueries } from './leaks/leak-handlers.ts'
import { mapCommands, mapQueries } from './maps/map-handlers.ts'
import { memoCommands, memoQueries } from './memos/memo-handlers.ts'
import { passageCommands } from './passages/passage-commands.ts'
import { passageQueries } from './passages/passage-queries.ts'
import { attributeCommands } from './people/attribute-commands.ts'
import { caseCommands } from './people/case-commands.ts'
import { peopleCommands } from './people/people-handlers.ts'
import { peopleQueries } from './people/people-queries.ts'
import { accountCommands, accountQueries } from './quotes/account-handlers.ts'
import { quoteCommands, quoteQueries } from './quotes/quote-handlers.ts'
import { trailQueries } from './project/project-queries.ts'
import { reportCommands, reportQueries } from './reports/report-handlers.ts'
import { roundCommands } from './rounds/round-commands.ts'
import { roundQueries } from './rounds/round-queries.ts'
import { searchCommands } from './search/search-commands.ts'
import { searchQueries } from './search/search-queries.ts'
import { importCommands } from './sources/import-commands.ts'
import { sourceCommands } from './sources/source-commands.ts'
import { sourceQueries } from './sources/source-queries.ts'
import { folderCommands, folderQueries } from './sync/folder/folder-handlers.ts'
import { liveCommands, liveQueries } from './sync/live/live-handlers.ts'
import { syncCommands, syncQueries } from './sync/sync-handlers.ts'
import { clauseCommands } from './texts/clause-commands.ts'
import { linkCommands } from './texts/link-commands.ts'
import { textCommands } from './texts/text-commands.ts'
import { textQueries } from './texts/text-queries.ts'
import { actorCommands } from './work/actor-commands.ts'
import { processCommands } from './work/process-commands.ts'
import { stepCommands } from './work/step-commands.ts'
import { workQueries } from './work/work-queries.ts'
import type { CommandHandlers, QueryHandlers } from './handlers.ts'
import { sessionCommands, sessionQueries, type EngineParts } from './session-handlers.ts'

/** Who carries out each command of the contract. */
export function allCommands(parts: EngineParts): CommandHandlers<CommandName> {
  return {
    ...sessionCommands(parts),
    ...peopleCommands,
    ...attributeCommands,
    ...caseCommands,
    ...sourceCommands,
    ...importCommands,
    ...codeCommands,
    ...passageCommands,
    ...memoCommands,
    ...textCommands,
    ...clauseCommands,
    ...linkCommands,
    ...actorCommands,
    ...processCommands,
    ...stepCommands,
    ...mapCommands,
    ...indexingCommands,
    ...findingsCommands,
    ...questionCommands,
    ...exportCommands,
    ...leakCommands,
    ...tableCommands,
    ...agreementCommands,
    ...mapFileCommands,
    ...syncCommands,
    ...folderCommands(parts.session),
    ...conflictCommands,
    ...discussionCommands,
    ...compareCommands,
    ...liveCommands(parts.live),
    ...roundCommands,
    ...reportCommands,
    ...searchCommands,
    ...analysisCommands,
    ...quoteCommands,
    ...accountCommands,
    ...accountFileCommands,
    ...figureCommands,
  }
}

/** Who answers each query of the contract. */
export function allQueries(parts: EngineParts): QueryHandlers<QueryName> {
  return {
    ...sessionQueries(parts.session),
    ...trailQueries,
    ...peopleQueries,
    ...sourceQueries,
    ...passageQueries,
    ...codeQueries,
    ...memoQueries,
    ...searchQueries,
    ...textQueries,
    ...workQueries,
    ...mapQueries,
    ...indexingQueries,
    ...syncQueries,
    ...folderQueries(parts.session),
    ...conflictQueries,
    ...discussionQueries,
    ...compareQueries,
    ...liveQueries(parts.live),
    ...roundQueries,
    ...reportQueries,
    ...exportQueries,
    ...leakQueries,
    ...tableQueries,
    ...agreementQueries,
    ...analysisQueries,
    ...figureQueries,
    ...quoteQueries,
    ...accountQueries,
  }
}
