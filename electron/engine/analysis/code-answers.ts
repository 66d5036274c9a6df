import type { CommandInput, CommandOutput } from '../../../shared/contract/index.ts'
import { chosenCodes, codeMany } from '../passages/code-many.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { currentRound, requireCodes } from '../rounds/round.ts'
import type { Task } from '../task.ts'
import { answersTo } from './ask.ts'
import { askedPassages } from './conditions.ts'
import { bySource } from './relations.ts'

/** Codes all placed answers, one step. In a round, answers in its sources only can be coded. */
export async function codeAnswers(
  project: Project,
  task: Task,
  { question, codeId, newCode }: CommandInput<'analysis.code'>,
): Promise<CommandOutput<'analysis.code'>> {
  const chosen = chosenCodes(project, {
    codeIds: codeId === undefined || newCode !== undefined ? [] : [codeId],
    newCode,
  })
  requireCodes(currentRound(project), chosen.codes)
  const answers = answersTo(project, question, await askedPassages(project, task, [question]))
  const placed = bySource(answers.filter(({ state }) => state === 'placed'))
  if (placed.size === 0) throw new Refusal('analysis.nothingToCode', {})
  const { codings, codeIds } = await codeMany(project, task, 'analysis.code', chosen, placed)
  return { codeId: codeIds[0] ?? '', passages: answers.length, coded: codings }
}
