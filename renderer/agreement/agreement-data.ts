import type {
  agreementUnits,
  AgreementParameters,
  AgreementRun,
} from '../../shared/contract/agreement.ts'
import { useQuery } from '../app/engine-client.ts'

export type {
  AgreementParameters,
  AgreementResult,
  AgreementRun,
} from '../../shared/contract/agreement.ts'

/** What is chosen beside the table; null: all there are. */
export interface Choice {
  analystIds: readonly string[]
  unit: (typeof agreementUnits)[number]
  overlap: number
  scope: AgreementParameters['scope']
  sourceIds: readonly string[] | null
  codeIds: readonly string[] | null
}

const noRuns: AgreementRun[] = []

/** Kept results, and whether the project shows measures at all; undefined until the first answer. */
export function useAgreementList(): { shown: boolean | undefined; runs: readonly AgreementRun[] } {
  const { data } = useQuery('agreement.list', {}, ['project'])
  return { shown: data?.shown, runs: data?.items ?? noRuns }
}

/** What the engine is asked for. A choice of nothing is a choice of all. */
export function choiceToParameters(choice: Choice): AgreementParameters {
  const { analystIds, unit, overlap, scope, sourceIds, codeIds } = choice
  return {
    analystIds: [...analystIds],
    unit,
    scope,
    ...(unit === 'character' ? {} : { overlap }),
    ...(sourceIds === null || sourceIds.length === 0 ? {} : { sourceIds: [...sourceIds] }),
    ...(codeIds === null || codeIds.length === 0 ? {} : { codeIds: [...codeIds] }),
  }
}
