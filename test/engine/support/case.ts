import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Lines of the corpus, from 1, both inclusive. */
export interface Lines {
  from: number
  to: number
}

/** A group of arrows: each of `from` to each of `to`. */
export interface CaseArrow {
  from: string[]
  to: string[]
}

export interface CaseEdge {
  id: string
  relation: string
  /** What the relation is said with: “(inverse)”, “three parents”, “no formal basis found”. */
  remark: string
  arrows: CaseArrow[]
  lines: Lines[]
}

export interface CaseClause {
  edge: string
  text: string
  wording: string
  lines: Lines[]
}

export interface CaseConflict {
  id: string
  wording: string
  /** One list of lines for each pair of brackets. */
  sides: Lines[][]
}

export interface CaseStep {
  id: string
  actors: string[]
  action: string
  textsIn: string[]
  textsOut: string[]
  /** Conditions of the ways out, where it branches. */
  branches: string[]
  wording: string
  lines: Lines[]
}

export interface Case {
  edges: CaseEdge[]
  clauses: CaseClause[]
  conflicts: CaseConflict[]
  steps: CaseStep[]
  offices: { name: string; informants: { name: string; service: string }[]; lines: Lines[] }[]
  /** Where the thesis describes its own figure. */
  figure: Lines[]
}

/** The case that lies beside the repository, with the path of its corpus; null where it does not. */
export function readCase(): Case | null {
  const path = fileURLToPath(
    new URL('../../../../shared/cases/job-specialists.md', import.meta.url),
  )
  if (existsSync(path)) return parseCase(readFileSync(path, 'utf8'))
  console.log('case: there is no ../shared here; the case of the job specialists was not tried')
  return null
}

export function parseCase(markdown: string): Case {
  const lines = markdown.split('\n')
  const of = (letter: string) =>
    lines.flatMap((line) => {
      const found = new RegExp(`^- (${letter}\\d\\w*(?:-${letter}\\d+)?) (.*)$`).exec(line)
      return found ? [{ id: String(found[1]), rest: String(found[2]) }] : []
    })
  const edges = of('E')
  const conflicts = lines.find((line) => line.startsWith('Conflicts: ')) ?? ''
  return {
    edges: edges.filter(({ rest }) => !rest.includes('clauses:')).map(edgeOf),
    clauses: edges.filter(({ rest }) => rest.includes('clauses:')).flatMap(clausesOf),
    conflicts: [...conflicts.matchAll(/(C\d+) (.*?)\.(?= C\d|$)/g)].map(
      ([, id = '', wording = '']) => ({
        id,
        wording,
        sides: [...wording.matchAll(/\[([^\]]+)\]/g)].map(([, places = '']) => linesOf(places)),
      }),
    ),
    steps: stepsOf(of('S')),
    offices: officesOf(markdown),
    figure: linesOf(/described at (\d+-\d+)/.exec(markdown)?.[1] ?? ''),
  }
}

