import type { ErrorCode, Failure } from '../contract/errors.ts'
import { errorTexts as en } from './en/errors.ts'
import { errorTexts as nb } from './nb/errors.ts'
import { fillText } from './fill.ts'

const texts = { en, nb }

/** The sentence for a refusal, the same in the window and on the command line. */
export function failureIn(
  language: 'en' | 'nb',
  code: ErrorCode,
  details: Record<string, string | number | boolean>,
): Failure {
  const { message, hint } = texts[language][code]
  return { code, message: fillText(message, details), hint: fillText(hint, details), details }
}
