import type { Task } from '../task.ts'
import type { Edit, Project } from './project.ts'
import type { Act } from './trail.ts'

/**
 * One step that is written in several transactions, with others let in between: undone as a whole, and
 * taken back for good when it is stopped. A document may be changed in one portion only. Should the
 * program end meanwhile, what has been written is a step like any other, to be undone.
 */
export async function changeInPortions(
  project: Project,
  act: Act,
  portions: readonly ((edit: Edit) => void)[],
  task: Task,
): Promise<void> {
  const before = project.history.nextUndo?.id
  let step: number | null = null
  try {
    for (const [index, work] of portions.entries()) {
      await task.reach(index, portions.length)
      if (step !== null) {
        project.goOn(step, work)
        continue
      }
      project.change(act, work)
      const last = project.history.nextUndo?.id
      // What changes nothing is no step.
      if (last !== undefined && last !== before) step = last
    }
  } catch (error) {
    if (step !== null) takeBack(project)
    throw error
  }
}

function takeBack(project: Project): void {
  try {
    project.takeBack()
  } catch {
    // As when the disk is full: it stays a step that can be undone. Why it ended is what counts.
  }
}