function edgeOf({ id, rest }: { id: string; rest: string }): CaseEdge {
  const [head = '', relation = '', places = ''] = rest.split(' | ')
  const [, name = '', remark = ''] = /^([^(;,]+?)(?: \(|; |, |$)(.*)$/.exec(relation) ?? []
  const arrows = head.split('; ').flatMap((chain) => {
    const groups = chain.split(' -> ').map(namesOf)
    return groups.slice(1).map((to, index) => ({ from: groups[index] ?? [], to }))
  })
  return { id, relation: name, remark, arrows, lines: linesOf(places) }
}

/** Names in a list, whose brackets may hold commas. */
function namesOf(list: string): string[] {
  return list.split(/(?:, | \+ | or )(?![^(]*\))/).map((name) => name.trim())
}

function clausesOf({ id, rest }: { id: string; rest: string }): CaseClause[] {
  const [text = '', clauses = ''] = rest.split(' -> clauses: ')
  return clauses.split('; ').map((clause) => {
    const [, wording = '', places = ''] = /^(.*) \[([^\]]+)\]$/.exec(clause) ?? []
    return { edge: id, text, wording, lines: linesOf(places) }
  })
}

/** Steps; “S12-S14” are three told in one line, “S17a …; S17b …” two. */
function stepsOf(found: { id: string; rest: string }[]): CaseStep[] {
  let before: string[] = []
  return found.flatMap(({ id, rest }): CaseStep[] => {
    const [head = '', action = '', ...others] = rest.split(' | ')
    const step = { ...bare, id, wording: rest, lines: linesOf(others.at(-1) ?? action) }
    const branch = /^(.*?) (ends .*): (.*) \(branch\)$/.exec(head)
    if (branch) {
      const [, actor = '', does = '', ways = ''] = branch
      return [{ ...step, actors: [actor], action: does, branches: ways.split(' or ') }]
    }
    const two = /^(\w+): (.*); (S\d+\w) (\w+): (.*)$/.exec(head)
    if (two) {
      const [, one = '', doesOne = '', otherId = '', other = '', doesOther = ''] = two
      return [
        { ...step, actors: [one], action: doesOne },
        { ...step, id: otherId, actors: [other], action: doesOther },
      ]
    }
    const actors = head === 'same' ? before : head.split(/, | -> /)
    before = actors
    const [what = '', result = ''] = action.split(' -> ')
    const [textsIn = '', textsOut = result] =
      others.length === 2 ? (others[0] ?? '').split(/ ?-> /) : ['']
    const whole = {
      ...step,
      actors,
      action: what,
      textsIn: textList(textsIn),
      textsOut: textList(textsOut),
    }
    const [, first = '', last = ''] = /^S(\d+)-S(\d+)$/.exec(id) ?? []
    if (first === '') return [whole]
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => ({
      ...whole,
      id: `S${Number(first) + n}`,
      action: `${what} (${n + 1})`,
    }))
  })
}

const bare = { actors: [], action: '', textsIn: [], textsOut: [], branches: [] }

function textList(list: string): string[] {
  return list
    .split(/, |; /)
    .map((text) => text.replace(/ \(.*\)$/, '').trim())
    .filter((text) => text !== '')
}

function officesOf(markdown: string): Case['offices'] {
  const lines = linesOf(/\[(\d+-\d+)\]\. The tool/.exec(markdown)?.[1] ?? '')
  return [...markdown.matchAll(/(Kontor \d) = ([^;[]+)/g)].map(([, name = '', list = '']) => {
    let service = ''
    const informants = list
      .trim()
      .split(', ')
      .toReversed()
      .map((entry) => {
        const [, person = '', given = ''] = /^(\S+)(?: \((\w+)\))?$/.exec(entry) ?? []
        service = given || service
        return { name: person, service }
      })
    return { name, informants: informants.toReversed(), lines }
  })
}

function linesOf(places: string): Lines[] {
  return [...places.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, from = '', to]) => ({
    from: Number(from),
    to: Number(to ?? from),
  }))
}

/**
 * Finds lines of a file in the text that was made of it: importing joins and drops lines, but keeps
 * every word in its order.
 */
export function lineFinder(
  file: string,
  text: string,
): (lines: Lines) => { start: number; end: number; words: string } {
  const before: number[] = [0]
  for (const line of file.split('\n')) {
    before.push((before.at(-1) ?? 0) + (line.match(/\S+/g)?.length ?? 0))
  }
  const words = [...text.matchAll(/\S+/g)]
  if (words.length !== before.at(-1)) throw new Error('the imported text has other words')
  return ({ from, to }) => {
    const first = words[before[from - 1] ?? 0]
    const last = words[(before[to] ?? 0) - 1]
    if (!first || !last || last.index < first.index) throw new Error(`no words in ${from}-${to}`)
    const end = last.index + last[0].length
    return { start: first.index, end, words: text.slice(first.index, end) }
  }
}
