import type { LeavingGroup } from '../../../shared/analysis/leaks/small-groups.ts'
import { everyPart, type Question } from '../../../shared/analysis/question/question.ts'
import { askedPassages, selectPassages } from '../analysis/conditions.ts'
import { personsOfPassages } from '../people/persons-of-passages.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'

/** Something that leaves and counts or lists the passages of a question. */
export interface Told {
  question: Question
  /** The words beside it that say what people are; without any it tells nothing of them. */
  values: string[]
  /** Where it stands, readable. */
  place: string
}

/** Whether a question speaks of what people, cases or sources are: of roles and attributes. */
export function tellsOfPersons(question: Question): boolean {
  return everyPart(question).some(
    (part) => part.type === 'attribute' || (part.type === 'person' && part.roles !== undefined),
  )
}

/** Of all that is told by roles and attributes, how many persons speak in its passages. */
export async function toldGroups(
  project: Project,
  task: Task,
  told: Iterable<Told>,
): Promise<LeavingGroup[]> {
  const telling = [...told].filter(
    ({ question, values }) => values.length > 0 && tellsOfPersons(question),
  )
  if (telling.length === 0) return []
  const conditions = new Set(telling.flatMap(({ question }) => conditionsOf(question)))
  const asked = await askedPassages(project, task, [...conditions])
  const passages = new Map<Question, ReadonlySet<string>>()
  for (const condition of conditions) {
    await task.rest()
    const found = selectPassages<{ id: string }>(project, condition, asked, 'passages.id')
    passages.set(condition, new Set(found.map(({ id }) => id)))
  }
  const persons = personsOfPassages(project, [
    ...new Set([...passages.values()].flatMap((ids) => [...ids])),
  ])
  const groups: LeavingGroup[] = []
  for (const [index, { question, values, place }] of telling.entries()) {
    if (index % toldAtOnce === 0) await task.reach(index, telling.length)
    const [first = new Set<string>(), ...others] = conditionsOf(question)
      .map((condition) => passages.get(condition) ?? new Set<string>())
      .sort((a, b) => a.size - b.size)
    const speaking = new Set<string>()
    for (const id of first)
      if (others.every((ids) => ids.has(id)))
        for (const person of persons.get(id) ?? []) speaking.add(person)
    groups.push({ values, holders: speaking.size, place })
  }
  return groups
}

const toldAtOnce = 200

/** What must hold together: many numbers share their conditions, so each is asked once. */
function conditionsOf(question: Question): Question[] {
  return question.type === 'and' ? question.parts.flatMap(conditionsOf) : [question]
}
