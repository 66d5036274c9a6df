import type { Translate } from '../app/i18n.ts'
import type { TextStatus } from './status-mark.tsx'
import type { TextGrouping } from './text-groups.ts'

/** What a group of texts is called: its value, or that it has none. */
export function groupName(t: Translate, by: TextGrouping, value: string): string {
  if (by === 'none') return ''
  if (by === 'status') return t(`institution.textStatus.${value as TextStatus}`)
  if (value !== '') return value
  return t(by === 'level' ? 'texts.noLevel' : by === 'issuer' ? 'texts.noIssuer' : 'texts.noGenre')
}
