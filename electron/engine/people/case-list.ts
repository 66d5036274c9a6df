import type { StudyCase } from '../../../shared/model/entities.ts'
import { visiblePassages } from '../passages/visible.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'

/** Cases by name, with those of their members that are there and in sight. */
export function listCases(project: Project): StudyCase[] {
  const living = membersInSight(project)
  return (listEntities(project, 'cases') as unknown as StudyCase[])
    .map((each) => ({
      ...each,
      values: each.values ?? {},
      personIds: each.personIds.filter((id) => living.has(id)),
      sourceIds: each.sourceIds.filter((id) => living.has(id)),
      passageIds: each.passageIds.filter((id) => living.has(id)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nb', { numeric: true }) || (a.id < b.id ? -1 : 1))
}

export function caseById(project: Project, id: string): StudyCase {
  const found = listCases(project).find((each) => each.id === id)
  if (!found) throw new Refusal('thing.notFound', { id, type: 'case' })
  return found
}

function membersInSight(project: Project): Set<string> {
  return new Set(
    project.db
      .prepare<[], string>(
        `SELECT member_id FROM case_members JOIN entities
           ON entities.kind = case_members.kind || 's' AND entities.id = member_id AND deleted = 0
         UNION SELECT passages.id FROM passages JOIN case_members
           ON case_members.kind = 'passage' AND member_id = passages.id
         WHERE ${visiblePassages}`,
      )
      .pluck()
      .all(),
  )
}
