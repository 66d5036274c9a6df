import type { Question } from '../../../shared/analysis/question/question.ts'
import { newCodeFields } from '../codes/new-code.ts'
import { knownCodes } from '../codes/known-codes.ts'
import { codePassage, createCode } from '../passages/passage-commands.ts'
import { passageAt } from '../passages/passage-at.ts'
import { entityById } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { codingPlace, currentRound, requireCodes } from '../rounds/round.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import type { Task } from '../task.ts'
import { answersTo } from './ask.ts'
import { askedPassages } from './conditions.ts'
import { bySource } from './relations.ts'

/** Codes all placed answers, one step. In a round, answers in its sources only can be coded. */
export async function codeAnswers(
  project: Project,
  task: Task,
  question: Question,
  target: {
    codeId?: string | undefined
    newCode?: { name: string; parentId?: string | null | undefined } | undefined
  },
): Promise<{ codeId: string; passages: number; coded: number }> {
  const fresh = target.newCode
    ? { id: project.newId(), fields: newCodeFields(knownCodes(project), target.newCode) }
    : null
  const codeId = fresh?.id ?? target.codeId ?? ''
  const name =
    fresh?.fields.name ?? String(entityById(project, 'codes', codeId, 'code.notFound').name)
  requireCodes(currentRound(project), [{ id: codeId, name }])
  const answers = answersTo(project, question, await askedPassages(project, task, [question]))
  const placed = bySource(answers.filter(({ state }) => state === 'placed'))
  if (placed.size === 0) throw new Refusal('analysis.nothingToCode', {})
  const places = [...placed].map(([sourceId, passages]) => ({
    sourceId,
    passages,
    ...codingPlace(project, sourceId),
  }))
  const isCoded = project.db
    .prepare<[string, string, string, string], number>(
      `SELECT 1 FROM codings WHERE passage_id = ? AND code_id = ? AND analyst_id = ? AND layer = ?`,
    )
    .pluck()
  const layer = places[0]?.layer ?? 'working'
  let coded = 0
  project.change(
    {
      command: 'analysis.code',
      label: name,
      entities: [codeId, ...placed.keys()],
      ...(layer === 'working' ? {} : { round: layer }),
    },
    (edit) => {
      if (fresh) edit('project', (doc) => createCode(project, doc, fresh))
      for (const { sourceId, passages, document, layer: own } of places) {
        const text = storedCharacters(project.db, sourceId) ?? ''
        edit(document, (doc) => {
          const place = { doc, layer: own }
          for (const passage of passages) {
            const passageId = passageAt(project, place, sourceId, text, passage.start, passage.end)
            if (isCoded.get(passageId, codeId, project.analystId, own) !== undefined) continue
            codePassage(project, place, { passageId, codeId, sourceId })
            coded += 1
          }
        })
      }
    },
  )
  return { codeId, passages: answers.length, coded }
}
