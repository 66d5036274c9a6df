import type { ErrorCode, Failure } from '../contract/errors.ts'
import { errorTexts as en } from './en/errors.ts'
import { errorTexts as nb } from './nb/errors.ts'
import { createTranslator } from './translator.ts'
import type { Language, Variables } from './translator.ts'

const translate = createTranslator({ en, nb })

/** The sentences for a refusal, the same in the window and on the command line. */
export function failureIn(language: Language, code: ErrorCode, details: Variables): Failure {
  const { problem } = details
  // A reason in the words of the system may be a sentence already; ours ends with its own full stop.
  const filled =
    typeof problem === 'string' ? { ...details, problem: problem.replace(/[\s.]+$/, '') } : details
  const message = translate(language, `${code}.message`, filled)
  return { code, message, hint: translate(language, `${code}.hint`, filled), details }
}
