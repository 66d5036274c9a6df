import type { NamedThing } from '../../../shared/contract/project.ts'
import type { ProjectMap } from './documents.ts'
import { listEntities, type Entity } from './entities.ts'
import type { Project } from './project.ts'

/** Everything of the register, the work, the findings and the accounts by its names, without what rests on it. */
export function listNames(project: Project): NamedThing[] {
  const texts = byId(project, 'texts')
  const processes = byId(project, 'processes')
  const steps = listEntities(project, 'steps').filter((step) =>
    processes.has(of(step, 'processId')),
  )
  const clauses = listEntities(project, 'clauses').filter((clause) =>
    texts.has(of(clause, 'textId')),
  )
  return [
    ...[...texts.values()].map((text) => ({
      ...thing('text', text, 'title'),
      otherNames: text.aliases as string[],
    })),
    ...clauses.map((clause) => {
      const textId = of(clause, 'textId')
      const { id, locator, wording } = clause
      const name = [locator, wording].filter(Boolean).join(' ')
      const within = String(texts.get(textId)?.title ?? '')
      return { type: 'clause' as const, id, name, otherNames: [], within, withinId: textId }
    }),
    ...listEntities(project, 'maps').map((map) => thing('map', map, 'name')),
    ...[...processes.values()].map((process) => ({
      ...thing('process', process, 'name'),
      within: String(process.variant ?? ''),
    })),
    ...steps.map((step) => {
      const processId = of(step, 'processId')
      const within = String(processes.get(processId)?.name ?? '')
      return { ...thing('step', step, 'action'), within, withinId: processId }
    }),
    ...listEntities(project, 'actors').map((actor) => thing('actor', actor, 'name')),
    ...listEntities(project, 'sites').map((site) => thing('site', site, 'name')),
    ...listEntities(project, 'disjunctures').map((each) => thing('disjuncture', each, 'title')),
    ...listEntities(project, 'accounts')
      .map((account) => thing('account', account, 'title'))
      .filter(({ name }) => name !== ''),
  ]
}

function thing(type: NamedThing['type'], entity: Entity, field: string): NamedThing {
  const name = String(entity[field] ?? '')
  return { type, id: entity.id, name, otherNames: [], within: '', withinId: null }
}

function byId(project: Project, map: ProjectMap): Map<string, Entity> {
  return new Map(listEntities(project, map).map((entity) => [entity.id, entity]))
}

function of(entity: Entity, field: string): string {
  return String(entity[field] ?? '')
}
