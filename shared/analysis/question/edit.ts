import { partsOf, type Question, type RelationKind, type Distance } from './question.ts'
import type { Path } from './sentence.ts'

/** What stands at this place; the whole question if nothing does. */
export function partAt(question: Question, [first, ...rest]: Path): Question {
  if (first === undefined) return question
  const part = partsOf(question)[first]
  return part === undefined ? question : partAt(part, rest)
}

/** The question with something else in this place. */
export function withPart(question: Question, [first, ...rest]: Path, part: Question): Question {
  if (first === undefined) return part
  const inner = (at: Question) => withPart(at, rest, part)
  switch (question.type) {
    case 'and':
    case 'or':
      return {
        type: question.type,
        parts: question.parts.map((each, index) => (index === first ? inner(each) : each)),
      }
    case 'not':
      return { type: 'not', part: inner(question.part) }
    case 'related':
      return first === 0
        ? { ...question, of: inner(question.of) }
        : { ...question, to: inner(question.to) }
    default:
      return question
  }
}

/**
 * The question without what stands at this place: groups of one and denials of nothing go with it, a
 * relation goes with its other side, and keeps standing for any passages without its first. Null when
 * nothing is left.
 */
export function withoutPart(question: Question, [first, ...rest]: Path): Question | null {
  if (first === undefined) return null
  const part = partsOf(question)[first]
  if (part === undefined) return question
  const left = withoutPart(part, rest)
  switch (question.type) {
    case 'and':
    case 'or': {
      const parts = question.parts.flatMap((each, index) =>
        index === first ? (left === null ? [] : [left]) : [each],
      )
      return parts.length < 2 ? (parts[0] ?? null) : { type: question.type, parts }
    }
    case 'not':
      return left === null ? null : { type: 'not', part: left }
    case 'related':
      if (first === 0) return { ...question, of: left ?? { type: 'anything' } }
      return left === null
        ? question.of.type === 'anything'
          ? null
          : question.of
        : { ...question, to: left }
    default:
      return question
  }
}

/** What is there denied, or, where it was denied, said again. */
export function withDenial(question: Question, path: Path): Question {
  const part = partAt(question, path)
  return withPart(question, path, part.type === 'not' ? part.part : { type: 'not', part })
}

/** With one more condition beside what stands at this place, in the group that it is in, or a new one. */
export function joinedAt(
  question: Question,
  path: Path,
  type: 'and' | 'or',
  condition: Question,
): Question {
  const part = partAt(question, path)
  if (part.type === 'anything' && type === 'and') return withPart(question, path, condition)
  if (part.type === type)
    return withPart(question, path, { type, parts: [...part.parts, condition] })
  const above = path.slice(0, -1)
  const parent = partAt(question, above)
  if (path.length > 0 && parent.type === type) {
    const at = (path.at(-1) ?? 0) + 1
    return withPart(question, above, { type, parts: parent.parts.toSpliced(at, 0, condition) })
  }
  return withPart(question, path, { type, parts: [part, condition] })
}

/** Where the group stands that this is joined in; null if it is in none. */
export function groupAbove(question: Question, path: Path): Path | null {
  if (path.length === 0) return null
  const above = path.slice(0, -1)
  const { type } = partAt(question, above)
  return type === 'and' || type === 'or' ? above : null
}

export function withJoin(question: Question, path: Path, type: 'and' | 'or'): Question {
  const part = partAt(question, path)
  return part.type === 'and' || part.type === 'or'
    ? withPart(question, path, { ...part, type })
    : question
}

/** How far a relation may reach is told only of those that it has a meaning for. */
export function withRelation(
  question: Question,
  path: Path,
  how: RelationKind,
  distance?: Distance,
): Question {
  const part = partAt(question, path)
  if (part.type !== 'related') return question
  const reach = distance && isDistant(how) ? { distance } : {}
  return withPart(question, path, { type: 'related', how, ...reach, of: part.of, to: part.to })
}

export function isDistant(how: RelationKind): boolean {
  return how === 'near' || how === 'followed by' || how === 'preceded by'
}
