import type { ComparedThing } from '../../../shared/contract/compare.ts'
import type { Activation, Claim } from '../../../shared/model/institution.ts'
import { listEntries } from '../indexing/index-entries.ts'
import { beginning } from '../passages/passage-commands.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { kinds } from '../project/things.ts'
import { latestSettlements } from './settlements.ts'

/** What two analysts say of the same thing, by who made the claim or the activation. */
export function compareThings(project: Project, a: string, b: string): ComparedThing[] {
  const settlements = latestSettlements(project)
  return [...claimed(project, a, b), ...activated(project, a, b)].map((thing) => ({
    ...thing,
    settlement: settlements.get(thing.id) ?? null,
  }))
}

type Thing = Omit<ComparedThing, 'settlement'>

function claimed(project: Project, a: string, b: string): Thing[] {
  const claims = listEntities(project, 'claims') as unknown as Claim[]
  const byThing = new Map<string, Claim[]>()
  for (const claim of claims) {
    if (claim.createdBy !== a && claim.createdBy !== b) continue
    const key = `${claim.about.type} ${claim.about.id}`
    byThing.set(key, [...(byThing.get(key) ?? []), claim])
  }
  return [...byThing.values()].flatMap((found) => {
    const about = found[0]?.about
    const title = about ? titleOf(project, about) : null
    if (!about || title === null) return []
    const [ofA, ofB] = [found.filter(isBy(a)), found.filter(isBy(b))]
    const stances = (list: readonly Claim[]) =>
      [...new Set(list.map(({ stance }) => stance))].sort()
    const isSame = JSON.stringify(stances(ofA)) === JSON.stringify(stances(ofB))
    return {
      id: `claims/${about.type}/${about.id}/${a}/${b}`,
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
      id: `activations/${first.sourceId}/${first.textId}/${found
        .map(({ id }) => id)
        .sort()
        .join('/')}`,
      type: 'activation' as const,
      thingId: first.passageId,
      title: `${texts.get(first.textId)}: ${beginning(quotes.get(first.passageId) ?? '')}`,
      kind: kindOf(ofA, ofB, isSame),
      a: said(ofA),
      b: said(ofB),
    }
  })
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

/** What a thing is called; null if it was deleted. */
function titleOf(project: Project, { type, id }: Claim['about']): string | null {
  const entity = living(project, kinds[type].map, id)
  if (!entity) return null
  if (type !== 'link' && type !== 'flow') return kinds[type].label(entity)
  const end = (value: unknown) => {
    const { type: kind, id: other } =
      typeof value === 'string' ? { type: 'step' as const, id: value } : (value as Claim['about'])
    const found = living(project, kinds[kind].map, other)
    return found ? kinds[kind].label(found) : ''
  }
  const [from, to] = type === 'link' ? [entity.from, entity.to] : [entity.fromId, entity.toId]
  return `${end(from)} → ${end(to)}`
}

function living(
  project: Project,
  map: (typeof kinds)[keyof typeof kinds]['map'],
  id: string,
): Entity | undefined {
  return listEntities(project, map).find((entity) => entity.id === id)
}
