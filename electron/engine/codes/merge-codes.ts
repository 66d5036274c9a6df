import type { Code } from '../../../shared/model/entities.ts'
import { updateEntity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { codeById, listCodes, withSubcodes } from './code-list.ts'
import { requireFreeNames } from './new-code.ts'
import { recodeCodings } from './recode.ts'

/** A merge of codes into one that can be carried out. */
export interface CodeMerge {
  merged: readonly Code[]
  into: Code
  carryOut: (edit: Edit) => void
}

/** Refuses if the codes cannot become one: in a circle, or with sub-codes of one name. */
export function planCodeMerge(
  project: Project,
  codeIds: readonly string[],
  intoId: string,
): CodeMerge {
  const into = codeById(project, intoId)
  const all = listCodes(project)
  const merged = codeIds.filter((id) => id !== intoId).map((id) => codeById(project, id))
  const ids = new Set(merged.map((code) => code.id))
  if (into.parentId !== null && withSubcodes(all, ids).has(intoId)) {
    throw new Refusal('code.cycle', { name: into.name })
  }
  const children = all.filter(
    (code) => code.parentId !== null && ids.has(code.parentId) && !ids.has(code.id),
  )
  requireFreeNames(all, children, intoId, ids)
  const carryOut = (edit: Edit) => {
    for (const code of merged) recodeCodings(project, edit, { codeId: code.id }, () => intoId)
    edit('project', (doc) => {
      for (const child of children) {
        updateEntity(project, doc, 'codes', child.id, { parentId: intoId })
      }
      const aliases = [...new Set([...into.aliases, ...merged.map((code) => code.name)])]
      updateEntity(project, doc, 'codes', intoId, {
        aliases: aliases.filter((a) => a !== into.name),
      })
      for (const id of ids) updateEntity(project, doc, 'codes', id, { deleted: true })
    })
  }
  return { merged, into, carryOut }
}
