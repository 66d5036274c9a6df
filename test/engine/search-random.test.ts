import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newProject } from './support/project.ts'

/** The matcher of this test: nothing of the program's is used, everything is tried. */
type Tree =
  | { type: 'phrase'; words: string[]; isQuoted: boolean }
  | { type: 'regex'; pattern: string }
  | { type: 'near'; distance: number; left: Tree; right: Tree }
  | { type: 'and' | 'or'; parts: Tree[] }
  | { type: 'not'; part: Tree }

interface Word {
  text: string
  start: number
  end: number
}

interface Span {
  start: number
  end: number
  first: number
  last: number
}

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\u0300-\u0304]*/gu)].map((hit) => ({
    text: hit[0].toLowerCase(),
    start: hit.index,
    end: hit.index + hit[0].length,
  }))

/** Letter by letter, without regular expressions. */
function fits(pattern: string[], word: string[]): boolean {
  const [head, ...rest] = pattern
  if (head === undefined) return word.length === 0
  if (head === '*') return word.some((_, at) => fits(rest, word.slice(at))) || fits(rest, [])
  return word.length > 0 && (head === '?' || head === word[0]) && fits(rest, word.slice(1))
}

function accepts(pattern: string, word: string, isQuoted: boolean, compounds: boolean): boolean {
  const wanted = pattern.toLowerCase()
  if (fits([...wanted], [...word])) return true
  return (
    compounds && !isQuoted && !/[*?]/.test(wanted) && wanted.length >= 3 && word.includes(wanted)
  )
}

function spansOf(tree: Tree, text: string, words: Word[], compounds: boolean): Span[] {
  if (tree.type === 'phrase') {
    const spans: Span[] = []
    for (let first = 0; first + tree.words.length <= words.length; first += 1) {
      const last = first + tree.words.length - 1
      if (
        tree.words.every((word, i) =>
          accepts(word, words[first + i]!.text, tree.isQuoted, compounds),
        )
      )
        spans.push({ start: words[first]!.start, end: words[last]!.end, first, last })
    }
    return spans
  }
  if (tree.type === 'regex')
    return [...text.matchAll(new RegExp(tree.pattern, 'giu'))]
      .filter((hit) => hit[0] !== '')
      .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length, first: -1, last: -1 }))
  if (tree.type === 'near') {
    const right = spansOf(tree.right, text, words, compounds)
    return spansOf(tree.left, text, words, compounds).flatMap((one) => {
      const near = right
        .map((other) => ({
          other,
          between: other.first > one.last ? other.first - one.last - 1 : one.first - other.last - 1,
          overlaps: other.first <= one.last && one.first <= other.last,
        }))
        .filter(({ between, overlaps }) => !overlaps && between <= tree.distance)
        .sort(
          (a, b) =>
            a.between - b.between || a.other.first - b.other.first || a.other.last - b.other.last,
        )
      const best = near[0]?.other
      if (!best) return []
      const first = Math.min(one.first, best.first)
      const last = Math.max(one.last, best.last)
      return [{ start: words[first]!.start, end: words[last]!.end, first, last }]
    })
  }
  if (tree.type === 'not') return []
  return tree.parts
    .filter((part) => tree.type === 'and' || holds(part, text, words, compounds))
    .flatMap((part) => spansOf(part, text, words, compounds))
}

function holds(tree: Tree, text: string, words: Word[], compounds: boolean): boolean {
  if (tree.type === 'not') return !holds(tree.part, text, words, compounds)
  if (tree.type === 'and') return tree.parts.every((part) => holds(part, text, words, compounds))
  if (tree.type === 'or') return tree.parts.some((part) => holds(part, text, words, compounds))
  return spansOf(tree, text, words, compounds).length > 0
}

/** Spans of parts that do not hold are none: an AND inside an OR may fail with some of its words there. */
function hitsOf(tree: Tree, text: string, compounds: boolean): [number, number][] {
  const hits: [number, number][] = []
  let begin = 0
  for (const paragraph of text.split('\n')) {
    const words = wordsIn(paragraph)
    const spans = holds(tree, paragraph, words, compounds)
      ? spansOf(tree, paragraph, words, compounds)
      : []
    let until = -1
    for (const { start, end } of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < until) continue
      hits.push([begin + start, begin + end])
      until = end
    }
    begin += paragraph.length + 1
  }
  return hits
}

