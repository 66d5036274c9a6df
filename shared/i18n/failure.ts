import type { ErrorCode, Failure } from '../contract/errors.ts'
import { errorTexts as en } from './en/errors.ts'
import { errorTexts as nb } from './nb/errors.ts'
import { createTranslator } from './translator.ts'
import type { Language, Variables } from './translator.ts'

const translate = createTranslator({ en, nb })

/** The sentence for a refusal, the same in the window and on the command line. */
export function failureIn(language: Language, code: ErrorCode, details: Variables): Failure {
  const message = translate(language, `${code}.message`, details)
  return { code, message, hint: translate(language, `${code}.hint`, details), details }
}
