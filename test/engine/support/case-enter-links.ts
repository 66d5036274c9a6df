import type { LinkEnd } from '../../../shared/model/institution.ts'
import { evidenceAt, variants, variantsOf, type Entry } from './case-enter.ts'
import { pairsOf, thingNamed, type Script } from './case-script.ts'

function endNamed(script: Script, name: string): LinkEnd {
  const { key, type } = thingNamed(name)
  return { type, id: script.id(key) }
}

export function stepKey(id: string, variant: string): string {
  return `step:${id}${variant === 'UO' ? '' : `/${variant}`}`
}

/**
 * The told order of each service, with what is parallel, branches and comes again. Only the steps that
 * the case numbers are joined; the figure says expressly that their order is not fixed.
 */
export function sayFlows(entry: Entry): void {
  const { found, script } = entry
  for (const variant of ['UO', 'IPS']) {
    const steps = found.steps.filter((step) => variantsOf(step).includes(variant))
    const flow = (from: string, to: string, more: object = {}): void => {
      const lines = steps.find(({ id }) => id === to)?.lines ?? []
      script.say(`flow:${variant}: ${from} to ${to}`, 'flows.create', {
        fromId: script.id(stepKey(from, variant)),
        toId: script.id(stepKey(to, variant)),
        evidence: evidenceAt(entry, to, lines),
        ...more,
      })
    }
    const branching = steps.find(({ branches }) => branches.length > 0)
    const aside = ['S15', 'S21', branching?.id]
    const order = steps.map(({ id }) => id).filter((id) => !aside.includes(id))
    for (const [index, id] of order.slice(1).entries()) flow(order[index] ?? '', id)
    flow('S12', 'S15', { kind: 'parallel' })
    flow('S21', 'S19', { kind: 'loop', condition: 'yearly' })
    if (!branching) continue
    flow('S16', branching.id)
    const ways = ['S18', 'S16']
    for (const [index, condition] of branching.branches.entries()) {
      flow(branching.id, ways[index] ?? '', { kind: 'branch', condition })
    }
  }
  const { steps, merged } = entry.figure
  for (const [index, name] of steps.slice(1).entries()) {
    script.say(`flow:figure: ${name}`, 'flows.create', {
      fromId: script.id(`step:figure: ${steps[index]}`),
      toId: script.id(`step:figure: ${name}`),
      kind: 'builds on',
      evidence: evidenceAt(entry, 'figure', found.figure),
    })
  }
  script.say('merged', 'steps.merge', {
    stepIds: merged.slice(1).map((name) => script.id(`step:figure: ${name}`)),
    intoId: script.id(`step:figure: ${merged[0]}`),
  })
}

export function sayLinks(entry: Entry): void {
  const { found, script } = entry
  for (const edge of found.edges) {
    for (const { from, to } of pairsOf(edge)) {
      script.say(`link:${edge.id}: ${from} to ${to}`, 'links.create', {
        from: endNamed(script, from),
        relation: edge.relation,
        to: endNamed(script, to),
        note: edge.remark,
        evidence: evidenceAt(entry, edge.id, edge.lines),
      })
    }
    // That nothing formal is behind it is a finding: a link that was looked for and stands without evidence.
    if (!edge.remark.includes('no formal basis')) continue
    script.say(`link:${edge.id}: no formal basis`, 'links.create', {
      from: { type: 'text', id: script.id('text:Kvalitetsveileder') },
      relation: 'mandates',
      to: endNamed(script, pairsOf(edge).at(-1)?.to ?? ''),
      note: edge.remark,
    })
  }
}

/** Conflicts: two clauses, a clause and work, or two orders of work, with the evidence of both ends. */
export function sayConflicts(entry: Entry): void {
  const { found, script } = entry
  const clause = (words: string): string =>
    script.made('clause:').find((key) => key.includes(words)) ?? ''
  const ends: Readonly<Record<string, [string, string][]>> = {
    C1: [
      ['clause:Forskrift §5', 'clause:SE criterion 3'],
      ['clause:Forskrift §5', 'clause:8 principles principle 8'],
    ],
    C3: [
      ['step:routines', `clause:${clause('at least 65 % time out')}`],
      ['step:routines', `clause:${clause('at least 40 % time out')}`],
    ],
    C7: [[`clause:${clause('face-to-face')}`, 'step:S15']],
  }
  const end = (key: string): LinkEnd => ({
    type: key.startsWith('clause:') ? 'clause' : 'step',
    id: script.id(key),
  })
  for (const { id, wording, sides } of found.conflicts) {
    const [sideA = [], sideB = sideA] = sides
    for (const [from, to] of ends[id] ?? []) {
      script.say(`link:${id}: ${from} to ${to}`, 'links.create', {
        from: end(from),
        relation: 'conflicts with',
        to: end(to),
        note: wording,
        evidence: [
          ...evidenceAt(entry, id, sideA),
          ...(wording.includes('agrees')
            ? evidenceAt(entry, id, sideB).map((each) => ({
                ...each,
                stance: 'contradicts' as const,
              }))
            : []),
        ],
      })
    }
    if (id in ends) continue
    script.say(`disjuncture:${id}`, 'disjunctures.create', {
      title: id,
      standpoint: 'job specialist',
      sideA: wording.split(', ')[0] ?? '',
      sideB: wording.split(', ')[1] ?? '',
      sideAPassages: sideA.map(entry.place),
      sideBPassages: sideB.map(entry.place),
    })
  }
}

/** What stands outside the frame in the thesis’s figure: what measures, and affects the whole process. */
const outside = ['Kvalitetsveileder', 'IPS fidelity scale']

export function sayMaps({ found, script, figure }: Entry): void {
  const kept = figure.steps.filter((name) => !figure.merged.slice(1).includes(name))
  // The last step is measuring: the texts that do it stand outside in its place.
  const drawn = kept.slice(0, -1).map((name) => script.id(`step:figure: ${name}`))
  const textIds = outside.map((title) => script.id(`text:${title}`))
  script.say('map:figure', 'maps.create', {
    name: 'The figure',
    kind: 'process',
    axis: 'none',
    lanesBy: 'actor',
    preset: 'red-blue-grey',
    processIds: [script.id('process:figure')],
    frames: [{ id: 'frame', title: 'Follow-up', textIds, stepIds: drawn }],
    nodes: [
      ...drawn.map((id) => ({ ref: { type: 'step' as const, id } })),
      ...textIds.map((id) => ({ ref: { type: 'text' as const, id } })),
    ],
  })
  const services = variants.filter((variant) =>
    found.steps.some((step) => variantsOf(step).includes(variant)),
  )
  script.say('map:services', 'maps.create', {
    name: 'UO and IPS',
    kind: 'process',
    axis: 'none',
    lanesBy: 'site and actor',
    processIds: services.map((variant) => script.id(`process:${variant}`)),
    frames: [{ id: 'frame', title: '', textIds, stepIds: [] }],
  })
  script.say('map:hierarchy', 'maps.create', { name: 'Hierarchy', kind: 'hierarchy', axis: 'rank' })
}
