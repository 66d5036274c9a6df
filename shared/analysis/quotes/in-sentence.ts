import type { Language } from '../../i18n/index.ts'

interface Words {
  printed: string
  translation: string
  /** Empty: without. */
  label: string
}

const marks = {
  en: { outer: ['“', '”'], inner: ['‘', '’'] },
  nb: { outer: ['«', '»'], inner: ['‘', '’'] },
} as const

/**
 * A quotation as it stands in a running sentence: in the quotation marks of the language, on one
 * line, what was quoted within it in single ones; its translation in brackets, its label in
 * parentheses.
 */
export function wordsInSentence(
  { printed, translation, label }: Words,
  language: Language,
): string {
  return [
    printed.trim() === '' ? '' : quoted(printed, language),
    translation.trim() === '' ? '' : `[${quoted(translation, language)}]`,
    label === '' ? '' : `(${label})`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function quoted(words: string, language: Language): string {
  const { outer, inner } = marks[language]
  const line = words.trim().replaceAll(/\s+/gu, ' ').replaceAll(/[«“„]/gu, inner[0])
  return `${outer[0]}${line.replaceAll(/[»”]/gu, inner[1])}${outer[1]}`
}
