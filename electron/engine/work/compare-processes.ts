import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { Step } from '../../../shared/model/institution.ts'
import type { Project } from '../project/project.ts'
import { requireProcess } from './process-commands.ts'
import { listSteps } from './work-list.ts'

type Comparison = QueryOutput<'processes.compare'>
type Difference = Comparison['rows'][number]['differs'][number]

const aspects: [Difference, (step: Step) => unknown][] = [
  ['action', (step) => folded(step.action)],
  ['actors', (step) => step.actorIds.toSorted()],
  ['site', (step) => step.siteId],
  ['texts in', (step) => step.textInIds.toSorted()],
  ['texts out', (step) => step.textOutIds.toSorted()],
  ['time', (step) => [step.weekFrom, step.weekTo, step.duration]],
  ['visibility', (step) => step.visibility],
]

/**
 * Steps of several processes, those that correspond in one row: counterparts of each other, or else
 * steps of the same words. Rows follow the first process; what it lacks stands where it would come.
 */
export function compareProcesses(project: Project, processIds: readonly string[]): Comparison {
  for (const id of processIds) requireProcess(project, id)
  const columns = processIds.map((processId) => listSteps(project, { processId }))
  const all = columns.flat()
  const families = familiesOf(all)
  const rows: { family: string; steps: (Step | null)[] }[] = []
  for (const [column, steps] of columns.entries()) {
    let after = -1
    for (const step of steps) {
      const family = families.get(step.id) ?? step.id
      const at = rows.findIndex((row) => row.family === family && row.steps[column] === null)
      const row = rows[at]
      if (row) {
        row.steps[column] = step
        after = at
      } else {
        const fresh = columns.map((_, index) => (index === column ? step : null))
        rows.splice(after + 1, 0, { family, steps: fresh })
        after += 1
      }
    }
  }
  return {
    rows: rows.map(({ steps }) => ({
      stepIds: steps.map((step) => step?.id ?? null),
      differs: differences(steps.filter((step) => step !== null)),
    })),
  }
}

/** In what steps differ. */
export function differences(steps: readonly Step[]): Difference[] {
  return aspects
    .filter(([, valueOf]) => new Set(steps.map((step) => JSON.stringify(valueOf(step)))).size > 1)
    .map(([name]) => name)
}

/** Step → a name shared by all that correspond to it. */
function familiesOf(steps: readonly Step[]): Map<string, string> {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  const join = (a: string, b: string) => parent.set(root(a), root(b))
  for (const step of steps) {
    if (step.counterpartId !== null) join(step.id, step.counterpartId)
    else join(step.id, `words:${folded(step.action)}`)
  }
  return new Map(steps.map((step) => [step.id, root(step.id)]))
}

function folded(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')
}
