import type { Language } from '../../../../shared/i18n/index.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Flow, Process, Step } from '../../../../shared/model/institution.ts'
import { listEntities } from '../../project/entities.ts'
import type { ProjectMap } from '../../project/documents.ts'
import type { Project } from '../../project/project.ts'
import { listClaims } from '../../texts/claims.ts'
import { listFlows, listProcesses, listSteps } from '../../work/work-list.ts'
import {
  joined,
  missingNote,
  tableOf,
  wordsIn,
  type Column,
  type TableData,
} from './table-model.ts'
import { passageLabels } from './text-tables.ts'

export function stepTable(
  project: Project,
  language: Language,
  processId: string | undefined,
): TableData {
  const words = wordsIn(language)
  const names = namesOf(project)
  const processes = new Map(listProcesses(project).map((process) => [process.id, process]))
  const steps = listSteps(project, { processId })
  const merged = Map.groupBy(
    listSteps(project, { processId, merged: true }).filter((step) => step.mergedIntoId !== null),
    (step) => step.mergedIntoId ?? '',
  )
  const evidence = evidencePassages(project, 'step')
  const columns: Column<Step>[] = [
    {
      key: 'process',
      value: (step) => processName(processes.get(step.processId)),
      weight: 12,
    },
    {
      key: 'perspective',
      value: (step) => words('perspective', processes.get(step.processId)?.perspective ?? ''),
      weight: 8,
    },
    { key: 'number', value: (step) => placeIn(steps, step), weight: 4 },
    { key: 'action', value: (step) => step.action, weight: 20 },
    { key: 'kind', value: (step) => words('stepKind', step.kind), weight: 6 },
    { key: 'actors', value: (step) => joined(step.actorIds.map(names)), weight: 12 },
    { key: 'site', value: (step) => names(step.siteId ?? ''), weight: 9 },
    { key: 'textsIn', value: (step) => joined(step.textInIds.map(names)), weight: 12 },
    { key: 'textsOut', value: (step) => joined(step.textOutIds.map(names)), weight: 12 },
    { key: 'time', value: (step) => weeks(step, language), weight: 8 },
    { key: 'duration', value: (step) => step.duration, weight: 7 },
    { key: 'visibility', value: (step) => words('visibility', step.visibility), weight: 7 },
    { key: 'changes', value: (step) => step.changes, weight: 12 },
    {
      key: 'mergedFrom',
      value: (step) => joined((merged.get(step.id) ?? []).map((each) => each.action)),
      weight: 10,
    },
    { key: 'evidence', value: (step) => words('evidence', step.state), weight: 9 },
    {
      key: 'passages',
      value: (step) => passageLabels(project, evidence.get(step.id) ?? []),
      weight: 9,
    },
    { key: 'note', value: (step) => step.note, weight: 10 },
    { key: 'id', value: (step) => step.id, weight: 8 },
  ]
  const unsupported = steps.filter((step) => step.state === 'unsupported')
  return tableOf(
    {
      name: 'steps',
      language,
      notes: missingNote(
        language,
        'institution.unsupportedSteps',
        unsupported.map((step) => step.action),
      ),
    },
    columns,
    steps,
    ({ id }) => ({ type: 'step', id }),
  )
}

export function flowTable(
  project: Project,
  language: Language,
  processId: string | undefined,
): TableData {
  const words = wordsIn(language)
  const names = namesOf(project)
  const processes = new Map(listProcesses(project).map((process) => [process.id, process]))
  const flows = listFlows(project, { processId })
  const evidence = evidencePassages(project, 'flow')
  const columns: Column<Flow>[] = [
    { key: 'process', value: (flow) => processName(processes.get(flow.processId)), weight: 14 },
    { key: 'from', value: (flow) => names(flow.fromId), weight: 20 },
    { key: 'kind', value: (flow) => words('flow', flow.kind), weight: 10 },
    { key: 'to', value: (flow) => names(flow.toId), weight: 20 },
    { key: 'condition', value: (flow) => flow.condition, weight: 16 },
    { key: 'evidence', value: (flow) => words('evidence', flow.state), weight: 10 },
    {
      key: 'passages',
      value: (flow) => passageLabels(project, evidence.get(flow.id) ?? []),
      weight: 10,
    },
    { key: 'note', value: (flow) => flow.note, weight: 12 },
    { key: 'id', value: (flow) => flow.id, weight: 8 },
  ]
  const unsupported = flows
    .filter((flow) => flow.state === 'unsupported')
    .map((flow) => `${names(flow.fromId)} → ${names(flow.toId)}`)
  return tableOf(
    {
      name: 'flows',
      language,
      notes: missingNote(language, 'institution.unsupportedFlows', unsupported),
    },
    columns,
    flows,
    ({ id }) => ({ type: 'flow', id }),
  )
}

/** “Follow-up (UO)”. */
export function processName(process: Process | undefined): string {
  if (!process) return ''
  return process.variant === '' ? process.name : `${process.name} (${process.variant})`
}

/** “week 4”, “weeks 2–6”, or nothing where the time is open. */
export function weeks(
  { weekFrom, weekTo }: Pick<Step, 'weekFrom' | 'weekTo'>,
  language: Language,
): string {
  const from = weekFrom ?? weekTo
  if (from === null) return ''
  const to = weekTo ?? from
  return from === to
    ? translate(language, 'institution.week', { week: from })
    : translate(language, 'institution.weeks', { from, to })
}

function placeIn(steps: readonly Step[], step: Step): number {
  return steps.filter((each) => each.processId === step.processId).indexOf(step) + 1
}

/** Names of texts, actors, sites and steps by id; an unknown id has none. */
function namesOf(project: Project): (id: string) => string {
  const fields: [ProjectMap, string][] = [
    ['texts', 'title'],
    ['actors', 'name'],
    ['sites', 'name'],
    ['steps', 'action'],
  ]
  const names = new Map(
    fields.flatMap(([map, field]) =>
      listEntities(project, map).map((entity) => [entity.id, String(entity[field])] as const),
    ),
  )
  return (id) => names.get(id) ?? ''
}

/** Thing → passages of the claims about it that count. */
function evidencePassages(project: Project, type: 'step' | 'flow'): Map<string, string[]> {
  const passages = new Map<string, string[]>()
  for (const { about, problem, passageIds } of listClaims(project)) {
    if (about.type !== type || problem !== '') continue
    passages.set(about.id, [...new Set([...(passages.get(about.id) ?? []), ...passageIds])])
  }
  return passages
}
