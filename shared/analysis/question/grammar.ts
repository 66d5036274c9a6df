import type { Leaf } from './question.ts'

/**
 * The clauses of a condition in the text form: each has a keyword and fills a field. `names` are
 * quoted names or `#id`, `words` fixed words of the domain, `text` quoted text.
 */
export type Clause = { keyword: string; field: string } & (
  | { takes: 'names'; kind: string }
  | { takes: 'words' | 'texts' | 'text' | 'word' }
  | { takes: 'period' | 'numbers' }
  | { takes: 'nothing'; value: unknown }
)

/** Conditions by the word they begin with; the first clause may stand without its own keyword. */
export interface Condition {
  keyword: string
  type: Leaf['type']
  /** What is set by the keyword itself. */
  fixed: Record<string, unknown>
  clauses: readonly Clause[]
}

const names = (keyword: string, field: string, kind: string): Clause => ({
  keyword,
  field,
  takes: 'names',
  kind,
})
const plain = (
  keyword: string,
  field: string,
  takes: 'words' | 'texts' | 'text' | 'word' | 'period' | 'numbers',
): Clause => ({ keyword, field, takes })
const flag = (keyword: string, field: string, value: unknown): Clause => ({
  keyword,
  field,
  takes: 'nothing',
  value,
})

export const conditions: readonly Condition[] = [
  { keyword: 'anything', type: 'anything', fixed: {}, clauses: [] },
  {
    keyword: 'coded',
    type: 'coded',
    fixed: {},
    clauses: [
      names('', 'codeIds', 'code'),
      names('set', 'codeSetIds', 'codeSet'),
      flag('with subcodes', 'subcodes', true),
      names('by', 'analystIds', 'analyst'),
      names('layer', 'layer', 'round'),
      plain('weight', 'weight', 'numbers'),
      plain('made', 'created', 'period'),
    ],
  },
  {
    keyword: 'in source',
    type: 'source',
    fixed: {},
    clauses: [
      names('', 'sourceIds', 'source'),
      plain('kind', 'kinds', 'words'),
      plain('level', 'levels', 'words'),
      plain('language', 'languages', 'words'),
      names('folder', 'folderIds', 'folder'),
      plain('dated', 'dated', 'period'),
    ],
  },
  {
    keyword: 'said by',
    type: 'person',
    fixed: { as: 'speaker' },
    clauses: [names('', 'personIds', 'person'), plain('role', 'roles', 'texts')],
  },
  {
    keyword: 'with',
    type: 'person',
    fixed: { as: 'participant' },
    clauses: [names('', 'personIds', 'person'), plain('role', 'roles', 'texts')],
  },
  {
    keyword: 'case',
    type: 'case',
    fixed: {},
    clauses: [names('', 'caseIds', 'case')],
  },
  {
    keyword: 'attribute',
    type: 'attribute',
    fixed: {},
    clauses: [
      names('', 'attributeId', 'attribute'),
      plain('is', 'values', 'texts'),
      plain('between', 'between', 'numbers'),
      flag('known', 'isSet', true),
      flag('unknown', 'isSet', false),
      plain('of', 'as', 'word'),
    ],
  },
  {
    keyword: 'activates',
    type: 'activation',
    fixed: {},
    clauses: [
      names('', 'textIds', 'text'),
      names('clause', 'clauseIds', 'clause'),
      names('actor', 'actorIds', 'actor'),
      plain('mode', 'modes', 'words'),
      plain('stance', 'stances', 'words'),
    ],
  },
  {
    keyword: 'tells of work',
    type: 'work account',
    fixed: {},
    clauses: [plain('visibility', 'visibilities', 'words'), plain('mode', 'modes', 'words')],
  },
  {
    keyword: 'uses term',
    type: 'term',
    fixed: {},
    clauses: [names('', 'termIds', 'term')],
  },
  {
    keyword: 'answers',
    type: 'answer',
    fixed: {},
    clauses: [names('', 'questionIds', 'question')],
  },
  {
    keyword: 'evidence',
    type: 'evidence',
    fixed: {},
    clauses: [
      plain('kind', 'kind', 'word'),
      names('about', 'aboutIds', 'thing'),
      plain('basis', 'bases', 'words'),
      plain('stance', 'stances', 'words'),
    ],
  },
  {
    keyword: 'says',
    type: 'text',
    fixed: {},
    clauses: [
      plain('', 'search', 'text'),
      flag('forms', 'forms', true),
      flag('spellings', 'spellings', true),
      flag('compounds', 'compounds', true),
    ],
  },
]

/** Fields that hold one value, not a list. */
export const singleFields: readonly string[] = ['layer', 'attributeId', 'search', 'kind', 'as']
