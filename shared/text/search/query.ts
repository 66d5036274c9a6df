/** A word of a query, in small letters. */
export interface WordPattern {
  /** `any` is any one word inside a phrase; a wildcard has `*` (any characters) and `?` (one). */
  kind: 'word' | 'prefix' | 'wildcard' | 'any'
  text: string
}

export interface Place {
  /** Offset in the query, UTF-16 code units. */
  at: number
  length: number
}

/** One word, or several that stand beside each other. */
export interface WordsNode extends Place {
  type: 'words'
  words: WordPattern[]
  /** In quotation marks: as it stands there, whatever else is asked. */
  isExact: boolean
  /** With `~`: in all forms and spellings. */
  isLoose: boolean
}

export interface RegexNode extends Place {
  type: 'regex'
  pattern: string
  /** Capitals matter. */
  mindsCase: boolean
}

export interface NearNode {
  type: 'near'
  /** So many words at most may stand between the two. */
  distance: number
  left: NearOperand
  right: NearOperand
}

export type NearOperand = WordsNode | NearNode | { type: 'or'; parts: NearOperand[] }

/** The tree of a query (SPEC.md in this folder). */
export type QueryNode =
  | WordsNode
  | RegexNode
  | NearNode
  | { type: 'and' | 'or'; parts: QueryNode[] }
  | { type: 'not'; part: QueryNode }

export const queryProblems = [
  'empty',
  'unclosedQuote',
  'unclosedBracket',
  'surplusBracket',
  'missingBefore',
  'missingAfter',
  'unclosedRegex',
  'badRegex',
  'badFlag',
  'nearNeedsWords',
  'onlyNot',
  'onlyWildcard',
] as const
export type QueryProblem = (typeof queryProblems)[number]

/** Why a query is not understood, and where. */
export interface QueryError extends Place {
  problem: QueryProblem
}

export type ParsedQuery = { ok: true; query: QueryNode } | { ok: false; error: QueryError }

/** Parts of a query that can have hits: what stands under NOT has none. */
export function positiveLeaves(node: QueryNode): (WordsNode | RegexNode)[] {
  switch (node.type) {
    case 'words':
    case 'regex':
      return [node]
    case 'not':
      return []
    case 'near':
      return [...positiveLeaves(node.left), ...positiveLeaves(node.right)]
    default:
      return node.parts.flatMap(positiveLeaves)
  }
}

/** Every word and regular expression of a query. */
export function allLeaves(node: QueryNode): (WordsNode | RegexNode)[] {
  if (node.type === 'not') return allLeaves(node.part)
  if (node.type === 'near') return [...allLeaves(node.left), ...allLeaves(node.right)]
  if (node.type === 'words' || node.type === 'regex') return [node]
  return node.parts.flatMap(allLeaves)
}
