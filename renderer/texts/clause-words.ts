import { beginning } from '../../shared/text/surroundings.ts'
import type { Clause, Target } from '../../shared/model/institution.ts'
import type { Formats, Translate } from '../app/i18n.ts'

/** A numeric target in words, such as “at least 80 per cent”. */
export function targetWords(t: Translate, format: Formats, target: Target): string {
  const upTo =
    target.comparison === 'between' && typeof target.upTo === 'number'
      ? ` ${t('institution.and')} ${format.number(target.upTo)}`
      : ''
  const comparison = t(`institution.comparison.${target.comparison}`)
  return `${comparison} ${format.number(target.value)}${upTo} ${target.unit}`.trim()
}

/** What a clause is called where there is one line for it. */
export function clauseName(t: Translate, clause: Clause): string {
  if (clause.locator !== '') return clause.locator
  return clause.wording === '' ? t('texts.clauseUnnamed') : beginning(clause.wording)
}
