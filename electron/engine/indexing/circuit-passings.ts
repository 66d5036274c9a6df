import type { Passing } from '../../../shared/analysis/closed-walk.ts'
import type { Thing } from '../../../shared/model/institution.ts'
import type { Project } from '../project/project.ts'
import { downwardEdges, keyOf } from '../texts/hierarchy.ts'
import { listFlows, listSteps } from '../work/work-list.ts'

/**
 * How a walk passes a member: a flow in its direction, a link as it is written or from what governs
 * to what is governed, a step from its work or a text it takes in to its work or a text it gives out.
 * Nothing else leads anywhere.
 */
export function passingsOf(project: Project): (member: Thing) => Passing[] {
  const links = new Map(
    downwardEdges(project).map(({ from, to, link }) => [
      link.id,
      [
        { from, to },
        { from: keyOf(link.from), to: keyOf(link.to) },
      ],
    ]),
  )
  const flows = new Map(
    listFlows(project).map((flow) => [
      flow.id,
      [{ from: `step:${flow.fromId}`, to: `step:${flow.toId}` }],
    ]),
  )
  const steps = new Map(listSteps(project, {}).map((step) => [step.id, step]))
  return ({ type, id }) => {
    if (type === 'link') return links.get(id) ?? []
    if (type === 'flow') return flows.get(id) ?? []
    const step = type === 'step' ? steps.get(id) : undefined
    if (!step) return []
    const self = `step:${id}`
    const ins = [self, ...step.textInIds.map((text) => `text:${text}`)]
    const outs = [self, ...step.textOutIds.map((text) => `text:${text}`)]
    // Work alone is no walk: something comes in or goes out.
    return ins.flatMap((from) =>
      outs.flatMap((to) => (from === self && to === self ? [] : [{ from, to }])),
    )
  }
}
