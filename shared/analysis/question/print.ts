import { conditions, singleFields, type Clause } from './grammar.ts'
import type { Names } from './names.ts'
import type { Leaf, Question } from './question.ts'

/** The text form of a question (SPEC A18): what `parseQuestion` reads back as the same tree. */
export function printQuestion(question: Question, names: Names): string {
  switch (question.type) {
    case 'and':
    case 'or':
      return question.parts.map((part) => enclosed(part, names)).join(` ${question.type} `)
    case 'not':
      return `not ${enclosed(question.part, names)}`
    case 'related': {
      const { how, distance, of, to } = question
      const reach = distance ? ` {${distance.count} ${distance.unit}}` : ''
      return `${enclosed(of, names)} ${how}${reach} ${enclosed(to, names)}`
    }
    default:
      return printLeaf(question, names)
  }
}

/** In brackets, unless it is one condition. */
function enclosed(question: Question, names: Names): string {
  const printed = printQuestion(question, names)
  return ['and', 'or', 'not', 'related'].includes(question.type) ? `(${printed})` : printed
}

function printLeaf(leaf: Leaf, names: Names): string {
  const fields: Record<string, unknown> = leaf
  const condition = conditions.find(
    ({ type, fixed }) =>
      type === leaf.type && Object.entries(fixed).every(([name, value]) => fields[name] === value),
  )
  if (!condition) throw new TypeError(`No text form for ${leaf.type}`)
  const clauses = condition.clauses.flatMap((clause) => {
    const value = fields[clause.field]
    if (value === undefined || (clause.takes === 'nothing' && value !== clause.value)) return []
    const printed = printValue(clause, value, names)
    return [[clause.keyword, printed].filter((part) => part !== '').join(' ')]
  })
  return [condition.keyword, ...clauses].join(' ')
}

function printValue(clause: Clause, value: unknown, names: Names): string {
  const values = singleFields.includes(clause.field) ? [value] : value
  switch (clause.takes) {
    case 'names': {
      const { kind } = clause
      return (values as string[])
        .map((id) => {
          const name = names.uniqueNameOf(kind, id)
          return name === undefined ? `#${quoted(id)}` : quoted(name)
        })
        .join(', ')
    }
    case 'nothing':
      return ''
    case 'period':
    case 'numbers': {
      const { from, to } = value as { from?: unknown; to?: unknown }
      return `[${bound(from)}..${bound(to)}]`
    }
    default:
      return (values as unknown[]).map(bound).join(', ')
  }
}

function bound(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? quoted(value) : String(value)
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
