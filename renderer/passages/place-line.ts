import type { PassageInContext } from '../../shared/model/entities.ts'
import { useFormat, useT } from '../app/i18n.ts'

/** Where a passage stands: `Interview 04 · Berit · turn 32 · ¶ 58 · p. 4 · 24:18`. */
export function usePlaceLine(): (passage: PassageInContext) => string {
  const t = useT()
  const format = useFormat()
  return (passage) =>
    [
      passage.sourceTitle,
      passage.speaker,
      passage.turn > 0 ? t('passages.turn', { turn: passage.turn }) : '',
      passage.paragraph > 0 ? `¶\u00a0${passage.paragraph}` : '',
      passage.page === '' ? '' : t('passages.page', { page: passage.page }),
      passage.time === null ? '' : format.clock(passage.time),
    ]
      .filter((part) => part !== '')
      .join(' · ')
}
