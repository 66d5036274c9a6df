import type { ConflictItem } from '../../../shared/contract/compare.ts'
import type { Conflict } from '../../../shared/model/conflicts.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { attributeOfKey } from '../project/collections.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { kinds } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { titlesOf } from './compare-things.ts'
import { effectOf } from './conflict-effects.ts'
import { latestSettlements, requireReason, writeSettlement } from './settlements.ts'

export const conflictCommands: CommandHandlers<'conflicts.settle'> = {
  'conflicts.settle': ({ conflictId, ...decision }, { project }) => {
    const conflict = conflicts(project).find(({ id }) => id === conflictId)
    if (!conflict) throw new Refusal('settle.gone')
    requireReason(decision)
    const effect = effectOf(project, conflict, decision)
    const id = project.newId()
    project.change(
      {
        command: 'conflicts.settle',
        label: titleOf(project, conflict),
        entities: [conflict.thing.id, conflict.sourceId].filter((one) => one !== ''),
        changes: { outcome: decision.outcome, reason: decision.reason },
      },
      (edit) => {
        effect(edit)
        edit('project', (doc) => writeSettlement(project, doc, id, conflictId, decision))
      },
    )
    const made = latestSettlements(project).get(conflictId)
    if (!made) throw new Refusal('settle.gone')
    return made
  },
}

export const conflictQueries: QueryHandlers<'conflicts.list'> = {
  'conflicts.list': ({ isOpen }, { project }) => {
    const items = listConflicts(project)
    const isStillOpen = ({ settlement }: ConflictItem) =>
      settlement === null || settlement.outcome === 'defer'
    return {
      items: isOpen === undefined ? items : items.filter((item) => isStillOpen(item) === isOpen),
    }
  },
}

/** All of them, readable, oldest first. */
export function listConflicts(project: Project): ConflictItem[] {
  const settlements = latestSettlements(project)
  return conflicts(project).map((conflict) => {
    const settlement = settlements.get(conflict.id) ?? null
    const labels = conflict.sides.map(({ value }) => labelOf(project, conflict, value))
    return { ...conflict, title: titleOf(project, conflict), labels, settlement }
  })
}

function conflicts(project: Project): Conflict[] {
  return (listEntities(project, 'conflicts') as unknown as Conflict[]).sort((a, b) =>
    a.created === b.created ? (a.id < b.id ? -1 : 1) : a.created < b.created ? -1 : 1,
  )
}

/** The name of what a conflict is about, also if it was deleted. */
function titleOf(project: Project, { thing, field, sourceId, sides }: Conflict): string {
  if (sourceId !== '' && !['codes', 'sources'].includes(thing.map)) {
    const passage = thing.map === 'codings' ? passageOfCoding(project, thing.id) : thing.id
    const quote = project.db
      .prepare<[string], string>('SELECT quote FROM allowed_passages WHERE id = ?')
      .pluck()
      .get(passage)
    return quote === undefined ? nameOf(project, 'sources', sourceId) : beginning(quote)
  }
  const ends = { links: 'link', flows: 'flow' }[thing.map] as 'link' | 'flow' | undefined
  const between = ends && titlesOf(project)({ type: ends, id: thing.id })
  const name = between ?? (nameOf(project, thing.map, thing.id) || nameIn(sides[1]?.value))
  const attributeId = attributeOfKey(field)
  return attributeId === null ? name : `${name}: ${nameOf(project, 'attributes', attributeId)}`
}

/** The name of what is gone altogether, as it is kept with the item. */
function nameIn(value: unknown): string {
  const fields = (typeof value === 'object' ? value : null) as Record<string, unknown> | null
  return String(fields?.name ?? fields?.title ?? '')
}

function passageOfCoding(project: Project, codingId: string): string {
  return (
    project.db
      .prepare<[string], string>('SELECT passage_id FROM allowed_codings WHERE id = ?')
      .pluck()
      .get(codingId) ?? ''
  )
}

function nameOf(project: Project, kind: string, id: string): string {
  const json = project.db
    .prepare<[string, string], string>('SELECT data FROM entities WHERE kind = ? AND id = ?')
    .pluck()
    .get(kind, id)
  if (json === undefined) return ''
  const data = JSON.parse(json) as Record<string, unknown>
  return String(
    data.name ?? data.title ?? data.action ?? data.pseudonym ?? data.term ?? data.locator ?? '',
  )
}

/** One side, readable: a code by its name, a list by its members. */
function labelOf(project: Project, { kind, thing, field }: Conflict, value: unknown): string {
  if (kind === 'deletedUsed') return ''
  if (kind === 'map')
    return Object.values(value as Record<string, unknown>)
      .map((placed) => placeLabel(project, placed))
      .join('; ')
  if (kind === 'sameName') return nameOf(project, 'codes', String(value))
  if (thing.map === 'codings') {
    const { codeId, comment } = value as { codeId: string; comment: string }
    return [nameOf(project, 'codes', codeId), comment].filter(Boolean).join(': ')
  }
  if (thing.map === 'passages') return String((value as { quote?: string }).quote ?? '')
  if (field.endsWith('Id') && typeof value === 'string') {
    const map = field === 'folderId' ? 'folders' : thing.map
    return nameOf(project, map, value)
  }
  // A relation of the project's own stands there by its id.
  if (field === 'relation') return nameOf(project, 'relations', String(value)) || String(value)
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)
}

/** What was put on a map, and where: “the act (120, 40)”; “(–)” where the layout decides; a frame has no place. */
function placeLabel(project: Project, placed: unknown): string {
  const { value } = placed as { value?: Record<string, unknown> }
  const ref = value?.ref as { type: keyof typeof kinds; id: string } | undefined
  const name = ref ? nameOf(project, kinds[ref.type].map, ref.id) : nameIn(value)
  if (!ref) return name
  const at = [value?.x, value?.y].filter((each) => typeof each === 'number').map(Math.round)
  return `${name} (${at.length < 2 ? '–' : at.join(', ')})`
}