function written(tree: Tree): string {
  switch (tree.type) {
    case 'phrase':
      return tree.isQuoted ? `"${tree.words.join(' ')}"` : (tree.words[0] ?? '')
    case 'regex':
      return `/${tree.pattern}/`
    case 'near':
      return `(${written(tree.left)} NEAR/${tree.distance} ${written(tree.right)})`
    case 'not':
      return `NOT (${written(tree.part)})`
    default:
      return `(${tree.parts.map(written).join(tree.type === 'and' ? ' ' : ' ELLER ')})`
  }
}

const hasPositive = (tree: Tree): boolean => {
  if (tree.type === 'not') return false
  return tree.type === 'and' || tree.type === 'or' ? tree.parts.some(hasPositive) : true
}

const word = fc.constantFrom(
  'møte',
  'møtet',
  'dialogmøte',
  'lege',
  'Lege',
  'ÅR',
  'år',
  'x\u0301n',
  '𝒜b',
  'x1',
)
const pattern = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom('møt*', '*møte', '*øt*', 'm?te', 'l*e', '?r', 'år*', '?b'),
)
const phrase: fc.Arbitrary<Tree> = fc.oneof(
  pattern.map((one): Tree => ({ type: 'phrase', words: [one], isQuoted: false })),
  fc
    .array(fc.oneof({ weight: 5, arbitrary: pattern }, fc.constant('*')), {
      minLength: 1,
      maxLength: 3,
    })
    .filter((words) => words.some((one) => one !== '*'))
    .map((words): Tree => ({ type: 'phrase', words, isQuoted: true })),
)
const { tree } = fc.letrec<{ tree: Tree; near: Tree; operand: Tree }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrase,
    fc.array(phrase, { minLength: 2, maxLength: 2 }).map((parts): Tree => ({ type: 'or', parts })),
    tie('near'),
  ),
  near: fc.record({
    type: fc.constant('near' as const),
    distance: fc.integer({ min: 0, max: 3 }),
    left: tie('operand'),
    right: tie('operand'),
  }),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrase,
    fc
      .constantFrom('l.g', '^m', 'e$', 'ø|å', '\\bår', 'x*', 'møt[ea]', 'mø(x|t)?te?', 'øt\\w+øte')
      .map((source): Tree => ({ type: 'regex', pattern: source })),
    tie('near'),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
    tie('tree').map((part): Tree => ({ type: 'not', part })),
  ),
}))
const sentence = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ', ', '-', '. ', ' – ', '/')), { maxLength: 9 })
  .map((parts) => parts.flat().join(''))
const text = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'))

test('Q1–Q8 hits are those of a matcher that tries everything', async () => {
  const engine = await newProject()
  const { id: sourceId } = await engine.do('sources.create', { title: 'A' })
  let length = 0
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(tree.filter(hasPositive), { minLength: 5, maxLength: 5 }),
      fc.boolean(),
      async (body, trees, compounds) => {
        await engine.do('sources.editText', { sourceId, start: 0, end: length, text: body })
        length = body.length
        const whole = (await engine.get('sources.text', { sourceId })).text
        expect(whole).toBe(`${body}\n`)
        for (const one of trees) {
          const spec = { query: written(one), reach: { compounds } }
          const { items, total } = await engine.get('search.hits', { ...spec, limit: 1000 })
          expect([written(one), items.map(({ start, end }) => [start, end])]).toEqual([
            written(one),
            hitsOf(one, whole, compounds),
          ])
          expect(total).toBe(items.length)
          const first = await engine.get('search.text', { ...spec, limit: 2 })
          expect(first.items.map(({ id }) => id)).toEqual(items.slice(0, 2).map(({ id }) => id))
          expect(first.more).toBe(items.length > 2)
        }
      },
    ),
    { numRuns: 60 },
  )
})
