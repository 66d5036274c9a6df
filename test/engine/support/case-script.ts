import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { CommandInput, CommandName } from '../../../shared/contract/index.ts'
import type { LinkEnd } from '../../../shared/model/institution.ts'
import type { Case, CaseEdge, Lines } from './case.ts'
import type { Ran } from './command-line.ts'

type Standpoint = (words: readonly string[]) => Promise<Ran>

/**
 * Commands as somebody with a script would give them: a file for each run, since later commands name
 * things by the ids that earlier ones were answered with. A key stands for what a command makes.
 */
export class Script {
  readonly #standpoint: Standpoint
  readonly #file: string
  readonly #folder: string
  readonly #ids = new Map<string, string>()
  #waiting: { key: string; command: CommandName; args: unknown }[] = []
  #runs = 0

  constructor(standpoint: Standpoint, file: string, folder: string) {
    this.#standpoint = standpoint
    this.#file = file
    this.#folder = folder
  }

  say<N extends CommandName>(key: string, command: N, args: CommandInput<N>): void {
    this.#waiting.push({ key, command, args })
  }

  async run(): Promise<void> {
    this.#runs += 1
    const path = join(this.#folder, `run-${this.#runs}.jsonl`)
    const lines = this.#waiting.map(({ command, args }) => JSON.stringify({ command, args }))
    writeFileSync(path, `${lines.join('\n')}\n`)
    const ran = await this.#standpoint(['run', this.#file, path])
    const answers = ran.out.trim().split('\n')
    expect(answers).toHaveLength(this.#waiting.length)
    for (const [index, { key, command }] of this.#waiting.entries()) {
      const answer = JSON.parse(answers[index] ?? '')
      expect(answer, `${key}: ${command}`).toMatchObject({ ok: true })
      if (typeof answer.value?.id === 'string') this.#ids.set(key, answer.value.id)
    }
    expect(ran.status).toBe(0)
    this.#waiting = []
  }

  has(key: string): boolean {
    return this.#ids.has(key) || this.#waiting.some((each) => each.key === key)
  }

  id(key: string): string {
    const id = this.#ids.get(key)
    if (id === undefined) throw new Error(`nothing was made as “${key}”`)
    return id
  }

  /** Every key that begins with a prefix, without it. */
  made(prefix: string): string[] {
    return [...this.#ids.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length))
  }
}

/** Names under which the case speaks of one thing in several ways. */
const sameAs: Readonly<Record<string, string>> = {
  'EUSE toolkit': 'EUSE',
  'book Three Cups of Tea': 'Three Cups of Tea',
  'Mål- og disponeringsbrev 2019': 'Mål- og disponeringsbrev',
  Forskrift: 'Forskrift om oppfølgingstjenester',
  'IPS as method': 'IPS',
  'job profile in Modia': 'job profile',
  'quality tool': 'quality tools',
}
const actorNames = ['Ministry', 'Directorate', 'IPS teams', 'UO teams']
/** Ends of edges that are work, with the step of the case that they are, or none of its own. */
const workNames: Readonly<Record<string, string>> = {
  'NAV Fylke: three-day SE course': '',
  'briefing on confidentiality': '',
  'employer contact': 'S12',
}

/** What a name in the case is: a text, a clause of one, an actor or a step. */
export function thingNamed(given: string): {
  key: string
  type: LinkEnd['type']
  of: string
  locator: string
} {
  const name = withoutBrackets(given)
  const work = workNames[name]
  if (work !== undefined) return { key: `step:${work || name}`, type: 'step', of: '', locator: '' }
  if (actorNames.includes(name)) return { key: `actor:${name}`, type: 'actor', of: '', locator: '' }
  const [, of = '', locator = ''] = /^(.*) (§[\d-]+|step \d)$/.exec(name) ?? []
  if (locator !== '') return { key: `clause:${name}`, type: 'clause', of: textNamed(of), locator }
  return { key: `text:${textNamed(name)}`, type: 'text', of: '', locator: '' }
}

/** The text that a name, or the name of a clause of it, speaks of. */
export function textNamed(given: string): string {
  const name = withoutBrackets(given).replace(/ (§[\d-]+|step \d)$/, '')
  return sameAs[name] ?? name
}

export function withoutBrackets(name: string): string {
  return name.replace(/ \([^)]*\)$/, '')
}

/** Pairs of names that an edge joins, read in the direction of its relation. */
export function pairsOf(edge: CaseEdge): { from: string; to: string }[] {
  return edge.arrows
    .flatMap(({ from, to }) => from.flatMap((one) => to.map((other) => ({ from: one, to: other }))))
    .map((pair) => (edge.remark.startsWith('inverse') ? { from: pair.to, to: pair.from } : pair))
}

/** Every text that the case names, with all its names and where it is first spoken of. */
export function textsOf(found: Case): { title: string; names: string[]; lines: Lines[] }[] {
  const texts = new Map<string, { title: string; names: string[]; lines: Lines[] }>()
  const note = (given: string, lines: Lines[]): void => {
    const thing = thingNamed(given)
    if (thing.type !== 'text' && thing.type !== 'clause') return
    const title = thing.type === 'clause' ? textNamed(thing.of) : thing.key.slice('text:'.length)
    const text = texts.get(title) ?? { title, names: [], lines }
    if (!text.names.includes(given)) text.names.push(given)
    texts.set(title, text)
  }
  for (const edge of found.edges) {
    for (const { from, to } of pairsOf(edge)) for (const name of [from, to]) note(name, edge.lines)
  }
  for (const clause of found.clauses) note(clause.text, clause.lines)
  for (const step of found.steps) {
    for (const name of [...step.textsIn, ...step.textsOut]) note(name, step.lines)
  }
  return [...texts.values()]
}

/** The number in a clause such as “at least 65 % time out of office” or “12-20 jobseekers”. */
export function targetOf(wording: string): {
  comparison: 'at least' | 'at most' | 'between'
  value: number
  upTo: number | null
  unit: string
} | null {
  const [, bound, value, upTo, unit = ''] =
    /(?:^|(at least|at most) |mean )(\d+)(?:-(\d+))?\s*(.*)$/.exec(wording) ?? []
  if (value === undefined) return null
  return {
    comparison: bound === 'at least' || bound === 'at most' ? bound : 'between',
    value: Number(value),
    upTo: upTo === undefined ? null : Number(upTo),
    unit,
  }
}
