import type { ComparedThing } from '../../../shared/contract/compare.ts'
import type { Activation, Claim } from '../../../shared/model/institution.ts'
import { listEntries } from '../indexing/index-entries.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { kinds } from '../project/things.ts'
import { madeThings, type MadeThing } from './made-things.ts'
import { inOrderOf, isTurned, latestSettlements } from './settlements.ts'

/** What two analysts say of the same thing, by who made it, the claim about it, or the activation. */
export function compareThings(project: Project, a: string, b: string): ComparedThing[] {
  const settlements = latestSettlements(project)
  const turned = isTurned({ analystId: a }, { analystId: b })
  const claims = claimed(project, a, b)
  const spokenOf = new Set(claims.map(({ type, thingId }) => `${type} ${thingId}`))
  return [...claims, ...made(project, a, b, spokenOf), ...activated(project, a, b)].map((thing) => {
    const settlement = settlements.get(thing.id)
    return { ...thing, settlement: settlement ? inOrderOf(settlement, turned) : null }
  })
}

type Thing = Omit<ComparedThing, 'settlement'>

/** Things of which one made what the other did not, or both made the same; not what claims are about. */
function made(project: Project, a: string, b: string, spokenOf: ReadonlySet<string>): Thing[] {
  const byKey = new Map<string, MadeThing[]>()
  for (const thing of madeThings(project)) {
    if (thing.createdBy !== a && thing.createdBy !== b) continue
    const key = `${thing.type} ${thing.key}`
    byKey.set(key, [...(byKey.get(key) ?? []), thing])
  }
  return [...byKey.values()].flatMap((found) => {
    const [first] = found
    if (!first) return []
    const { type, id: thingId, title } = first
    const [ofA, ofB] = [found.filter(isBy(a)), found.filter(isBy(b))]
    const isOnes = ofA.length === 0 || ofB.length === 0
    if (isOnes && found.some(({ id }) => spokenOf.has(`${type} ${id}`))) return []
    const said = (list: readonly MadeThing[]) => list.map(({ says }) => says).sort()
    const isSame = JSON.stringify(said(ofA)) === JSON.stringify(said(ofB))
    return {
      id: `made/${type}/${idsOf(a, b, found)}`,
      ...{ type, thingId, title, kind: kindOf(ofA, ofB, isSame), a: said(ofA), b: said(ofB) },
    }
  })
}

function claimed(project: Project, a: string, b: string): Thing[] {
  const titleOf = titlesOf(project)
  const claims = listEntities(project, 'claims') as unknown as Claim[]
  const byThing = new Map<string, Claim[]>()
  for (const claim of claims) {
    if (claim.createdBy !== a && claim.createdBy !== b) continue
    const key = `${claim.about.type} ${claim.about.id}`
    byThing.set(key, [...(byThing.get(key) ?? []), claim])
  }
  return [...byThing.values()].flatMap((found) => {
    const about = found[0]?.about
    const title = about ? titleOf(about) : null
    if (!about || title === null) return []
    const [ofA, ofB] = [found.filter(isBy(a)), found.filter(isBy(b))]
    const stances = (list: readonly Claim[]) =>
      [...new Set(list.map(({ stance }) => stance))].sort()
    const isSame = JSON.stringify(stances(ofA)) === JSON.stringify(stances(ofB))
    return {
      id: ['claims', about.type, about.id, ...inKeptOrder(a, b)].join('/'),
      type: about.type,
      thingId: about.id,
      title,
      kind: kindOf(ofA, ofB, isSame),
      a: ofA.map(sayClaim),
      b: ofB.map(sayClaim),
    }
  })
}

function activated(project: Project, a: string, b: string): Thing[] {
  const texts = new Map(listEntities(project, 'texts').map((text) => [text.id, String(text.title)]))
  const quotes = project.db
    .prepare<[string], string>('SELECT quote FROM allowed_passages WHERE id = ?')
    .pluck()
  const byPlace = new Map<string, Activation[]>()
  for (const entry of listEntries<Activation>(project, 'activations', {})) {
    if ((entry.createdBy !== a && entry.createdBy !== b) || !texts.has(entry.textId)) continue
    const key = `${quotes.get(entry.passageId) ?? ''} ${entry.sourceId} ${entry.textId}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), entry])
  }
  return [...byPlace.values()].flatMap((found) => {
    const [first] = found
    if (!first) return []
    const [ofA, ofB] = [found.filter(isBy(a)), found.filter(isBy(b))]
    const said = (list: readonly Activation[]) => list.map(sayActivation).sort()
    const isSame = JSON.stringify(said(ofA)) === JSON.stringify(said(ofB))
    return {
      id: `activations/${first.sourceId}/${first.textId}/${idsOf(a, b, found)}`,
      type: 'activation' as const,
      thingId: first.passageId,
      title: `${texts.get(first.textId)}: ${beginning(quotes.get(first.passageId) ?? '')}`,
      kind: kindOf(ofA, ofB, isSame),
      a: said(ofA),
      b: said(ofB),
    }
  })
}

/** What each of the two made, in the order in which decisions about it are kept. */
function idsOf(a: string, b: string, found: readonly { id: string; createdBy: string }[]): string {
  const ids = (analystId: string) =>
    found
      .filter(isBy(analystId))
      .map(({ id }) => id)
      .sort()
      .join('+')
  return inKeptOrder(a, b)
    .map((analystId) => ids(analystId) || '-')
    .join('/')
}

function inKeptOrder(a: string, b: string): string[] {
  return isTurned({ analystId: a }, { analystId: b }) ? [b, a] : [a, b]
}

function isBy(analystId: string): (made: { createdBy: string }) => boolean {
  return ({ createdBy }) => createdBy === analystId
}

function kindOf(ofA: unknown[], ofB: unknown[], isSame: boolean): ComparedThing['kind'] {
  if (ofB.length === 0) return 'onlyA'
  if (ofA.length === 0) return 'onlyB'
  return isSame ? 'same' : 'different'
}

function sayClaim({ stance, basis, note }: Claim): string {
  return [stance, basis, note].filter(Boolean).join(' · ')
}

function sayActivation({ mode, stance, note }: Activation): string {
  return [mode, stance, note].filter(Boolean).join(' · ')
}

/** What things are called; null for one that was deleted. */
export function titlesOf(project: Project): (thing: Claim['about']) => string | null {
  const known = new Map<string, ReadonlyMap<string, Entity>>()
  const living = (type: keyof typeof kinds, id: string): Entity | undefined => {
    const { map } = kinds[type]
    const found =
      known.get(map) ?? new Map(listEntities(project, map).map((each) => [each.id, each]))
    known.set(map, found)
    return found.get(id)
  }
  const end = (value: unknown): string => {
    const { type, id } =
      typeof value === 'string' ? { type: 'step' as const, id: value } : (value as Claim['about'])
    const found = living(type, id)
    return found ? kinds[type].label(found) : ''
  }
  return ({ type, id }) => {
    const entity = living(type, id)
    if (!entity) return null
    if (type !== 'link' && type !== 'flow') return kinds[type].label(entity)
    const [from, to] = type === 'link' ? [entity.from, entity.to] : [entity.fromId, entity.toId]
    return `${end(from)} → ${end(to)}`
  }
}
