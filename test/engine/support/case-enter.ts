import type { CommandInput } from '../../../shared/contract/index.ts'
import type { Case, CaseStep, Lines } from './case.ts'
import { sayConflicts, sayFlows, sayLinks, sayMaps } from './case-enter-links.ts'
import {
  pairsOf,
  targetOf,
  textNamed,
  textsOf,
  thingNamed,
  withoutBrackets,
  type Script,
} from './case-script.ts'

type Evidence = NonNullable<CommandInput<'links.create'>['evidence']>
interface Place {
  sourceId: string
  start: number
  end: number
}

/** The case with what is needed to enter it: the places of its lines in the imported corpus. */
export interface Entry {
  found: Case
  sourceId: string
  script: Script
  place: (lines: Lines) => Place
  /** Steps of the figure, in the words of the corpus, and those that it merges. */
  figure: { steps: string[]; merged: string[] }
}

/** Services and the persons whose way of working is told apart. */
export const variants = ['UO', 'IPS', 'Siv', 'Bodil'] as const

export function variantsOf(step: CaseStep): readonly string[] {
  const [first = ''] = step.actors
  if (first === 'Siv' || first === 'Bodil') return [first]
  const service = /\((UO|IPS)\)/.exec(step.actors.join(' '))?.[1]
  if (service !== undefined) return [service]
  return step.branches.length > 0 ? ['IPS'] : ['UO', 'IPS']
}

export async function enterCase(entry: Entry): Promise<void> {
  const { script } = entry
  sayRegister(entry)
  await script.run()
  sayClausesAndActors(entry)
  await script.run()
  saySteps(entry)
  await script.run()
  sayFlows(entry)
  sayLinks(entry)
  sayConflicts(entry)
  await script.run()
  sayMaps(entry)
  await script.run()
}

function sayRegister({ found, script, sourceId, place }: Entry): void {
  script.say('text:thesis', 'texts.create', {
    title: 'The thesis',
    genre: 'literature',
    status: 'read',
    sourceIds: [sourceId],
  })
  for (const { title, names, lines } of textsOf(found)) {
    const [at] = lines
    script.say(`text:${title}`, 'texts.create', {
      title,
      aliases: names.filter((name) => name !== title),
      ...(at ? { mentionedAt: place(at) } : {}),
      ...(names.some((name) => name.includes('template')) ? { replicable: 'template' } : {}),
    })
  }
  for (const relation of ownRelations) {
    script.say(`relation:${relation.name}`, 'relations.create', relation)
  }
  for (const { name } of found.offices) script.say(`site:${name}`, 'sites.create', { name })
  script.say('site:county', 'sites.create', { name: 'NAV Fylke', setting: 'extra-local' })
  for (const variant of variants) {
    script.say(`process:${variant}`, 'processes.create', {
      name: 'Follow-up',
      perspective: 'told',
      variant,
    })
  }
  script.say('process:figure', 'processes.create', { name: 'The figure', perspective: 'told' })
  script.say('process:formal', 'processes.create', { name: 'Follow-up', perspective: 'formal' })
}

const ownRelations = [
  { name: 'issues', inverse: 'issued by' },
  { name: 'circulates', inverse: 'circulated by' },
  { name: 'structures', inverse: 'structured by' },
]

function sayClausesAndActors(entry: Entry): void {
  const { found, script, place } = entry
  for (const { text, wording, lines } of found.clauses) {
    script.say(`clause:${text}: ${wording}`, 'clauses.create', {
      textId: script.id(`text:${textNamed(text)}`),
      wording,
      target: targetOf(wording),
      ...(lines[0] ? { at: place(lines[0]) } : {}),
    })
  }
  const named = found.edges.flatMap((edge) => pairsOf(edge).flatMap(({ from, to }) => [from, to]))
  for (const name of [...named, 'SE criterion 3', '8 principles principle 8']) {
    const clause = /(criterion|principle) \d$/.exec(name)
    const thing = clause
      ? {
          key: `clause:${name}`,
          type: 'clause',
          of: name.slice(0, clause.index - 1),
          locator: clause[0],
        }
      : thingNamed(name)
    if (thing.type !== 'clause' || script.has(thing.key)) continue
    script.say(thing.key, 'clauses.create', {
      textId: script.id(`text:${textNamed(thing.of)}`),
      locator: thing.locator,
    })
  }
  for (const { name, informants } of found.offices) {
    for (const informant of informants) {
      script.say(`actor:${informant.name}`, 'actors.create', {
        name: informant.name,
        siteId: script.id(`site:${name}`),
        standpoint: true,
        note: informant.service,
      })
    }
  }
  const roles = found.steps.flatMap((step) => step.actors.map(withoutBrackets))
  const others = named.filter((name) => thingNamed(name).type === 'actor')
  for (const name of [...roles, ...others, 'NAV Fylke']) {
    if (!script.has(`actor:${name}`)) script.say(`actor:${name}`, 'actors.create', { name })
  }
}

export function evidenceAt({ place }: Entry, id: string, lines: readonly Lines[]): Evidence {
  const reference = lines.map(({ from, to }) => `${from}-${to}`).join(', ')
  return [{ basis: 'literature', passages: lines.map(place), reference, note: id }]
}

function sayStep(entry: Entry, step: CaseStep, variant: string): void {
  const { script } = entry
  const actors = step.actors.flatMap((name) => (name === 'either or both' ? either : [name]))
  script.say(`step:${step.id}${variant === 'UO' ? '' : `/${variant}`}`, 'steps.create', {
    processId: script.id(`process:${variant}`),
    action: step.action,
    kind: step.action.includes('meeting') ? 'meeting' : 'work',
    actorIds: actors.map((name) => script.id(`actor:${withoutBrackets(name)}`)),
    textInIds: step.textsIn.map((name) => script.id(`text:${textNamed(name)}`)),
    textOutIds: step.textsOut.map((name) => script.id(`text:${textNamed(name)}`)),
    note: step.wording,
    evidence: evidenceAt(entry, step.id, step.lines),
  })
}

const either = ['job specialist', 'jobseeker']

function saySteps(entry: Entry): void {
  const { found, script, figure } = entry
  for (const step of found.steps) {
    for (const variant of variantsOf(step)) sayStep(entry, step, variant)
  }
  const work = (
    key: string,
    action: string,
    process: string,
    lines: Lines[],
    actor = 'job specialist',
  ) =>
    script.say(`step:${key}`, 'steps.create', {
      processId: script.id(`process:${process}`),
      action,
      actorIds: [script.id(`actor:${actor}`)],
      evidence: evidenceAt(entry, key, lines),
    })
  const edge = (name: string) =>
    found.edges.find((each) => pairsOf(each).some(({ to }) => to === name))?.lines ?? []
  const course = 'NAV Fylke: three-day SE course'
  work(course, 'three-day SE course', 'UO', edge(course), 'NAV Fylke')
  const briefing = 'briefing on confidentiality'
  work(briefing, briefing, 'UO', edge(briefing))
  const routines = found.conflicts.find(({ id }) => id === 'C3')
  work('routines', 'NAV meetings and routines', 'UO', routines?.sides[0] ?? [])
  for (const name of figure.steps) work(`figure: ${name}`, name, 'figure', found.figure, 'Siv')
  const order = found.conflicts.find(({ id }) => id === 'C12')
  work('formal: meeting', 'three-party meeting', 'formal', order?.sides[0] ?? [])
  work('formal: referral', 'refers', 'formal', order?.sides[0] ?? [], 'NAV adviser')
}
