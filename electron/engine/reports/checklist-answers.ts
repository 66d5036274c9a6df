import {
  checklistDomains,
  type ChecklistName,
} from '../../../shared/analysis/reports/checklists.ts'
import { createEntity, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'

/** Keeps what was answered to an item; each has one answer, whoever writes it. */
export function answerItem(
  project: Project,
  checklist: ChecklistName,
  item: string,
  text: string,
): void {
  const last = checklistDomains[checklist].at(-1)?.to ?? 0
  if (!/^[1-9]\d*$/.test(item) || Number(item) > last)
    throw new Refusal('args.invalid', { problem: `${checklist} has no item ${item}` })
  const id = `${checklist}:${item}`
  const label = `${checklist.toUpperCase()} ${item}`
  project.change({ command: 'reports.answer', label, entities: [id] }, (edit) =>
    edit('project', (doc) => {
      if (doc.getMap('checklistAnswers').has(id))
        updateEntity(project, doc, 'checklistAnswers', id, { text })
      else createEntity(project, doc, 'checklistAnswers', id, { text })
    }),
  )
}
