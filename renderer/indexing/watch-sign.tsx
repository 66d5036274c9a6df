import { Glasses } from 'lucide-react'
import type { Term } from '../../shared/model/institution.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import './watch-sign.css'

type Matcher = (words: string) => readonly string[]

const matchers = new WeakMap<readonly Term[], Matcher>()
const nothing: readonly string[] = []

/** A small mark beside words of the researcher's own in which a term of the watch list stands. */
export function WatchSign({ words }: { words: string }) {
  const t = useT()
  const terms = useQuery('terms.list', {}, ['findings']).data?.items
  const found = terms === undefined || terms.length === 0 ? nothing : matcherOf(terms)(words)
  if (found.length === 0) return null
  const said = t('indexing.watch.onList', { terms: found.join(', ') })
  return (
    <span className="watch-sign" title={said}>
      <Glasses size={12} strokeWidth={1.75} aria-hidden />
      <span className="visually-hidden">{said}</span>
    </span>
  )
}

/** Made once for a list, whoever asks. */
function matcherOf(terms: readonly Term[]): Matcher {
  const known = matchers.get(terms)
  if (known !== undefined) return known
  const patterns = terms.map(({ term, variants }) => ({
    term,
    pattern: patternOf([term, ...variants]),
  }))
  const made: Matcher = (words) =>
    patterns.filter(({ pattern }) => pattern?.test(words) === true).map(({ term }) => term)
  matchers.set(terms, made)
  return made
}

/** Any of the names as whole words. */
function patternOf(names: readonly string[]): RegExp | null {
  const choices = names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) =>
      name.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`),
    )
  if (choices.length === 0) return null
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${choices.join('|')})(?![\p{L}\p{N}_])`, 'iu')
}
