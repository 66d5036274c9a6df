import type { CommandInput } from '../../../shared/contract/index.ts'
import { createEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { codeById } from './code-list.ts'
import { knownCodes } from './known-codes.ts'
import { newCodeFields } from './new-code.ts'
import { recodeCodings } from './recode.ts'

/** Deals codings out to codes that are there and to new ones beside the code: one step to undo. */
export function splitCode(
  project: Project,
  { codeId, newCodes = [], deal }: CommandInput<'codes.split'>,
): { codings: number; codes: number } {
  const code = codeById(project, codeId)
  const known = knownCodes(project)
  const made = newCodes.map(({ name, hue = code.hue }) => {
    const id = project.newId()
    const fields = newCodeFields(known, { name, hue, kind: code.kind, parentId: code.parentId })
    known.push({ ...fields, id })
    return { id, fields }
  })
  const targets = new Map(
    deal.map((each) => {
      const id = each.newCode === undefined ? each.codeId : made[each.newCode]?.id
      if (id === undefined) throw new Refusal('code.notFound', { id: '' })
      if (each.newCode === undefined) codeById(project, id)
      return [each.codingId, id]
    }),
  )
  const targetIds = new Set(targets.values())
  project.change(
    { command: 'codes.split', label: code.name, entities: [codeId, ...targetIds] },
    (edit) => {
      if (made.length > 0) {
        edit('project', (doc) => {
          for (const { id, fields } of made) createEntity(project, doc, 'codes', id, { ...fields })
        })
      }
      recodeCodings(project, edit, { codingIds: [...targets.keys()] }, (id) => targets.get(id))
    },
  )
  return { codings: targets.size, codes: targetIds.size }
}
