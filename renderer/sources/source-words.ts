import type { Source } from '../../shared/model/entities.ts'
import type { TextKey } from '../../shared/i18n/index.ts'
import type { SourceKind } from '../../shared/model/kinds.ts'
import { sourceKinds, sourceLanguages, sourceLevels } from '../../shared/model/kinds.ts'
import type { Translate } from '../app/i18n.ts'
import type { SelectOption } from '../ui/index.ts'

const kindKeys = {
  interview: 'interview',
  'focus group': 'focus_group',
  'field note': 'field_note',
  observation: 'observation',
  'boss text': 'boss_text',
  document: 'document',
  'survey answers': 'survey_answers',
  'e-mail': 'e_mail',
  'web page': 'web_page',
  'audio/video transcript': 'audio_video_transcript',
} as const satisfies Record<SourceKind, string>

export function kindKey(kind: SourceKind): TextKey {
  return `sources.kinds.${kindKeys[kind]}`
}

export function kindOptions(t: Translate): SelectOption<SourceKind>[] {
  return sourceKinds.map((kind) => ({ value: kind, label: t(kindKey(kind)) }))
}

export function levelOptions(t: Translate): SelectOption<Source['level']>[] {
  return sourceLevels.map((level) => ({ value: level, label: t(`sources.levels.${level}`) }))
}

export function languageOptions(t: Translate): SelectOption<Source['language']>[] {
  return sourceLanguages.map((name) => ({ value: name, label: t(`sources.languages.${name}`) }))
}
