import { conditions, singleFields, type Clause, type Condition } from './grammar.ts'
import { lexQuestion, QuestionProblem, type Token } from './lex.ts'
import type { Names } from './names.ts'
import {
  distanceUnits,
  question as questionSchema,
  relationKinds,
  type Question,
} from './question.ts'

/** What is wrong with a text form, and where in it (UTF-16 code units). */
export interface TextFormError {
  problem: QuestionProblem['problem']
  at: number
  length: number
  /** The word or name in question. */
  word: string
}

export type ParsedQuestion = { ok: true; question: Question } | { ok: false; error: TextFormError }

/** Reads a text form (SPEC A18). Names that are nowhere, or that several things have, are errors. */
export function parseQuestion(text: string, names: Names): ParsedQuestion {
  try {
    const parser = new Parser(lexQuestion(text), names, text.length)
    return { ok: true, question: parser.whole() }
  } catch (error) {
    if (!(error instanceof QuestionProblem)) throw error
    const { problem, at, length, word } = error
    return { ok: false, error: { problem, at, length, word } }
  }
}

class Parser {
  readonly #tokens: readonly Token[]
  readonly #names: Names
  readonly #end: number
  #at = 0

  constructor(tokens: readonly Token[], names: Names, end: number) {
    this.#tokens = tokens
    this.#names = names
    this.#end = end
  }

  whole(): Question {
    const read = this.#choice()
    if (this.#token) throw this.#problem('unexpected')
    const checked = questionSchema.safeParse(read)
    if (!checked.success) throw new QuestionProblem('unexpected', 0, this.#end, '')
    return checked.data
  }

  get #token(): Token | undefined {
    return this.#tokens[this.#at]
  }

  #choice(): Question {
    return this.#list('or', () => this.#list('and', () => this.#relation()))
  }

  #list(type: 'and' | 'or', part: () => Question): Question {
    const first = part()
    const parts = [first]
    while (this.#takes(type)) parts.push(part())
    return parts.length === 1 ? first : { type, parts }
  }

  #relation(): Question {
    let read = this.#unary()
    for (;;) {
      const how = relationKinds.find((kind) => this.#takes(kind))
      if (how === undefined) return read
      const distance = this.#distance()
      read = {
        type: 'related',
        how,
        ...(distance ? { distance } : {}),
        of: read,
        to: this.#unary(),
      }
    }
  }

  #distance() {
    if (!this.#takes('{')) return null
    const count = this.#token
    if (count?.type !== 'number') throw this.#problem('number')
    this.#at += 1
    const unit = distanceUnits.find((each) => this.#takes(each))
    if (unit === undefined || !this.#takes('}')) throw this.#problem('unit')
    return { count: Number(count.text), unit }
  }

  #unary(): Question {
    if (this.#takes('not')) return { type: 'not', part: this.#unary() }
    if (this.#takes('(')) {
      const inner = this.#choice()
      if (!this.#takes(')')) throw this.#problem('bracket')
      return inner
    }
    const condition = conditions.find(({ keyword }) => this.#takes(keyword))
    if (!condition) throw this.#problem('condition')
    return this.#leaf(condition)
  }

  #leaf({ type, fixed, clauses }: Condition): Question {
    const fields: Record<string, unknown> = { type, ...fixed }
    for (;;) {
      const clause = clauses.find(
        (each) => fields[each.field] === undefined && this.#beginsClause(each),
      )
      if (!clause) return fields as unknown as Question
      fields[clause.field] = this.#value(clause)
    }
  }

  /** Takes the keyword of a clause; one without a keyword is begun by what it takes. */
  #beginsClause(clause: Clause): boolean {
    if (clause.keyword !== '') return this.#takes(clause.keyword)
    return this.#token?.type === 'quoted' || this.#token?.type === 'id'
  }

  #value(clause: Clause): unknown {
    switch (clause.takes) {
      case 'nothing':
        return clause.value
      case 'period': {
        const { from, to } = this.#range()
        return {
          ...(from === undefined ? {} : { from: String(from) }),
          ...(to === undefined ? {} : { to: String(to) }),
        }
      }
      case 'numbers':
        return this.#range()
      default: {
        const values = [this.#item(clause)]
        while (this.#takes(',')) values.push(this.#item(clause))
        return singleFields.includes(clause.field) ? values[0] : values
      }
    }
  }

  #item(clause: Clause): unknown {
    const token = this.#token
    if (!token || token.type === 'sign') throw this.#problem('value')
    this.#at += 1
    if (clause.takes === 'names') {
      if (token.type === 'id') return token.text
      if (token.type !== 'quoted') throw this.#problem('name', token)
      const [id, ...more] = this.#names.idsOf(clause.kind, token.text)
      if (id === undefined) throw this.#problem('unknownName', token)
      if (more.length > 0) throw this.#problem('severalNames', token)
      return id
    }
    if (token.type === 'number') return Number(token.text)
    if (token.type === 'word' && (token.text === 'true' || token.text === 'false'))
      return token.text === 'true'
    return token.text
  }

  #range(): { from?: unknown; to?: unknown } {
    if (!this.#takes('[')) throw this.#problem('range')
    const from = this.#bound()
    if (!this.#takes('..')) throw this.#problem('range')
    const to = this.#bound()
    if (!this.#takes(']')) throw this.#problem('range')
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  }

  #bound(): string | number | undefined {
    const token = this.#token
    if (token?.type !== 'quoted' && token?.type !== 'number') return undefined
    this.#at += 1
    return token.type === 'number' ? Number(token.text) : token.text
  }

  /** Goes on if these words or this sign come next. */
  #takes(phrase: string): boolean {
    const words = phrase.split(' ')
    const isNext = words.every((word, index) => {
      const token = this.#tokens[this.#at + index]
      return (
        (token?.type === 'word' && token.text.toLowerCase() === word) ||
        (token?.type === 'sign' && token.text === word)
      )
    })
    if (isNext) this.#at += words.length
    return isNext
  }

  #problem(problem: QuestionProblem['problem'], token = this.#token): QuestionProblem {
    return token
      ? new QuestionProblem(problem, token.at, token.length, token.text)
      : new QuestionProblem(problem, this.#end, 0, '')
  }
}
