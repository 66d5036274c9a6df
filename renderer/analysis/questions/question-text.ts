import type { Translate } from '../../app/i18n.ts'
import type { Question } from '../../../shared/model/institution.ts'
import { standingQuestions } from '../../../shared/model/institution-kinds.ts'

/** The words of a question; a built-in one that was not reworded speaks the window's language. */
export function questionText(question: Question, t: Translate): string {
  const builtIn = standingQuestions.find((name) => name === question.id)
  if (question.text !== '' || builtIn === undefined) return question.text
  return t(`institution.question.${builtIn}`)
}
