export const questionProblems = [
  'unexpected',
  'unclosedQuote',
  'bracket',
  'condition',
  'value',
  'name',
  'unknownName',
  'severalNames',
  'range',
  'number',
  'unit',
] as const

/** Why a text form is not understood, and where. */
export class QuestionProblem extends Error {
  readonly problem: (typeof questionProblems)[number]
  readonly at: number
  readonly length: number
  readonly word: string

  constructor(problem: QuestionProblem['problem'], at: number, length: number, word: string) {
    super(problem)
    this.problem = problem
    this.at = at
    this.length = length
    this.word = word
  }
}

export interface Token {
  type: 'word' | 'quoted' | 'id' | 'number' | 'sign'
  /** Without the quotation marks and what escapes them. */
  text: string
  at: number
  length: number
}

const pattern =
  /\s+|(?<id>#(?:"(?:[^"\\]|\\[^])*"|[\w-]+))|(?<quoted>"(?:[^"\\]|\\[^])*"|“[^”]*”|«[^»]*»)|(?<date>\d{4}-\d\d(?:-\d\d)?)(?![\d\p{L}])|(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?![\d\p{L}])|(?<sign>\.\.|[()[\]{},])|(?<word>[\p{L}\p{N}_/-]+)/uy

/** Words, quoted names, ids, numbers and signs of a text form. */
export function lexQuestion(text: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  while (pattern.lastIndex < text.length) {
    const at = pattern.lastIndex
    const found = pattern.exec(text)
    if (!found) {
      const isQuote = /["“«#]/u.test(text[at] ?? '')
      throw new QuestionProblem(
        isQuote ? 'unclosedQuote' : 'unexpected',
        at,
        text.length - at,
        text.slice(at, at + 1),
      )
    }
    const [type, raw] =
      Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? []
    if (type === undefined || raw === undefined) continue
    const bare = type === 'id' ? raw.slice(1) : raw
    tokens.push({
      type: type === 'date' ? 'quoted' : (type as Token['type']),
      text: type === 'quoted' || type === 'id' ? unquoted(bare) : bare,
      at,
      length: raw.length,
    })
  }
  return tokens
}

function unquoted(text: string): string {
  if (/^[“«]/u.test(text)) return text.slice(1, -1)
  return text.startsWith('"') ? text.slice(1, -1).replaceAll(/\\([^])/g, '$1') : text
}
