import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import { texts } from '../../../shared/i18n/index.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Step, WorkMap } from '../../../shared/model/institution.ts'
import type { Project } from '../project/project.ts'
import { compareProcesses, differences } from '../work/compare-processes.ts'

interface Known {
  steps: ReadonlyMap<string, Step>
  /** Names of the processes, short enough for a map. */
  processes: ReadonlyMap<string, string>
}

/** Steps on a map that correspond, as the comparison of its processes has them, with what differs. */
export function counterpartsOf(
  project: Project,
  map: WorkMap,
  { steps, processes }: Known,
  language: Language,
): MapModel['counterparts'] {
  const living = map.processIds.filter((id) => processes.has(id))
  if (living.length < 2) return []
  const onMap = new Set(map.nodes.flatMap(({ ref }) => (ref.type === 'step' ? [ref.id] : [])))
  const words = texts[language].work
  return compareProcesses(project, living).rows.flatMap(({ stepIds }) => {
    const row = stepIds.flatMap((id) => (id !== null && onMap.has(id) ? (steps.get(id) ?? []) : []))
    if (row.length < 2) return []
    const differing = differences(row)
    const named = differing
      .filter((aspect) => aspect !== 'action' && aspect !== 'time')
      .map((aspect) => words.difference[aspect])
    const actions = differing.includes('action')
      ? row.map((step) => `${processes.get(step.processId) ?? ''}: ${step.action}`)
      : []
    const isTimed = differing.includes('time') && row.every(({ weekFrom }) => weekFrom === null)
    const notes = [...named, ...(isTimed ? [words.difference.time] : [])]
    return [
      {
        keys: row.map(({ id }) => `step:${id}`),
        notes: [...actions, ...(notes.length > 0 ? [`≠ ${notes.join(', ')}`] : [])],
      },
    ]
  })
}
