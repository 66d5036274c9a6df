import { allLeaves, type QueryNode, type WordPattern, type WordsNode } from './query.ts'
import { requiredLetters } from './required-letters.ts'
import { canonicalSpelling } from './spelling.ts'
import { stemsOf } from './stems.ts'

/** How far a word of a query reaches beyond itself. */
export interface Reach {
  /** Other forms of the word: møte, møter, møtene; in Norwegian and English. */
  forms: boolean
  /** Bokmål, nynorsk and older spellings as one. */
  spellings: boolean
  /** Words that hold it: dialogmøte. */
  compounds: boolean
}

export const noReach: Reach = { forms: false, spellings: false, compounds: false }

/** What a word of a query is compared with, in small letters. */
export type WordMatcher =
  { type: 'terms'; terms: ReadonlySet<string> } | { type: 'prefix'; text: string } | { type: 'any' }

/** All words of a project in small letters, and each in the spelling it is compared in. */
export interface Vocabulary {
  terms: readonly string[]
  /** Canonical spelling of the term at the same place. */
  canonical: () => readonly string[]
}

export function vocabularyOf(terms: readonly string[]): Vocabulary {
  let canonical: string[] | null = null
  return { terms, canonical: () => (canonical ??= terms.map(canonicalSpelling)) }
}

/** Whether the words of a query can be looked for only with all words of the project at hand. */
export function needsVocabulary(query: QueryNode, reach: Reach): boolean {
  return allLeaves(query).some((leaf) =>
    leaf.type === 'regex'
      ? requiredLetters(leaf.pattern) !== null
      : leaf.words.some((word) => {
          const { forms, spellings, compounds } = reachOf(leaf, reach)
          if (word.kind === 'wildcard') return true
          if (word.kind === 'prefix') return spellings
          return word.kind === 'word' && (forms || spellings || compounds)
        }),
  )
}

/** A word of a query with everything it stands for. */
export function matcherOf(
  word: WordPattern,
  leaf: WordsNode,
  asked: Reach,
  vocabulary: Vocabulary | null,
): WordMatcher {
  if (word.kind === 'any') return { type: 'any' }
  const reach = reachOf(leaf, asked)
  if (word.kind === 'prefix') {
    if (!reach.spellings || !vocabulary) return { type: 'prefix', text: word.text }
    const start = canonicalSpelling(word.text)
    return termsWhere(
      vocabulary,
      (term, canonical) => term.startsWith(word.text) || canonical.startsWith(start),
      true,
    )
  }
  if (!vocabulary) return { type: 'terms', terms: new Set([word.text]) }
  if (word.kind === 'wildcard') {
    const pattern = wildcardPattern(word.text)
    return termsWhere(vocabulary, (term) => pattern.test(term), false)
  }
  return { type: 'terms', terms: expanded(word.text, reach, vocabulary) }
}

/** Words that hold these letters, which an expression finds without regard to capitals. */
export function termsHolding(letters: string, vocabulary: Vocabulary): Set<string> {
  // Regular expressions take the long s for an s.
  return new Set(vocabulary.terms.filter((term) => term.replaceAll('ſ', 's').includes(letters)))
}

/** A word with `*` and `?` as a pattern for whole words. */
export function wildcardPattern(text: string): RegExp {
  const parts = text.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`^${parts.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su')
}

function reachOf(leaf: WordsNode, asked: Reach): Reach {
  if (leaf.isExact) return noReach
  if (leaf.isLoose) return { ...asked, forms: true, spellings: true }
  return asked
}

/** Shorter words are inside nearly everything. */
const shortestInside = 3

function expanded(word: string, reach: Reach, vocabulary: Vocabulary): Set<string> {
  const found = new Set([word])
  if (!reach.forms && !reach.spellings && !reach.compounds) return found
  const own = reach.spellings ? canonicalSpelling(word) : word
  const stems = reach.forms ? stemsOf(own) : null
  const start = own.slice(0, 2)
  const inside = [own, ...(stems?.values() ?? [])].filter((part) => part.length >= shortestInside)
  const spelt = reach.spellings ? vocabulary.canonical() : vocabulary.terms
  for (const [place, term] of vocabulary.terms.entries()) {
    const other = spelt[place] ?? term
    const fits =
      other === own ||
      // Endings are taken off, so that all forms begin alike.
      (stems !== null && other.startsWith(start) && sharesStem(stems, stemsOf(other))) ||
      (reach.compounds && inside.some((part) => other.includes(part)))
    if (fits) found.add(term)
  }
  return found
}

function sharesStem(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return [...one].some(([language, stem]) => other.get(language) === stem)
}

function termsWhere(
  vocabulary: Vocabulary,
  fits: (term: string, canonical: string) => boolean,
  isSpelt: boolean,
): WordMatcher {
  const canonical = isSpelt ? vocabulary.canonical() : vocabulary.terms
  const terms = vocabulary.terms.filter((term, place) => fits(term, canonical[place] ?? term))
  return { type: 'terms', terms: new Set(terms) }
}
