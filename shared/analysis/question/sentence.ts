import type { Language } from '../../i18n/index.ts'
import type { Names } from './names.ts'
import { Wording } from './phrase.ts'
import type { Group, Leaf, Question, Related } from './question.ts'

/** Where a part stands in a question: which part of which, from the outermost in (`partsOf`). */
export type Path = readonly number[]

/** A piece of the sentence: a condition, with its denial; how two stand to one another; words between. */
export interface Piece {
  role: 'condition' | 'relation' | 'glue'
  text: string
  path: Path
}

/** The question as a sentence: “Passages coded utetid that overlap ventetid, said by Torunn”. */
export function sentenceOf(question: Question, names: Names, language: Language): string {
  return piecesOf(question, names, language)
    .map(({ text }) => text)
    .join('')
}

/** The sentence in pieces, each with the part of the question that it speaks of. */
export function piecesOf(question: Question, names: Names, language: Language): Piece[] {
  return new Sentence(new Wording(names, language)).whole(question)
}

class Sentence {
  readonly #words: Wording

  constructor(words: Wording) {
    this.#words = words
  }

  whole(question: Question): Piece[] {
    const { t } = this.#bound()
    if (question.type === 'anything') return [condition(t('all'), [])]
    const isException = question.type === 'not' && !isLeaf(question.part)
    return [glue(`${isException ? t('all') : t('passages')} `), ...this.#part(question, [], true)]
  }

  #bound() {
    const words = this.#words
    type Word = 'all' | 'passages' | 'passagesInside' | 'others' | 'or' | 'either' | 'both' | 'and'
    return { t: (key: Word | 'not' | 'except') => words.t(`sentence.${key}`) }
  }

  #part(part: Question, path: Path, isOutermost = false): Piece[] {
    switch (part.type) {
      case 'and':
      case 'or':
        return this.#group(part, path, isOutermost)
      case 'not': {
        if (isLeaf(part.part)) return [condition(this.#words.leaf(part.part, true), path)]
        const { t } = this.#bound()
        const inner = this.#part(part.part, [...path, 0])
        return isOutermost
          ? [glue(t('except')), ...inner]
          : [glue(`${t('not')}(`), ...inner, glue(')')]
      }
      case 'related':
        return this.#related(part, path, isOutermost)
      default:
        return [condition(this.#words.leaf(part), path)]
    }
  }

  /** Joined by commas when it is the whole sentence, otherwise by “both … and”, “either … or”. */
  #group({ type, parts }: Group, path: Path, isOutermost: boolean): Piece[] {
    const { t } = this.#bound()
    const isList = isOutermost && type === 'and'
    const between = isList ? ', ' : t(type)
    const pieces = parts.flatMap((part, index) => [
      ...(index === 0 ? [] : [glue(between)]),
      ...this.#part(
        part,
        [...path, index],
        isList && (part.type === 'not' || part.type === 'related'),
      ),
    ])
    return isOutermost ? pieces : [glue(t(type === 'and' ? 'both' : 'either')), ...pieces]
  }

  #related(related: Related, path: Path, isOutermost: boolean): Piece[] {
    const { t } = this.#bound()
    const { of } = related
    const first =
      of.type === 'anything' ? [] : this.#part(of, [...path, 0], isOutermost && of.type === 'and')
    const between =
      of.type === 'and' || of.type === 'or' ? ', ' : of.type === 'related' ? t('and') : ' '
    return [
      ...first,
      ...(first.length > 0 ? [glue(between)] : []),
      { role: 'relation', text: this.#words.relation(related), path },
      glue(' '),
      ...this.#others(related.to, [...path, 1]),
    ]
  }

  /** Those on the other side of a relation, as a noun; codes stand for what is coded with them. */
  #others(to: Question, path: Path): Piece[] {
    const { t } = this.#bound()
    if (to.type === 'anything') return [condition(t('others'), path)]
    if (to.type === 'coded' && to.codeIds && Object.keys(to).length === 2)
      return [condition(this.#words.list('code', to.codeIds), path)]
    const inner = this.#part(to, path)
    return to.type === 'related'
      ? [glue(`${t('passagesInside')} (`), ...inner, glue(')')]
      : [glue(`${t('passagesInside')} `), ...inner]
  }
}

function isLeaf(question: Question): question is Leaf {
  return !['and', 'or', 'not', 'related'].includes(question.type)
}

function condition(text: string, path: Path): Piece {
  return { role: 'condition', text, path }
}

function glue(text: string): Piece {
  return { role: 'glue', text, path: [] }
}
