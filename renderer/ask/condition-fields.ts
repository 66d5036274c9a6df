import {
  accountModes,
  activationModes,
  activationStances,
  claimBases,
  claimStances,
  visibilities,
} from '../../shared/model/institution-kinds.ts'
import { sourceKinds, sourceLanguages, sourceLevels } from '../../shared/model/kinds.ts'
import { conditions, type Condition } from '../../shared/analysis/question/grammar.ts'
import type { Leaf } from '../../shared/analysis/question/question.ts'
import type { TextKey } from '../app/i18n.ts'

/** Conditions that can be added from the menu, by the word they begin with in the text form. */
export const addable: readonly Condition[] = conditions.filter(({ type }) => type !== 'anything')

export function conditionOfLeaf(leaf: Leaf): Condition | undefined {
  const fields: Record<string, unknown> = leaf
  return conditions.find(
    ({ type, fixed }) =>
      type === leaf.type && Object.entries(fixed).every(([name, value]) => fields[name] === value),
  )
}

/** Closed lists of words, by condition and field, each with where its words are translated. */
const words: Record<string, { values: readonly string[]; texts: string }> = {
  'source kinds': { values: sourceKinds, texts: 'sources.kinds' },
  'source levels': { values: sourceLevels, texts: 'sources.levels' },
  'source languages': { values: sourceLanguages, texts: 'sources.languages' },
  'activation modes': { values: activationModes, texts: 'institution.mode' },
  'activation stances': { values: activationStances, texts: 'institution.stance' },
  'work account visibilities': { values: visibilities, texts: 'institution.visibility' },
  'work account modes': { values: accountModes, texts: 'institution.accountMode' },
  'evidence bases': { values: claimBases, texts: 'institution.basis' },
  'evidence stances': { values: claimStances, texts: 'institution.stanceOfClaim' },
}

export interface Choice {
  value: string
  text: TextKey
}

export function wordsOf(type: string, field: string): Choice[] {
  const list = words[`${type} ${field}`]
  if (!list) return []
  const isOfSources = list.texts.startsWith('sources.')
  return list.values.map((value) => ({
    value,
    text: `${list.texts}.${isOfSources ? value.replace(/\W/g, '_') : value}` as TextKey,
  }))
}
