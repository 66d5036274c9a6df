import { translate, type Language, type TextKey } from '../../i18n/index.ts'
import type { Axis } from '../question/axis.ts'

/** What a line of a matrix is called: its own name, or the word for it in a language. */
export function lineLabel(
  language: Language,
  axis: Pick<Axis, 'by'>,
  { id, label }: { id: string; label: string },
): string {
  const key = keyOf(axis.by, id)
  const word = key === null ? label : translate(language, key as TextKey)
  return word === key ? label : word || '–'
}

function keyOf(by: Axis['by'], id: string): string | null {
  switch (by) {
    case 'source kinds':
      return `sources.kinds.${id.replaceAll(/[ \-/]/gu, '_')}`
    case 'source levels':
      return `sources.levels.${id}`
    case 'activation modes':
      return `institution.mode.${id}`
    case 'activation stances':
      return `institution.stance.${id}`
    case 'standing questions':
      return `institution.question.${id}`
    case 'attribute':
      return id === 'true' || id === 'false' ? `people.${id === 'true' ? 'yes' : 'no'}` : null
    default:
      return null
  }
}
