import type { MapModelEdge } from '../../../shared/analysis/map/map-model.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Flow, Link, Step } from '../../../shared/model/institution.ts'
import { wordsIn } from '../export/tables/table-model.ts'
import { listCircuits } from '../indexing/findings-list.ts'
import type { Project } from '../project/project.ts'
import { downwardEdges, keyOf } from '../texts/hierarchy.ts'
import { listLinks } from '../texts/text-list.ts'
import { listFlows } from '../work/work-list.ts'

/** Texts that move, flows and links between what is on a map. */
export function edgesOf(
  project: Project,
  onMap: ReadonlySet<string>,
  allSteps: readonly Step[],
  language: Language,
): MapModelEdge[] {
  const circling = new Set(
    listCircuits(project).flatMap((circuit) =>
      circuit.members.map((member) => `${member.type}:${member.id}`),
    ),
  )
  const steps = allSteps.filter((step) => onMap.has(`step:${step.id}`))
  const moves = steps.flatMap((step) => {
    const stepKey = `step:${step.id}`
    const move = (key: string, from: string, to: string): MapModelEdge => ({
      ...bare,
      key,
      from,
      to,
      style: 'text moves',
      isOnCircuit: circling.has(stepKey),
    })
    return [
      ...step.textInIds.map((id) => move(`in:${step.id}:${id}`, `text:${id}`, stepKey)),
      ...step.textOutIds.map((id) => move(`out:${step.id}:${id}`, stepKey, `text:${id}`)),
    ]
  })
  const flows = listFlows(project).map((flow) => flowEdge(flow, circling, language))
  const upward = new Set(
    downwardEdges(project)
      .filter((edge) => edge.from !== keyOf(edge.link.from))
      .map((edge) => edge.link.id),
  )
  const links = listLinks(project).map((link) => linkEdge(link, circling, upward, language))
  return [...moves, ...flows, ...links].filter((edge) => onMap.has(edge.from) && onMap.has(edge.to))
}

const bare = {
  isDotted: false,
  isContradicted: false,
  isBackward: false,
  label: '',
  passages: 0,
  isOnCircuit: false,
}

function flowEdge(flow: Flow, circling: ReadonlySet<string>, language: Language): MapModelEdge {
  const words = wordsIn(language)
  const named = flow.kind === 'then' || flow.kind === 'handover' ? '' : words('flow', flow.kind)
  return {
    ...evidence(flow),
    key: `flow:${flow.id}`,
    from: `step:${flow.fromId}`,
    to: `step:${flow.toId}`,
    style: 'sequence',
    isBackward: flow.kind === 'loop',
    label: flow.condition || named,
    isOnCircuit: circling.has(`flow:${flow.id}`),
  }
}

function linkEdge(
  link: Link,
  circling: ReadonlySet<string>,
  upward: ReadonlySet<string>,
  language: Language,
): MapModelEdge {
  return {
    ...evidence(link),
    key: `link:${link.id}`,
    from: keyOf(link.from),
    to: keyOf(link.to),
    style: styleOf(link.relation),
    isBackward: upward.has(link.id),
    label: wordsIn(language)('relation', link.relationName),
    isOnCircuit: circling.has(`link:${link.id}`),
  }
}

function evidence(of: Flow | Link): Pick<MapModelEdge, 'isDotted' | 'isContradicted' | 'passages'> {
  return {
    isDotted: of.state === 'unsupported' || of.inferred,
    isContradicted: of.state === 'contradicted',
    passages: of.passages,
  }
}

function styleOf(relation: string): MapModelEdge['style'] {
  if (relation === 'conflicts with' || relation === 'contests') return 'conflict'
  if (relation === 'reports to' || relation === 'measures' || relation === 'reproduces')
    return 'reports'
  if (relation === 'input to' || relation === 'produced by' || relation === 'template for')
    return 'text moves'
  return 'governs'
}
