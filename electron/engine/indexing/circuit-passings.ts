import type { Passing } from '../../../shared/analysis/closed-walk.ts'
import type { Thing } from '../../../shared/model/institution.ts'
import type { Project } from '../project/project.ts'
import { downwardEdges, keyOf } from '../texts/hierarchy.ts'
import { endLabels } from '../texts/text-list.ts'
import { listFlows, listSteps } from '../work/work-list.ts'

/**
 * How a walk passes a member. A flow: in its direction; a link: as it is written or from what governs
 * to what is governed; a step: in from its texts, its actors or the step before, out to its texts or
 * the step after. Texts, clauses and actors are stations: the walk comes to them and goes on from
 * them, or on to what they lead to. Alone, no station is a walk. What is deleted leads nowhere.
 */
export function passingsOf(project: Project): (member: Thing, isAlone: boolean) => Passing[] {
  const linked = downwardEdges(project).map(({ from, to, link }) => ({
    key: `link:${link.id}`,
    ways: [
      { from, to },
      { from: keyOf(link.from), to: keyOf(link.to) },
    ],
  }))
  const flowing = listFlows(project).map((flow) => ({
    key: `flow:${flow.id}`,
    ways: [{ from: `step:${flow.fromId}`, to: `step:${flow.toId}` }],
  }))
  const lines = new Map([...linked, ...flowing].map(({ key, ways }) => [key, ways]))
  const comesFrom = new Map<string, Set<string>>()
  const goesTo = new Map<string, Set<string>>()
  const joined = ({ from, to }: Passing): void => {
    goesTo.set(from, (goesTo.get(from) ?? new Set()).add(to))
    comesFrom.set(to, (comesFrom.get(to) ?? new Set()).add(from))
  }
  for (const ways of lines.values()) ways.forEach(joined)
  for (const step of listSteps(project, {})) {
    const to = `step:${step.id}`
    for (const id of step.textInIds) joined({ from: `text:${id}`, to })
    for (const id of step.actorIds) joined({ from: `actor:${id}`, to })
    for (const id of step.textOutIds) joined({ from: to, to: `text:${id}` })
  }
  const stations = endLabels(project)
  return (member, isAlone) => {
    const self = `${member.type}:${member.id}`
    const line = lines.get(self)
    if (line !== undefined) return line
    if (!stations.has(self)) return []
    const ins = member.type === 'step' ? [self, ...(comesFrom.get(self) ?? [])] : [self]
    const outs = [self, ...(goesTo.get(self) ?? [])]
    return ins.flatMap((from) =>
      outs.flatMap((to) => (isAlone && from === self && to === self ? [] : [{ from, to }])),
    )
  }
}
