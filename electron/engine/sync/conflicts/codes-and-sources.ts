import type * as Y from 'yjs'
import type { Conflict, ConflictSide } from '../../../../shared/model/conflicts.ts'
import type { Project } from '../../project/project.ts'

export type Found = Omit<Conflict, 'created'>
export type Fields = Record<string, unknown>

/** Codes and sources of a project at one moment. */
export interface CodesAndSources {
  /** Ids of items about codes of the same name. */
  sameNames: ReadonlySet<string>
  /** Map and id → fields. */
  living: ReadonlyMap<string, Fields>
  gone: ReadonlySet<string>
}

export function codesAndSources(project: Project): CodesAndSources {
  return {
    sameNames: new Set(sameNames(project).map(({ id }) => id)),
    living: livingThings(project),
    gone: goneThings(project),
  }
}

const usedMaps = ['codes', 'sources'] as const

function livingThings(project: Project): Map<string, Fields> {
  const living = new Map<string, Fields>()
  for (const map of usedMaps)
    for (const [id, thing] of project.map(map))
      if (thing.get('deleted') !== true) living.set(`${map} ${id}`, thing.toJSON())
  return living
}

/** Things with a tombstone, and those whose making was undone. */
function goneThings(project: Project): Set<string> {
  const gone = new Set<string>()
  for (const map of usedMaps)
    for (const id of project.map(map)._map.keys())
      if (!isLiving(project, map, id)) gone.add(`${map} ${id}`)
  return gone
}

export function isLiving(project: Project, map: (typeof usedMaps)[number], id: string): boolean {
  const thing = project.map(map).get(id)
  return thing !== undefined && thing.get('deleted') !== true
}

/** Codes that stand beside each other under one name: the commands refuse it, so two people made them. */
export function sameNames(project: Project): Found[] {
  const groups = new Map<string, [string, Y.Map<unknown>][]>()
  for (const [id, code] of project.map('codes')) {
    if (code.get('deleted') === true) continue
    const name = String(code.get('name') ?? '')
      .trim()
      .toLocaleLowerCase('nb')
    const place = `${String(code.get('parentId') ?? '')}\n${name}`
    groups.set(place, [...(groups.get(place) ?? []), [id, code]])
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const [one, other] = group.sort(([a], [b]) => (a < b ? -1 : 1))
      const side = (entry: typeof one): ConflictSide => ({
        value: entry?.[0] ?? '',
        analystId: String(entry?.[1].get('createdBy') ?? ''),
      })
      return {
        id: `sameName/${group.map(([id]) => id).join('/')}`,
        kind: 'sameName' as const,
        thing: { map: 'codes', id: one?.[0] ?? '' },
        field: 'name',
        sourceId: '',
        place: null,
        sides: [side(one), side(other)],
      }
    })
}
