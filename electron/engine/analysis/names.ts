import type { QueryOutput } from '../../../shared/contract/index.ts'
import { texts } from '../../../shared/i18n/index.ts'
import { listQuestions } from '../indexing/questions.ts'
import type { ProjectMap } from '../project/documents.ts'
import { listEntities, type Entity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { clauseLabel, listClauses, listLinks } from '../texts/text-list.ts'
import { listFlows, listSteps } from '../work/work-list.ts'

type Name = QueryOutput<'analysis.names'>['items'][number]

/** Everything a question can name, kind by kind. */
export function namesOf(project: Project): Name[] {
  const all = (
    kind: string,
    map: ProjectMap,
    field: string,
    more: (entity: Entity) => Partial<Name> = () => ({}),
  ): Name[] =>
    listEntities(project, map).map((entity) => ({
      kind,
      id: entity.id,
      name: String(entity[field] ?? ''),
      ...more(entity),
    }))
  const type = (field: string) => (entity: Entity) => ({ type: String(entity[field] ?? '') })
  const persons = listEntities(project, 'persons')
  const builtIn: Record<string, string> = texts.en.institution.question
  return [
    ...codeNames(project),
    ...all('codeSet', 'codeSets', 'name'),
    ...all('source', 'sources', 'title', type('kind')),
    ...all('folder', 'folders', 'name'),
    ...all('person', 'persons', 'pseudonym'),
    ...[...new Set(persons.map(({ role }) => String(role ?? '')))]
      .filter((role) => role !== '')
      .map((role) => ({ kind: 'role', id: role, name: role })),
    ...all('case', 'cases', 'name', type('kind')),
    ...all('attribute', 'attributes', 'name', (attribute) => ({
      type: String(attribute.type),
      of: String(attribute.of),
      options: Array.isArray(attribute.options) ? (attribute.options as string[]) : [],
    })),
    ...all('analyst', 'analysts', 'name'),
    ...all('round', 'rounds', 'name'),
    ...all('text', 'texts', 'title'),
    ...listClauses(project).map((clause) => ({
      kind: 'clause',
      id: clause.id,
      name: clauseLabel(clause),
      of: clause.textId,
    })),
    ...all('actor', 'actors', 'name'),
    ...all('term', 'terms', 'term'),
    ...listQuestions(project).map(({ id, text }) => ({
      kind: 'question',
      id,
      name: text || (builtIn[id] ?? id),
      ...(text === '' ? { type: 'built-in' } : {}),
    })),
    ...thingNames(project),
    ...all('disjuncture', 'disjunctures', 'title'),
  ]
}

/** Codes with the names of those above them: “Time › Waiting”. */
function codeNames(project: Project): Name[] {
  const codes = new Map(listEntities(project, 'codes').map((code) => [code.id, code]))
  return [...codes.values()].map((code) => {
    const above: string[] = []
    const seen = new Set([code.id])
    for (
      let parent = codes.get(String(code.parentId));
      parent && !seen.has(parent.id);
      parent = codes.get(String(parent.parentId))
    ) {
      seen.add(parent.id)
      above.unshift(String(parent.name))
    }
    return {
      kind: 'code',
      id: code.id,
      name: String(code.name),
      type: String(code.kind),
      ...(above.length > 0 ? { of: above.join(' › ') } : {}),
    }
  })
}

function thingNames(project: Project): Name[] {
  const steps = listSteps(project, {})
  const actions = new Map(steps.map(({ id, action }) => [id, action]))
  return [
    ...listLinks(project).map((link) => ({
      kind: 'link',
      id: link.id,
      name: `${link.fromLabel} – ${link.relationName} – ${link.toLabel}`,
      type: link.relationName,
    })),
    ...steps.map(({ id, action }) => ({ kind: 'step', id, name: action })),
    ...listFlows(project).map((flow) => ({
      kind: 'flow',
      id: flow.id,
      name: [flow.fromId, flow.toId].map((id) => actions.get(id) ?? '').join(' → '),
    })),
  ]
}
