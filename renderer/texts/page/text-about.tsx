import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { replicability } from '../../../shared/model/institution-kinds.ts'
import { useT } from '../../app/i18n.ts'
import type { TextKey } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { InlineEdit, Select } from '../../ui/index.ts'
import { updateTexts } from '../text-acts.ts'
import type { TextWords } from '../text-data.ts'
import { IndexCode } from './index-code.tsx'
import { TextSources } from './text-sources.tsx'

type PlainField =
  | 'genre'
  | 'issuer'
  | 'level'
  | 'version'
  | 'validFrom'
  | 'validTo'
  | 'locator'
  | 'medium'
  | 'usedBy'
  | 'usedWhere'
  | 'usedWhen'

const hints: Partial<Record<PlainField, TextKey>> = {
  genre: 'texts.genreHint',
  issuer: 'texts.issuerHint',
  level: 'texts.levelHint',
  version: 'texts.versionHint',
  validFrom: 'texts.dateHint',
  validTo: 'texts.dateHint',
  locator: 'texts.locatorHint',
  medium: 'texts.mediumHint',
  usedBy: 'texts.usedByHint',
}

interface TextAboutProps {
  text: InstitutionalText
  words: TextWords
}

/** All fields of a text, each written where it stands. */
export function TextAbout({ text, words }: TextAboutProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const plain = (field: PlainField, suggestions?: readonly string[]) => {
    const hint = hints[field]
    return (
      <Row label={t(`institution.column.${field}`)}>
        <InlineEdit
          label={t(`institution.column.${field}`)}
          value={text[field]}
          {...(hint === undefined ? {} : { placeholder: t(hint) })}
          {...(suggestions === undefined ? {} : { suggestions })}
          onSave={(value) => void updateTexts([text.id], { [field]: value })}
        />
      </Row>
    )
  }
  return (
    <section className="text-about" aria-label={t('texts.about')}>
      <Row label={t('institution.column.aliases')} isWide>
        <InlineEdit
          label={t('institution.column.aliases')}
          value={text.aliases.join('; ')}
          placeholder={t('texts.aliasesHint')}
          onSave={(value) => void updateTexts([text.id], { aliases: aliasesOf(value) })}
        />
      </Row>
      {plain('level', words.levels)}
      <Row label={t('institution.column.rank')} title={t('texts.rankExplained')}>
        <RankEdit text={text} />
      </Row>
      {plain('issuer', words.issuers)}
      {plain('genre', words.genres)}
      {plain('version')}
      <Row label={t('institution.column.replicable')} title={t('texts.replicableHint')}>
        <Select
          isQuiet
          disabled={isReadOnly}
          aria-label={t('institution.column.replicable')}
          title={t('texts.replicableHint')}
          value={text.replicable}
          options={replicability.map((value) => ({
            value,
            label: t(`institution.replicable.${value}`),
          }))}
          onValue={(replicable) => void updateTexts([text.id], { replicable })}
        />
      </Row>
      {plain('validFrom')}
      {plain('validTo')}
      {plain('medium')}
      {plain('locator')}
      {plain('usedBy')}
      {plain('usedWhere')}
      {plain('usedWhen')}
      <IndexCode text={text} />
      <Row label={t('institution.column.sources')} isWide>
        <TextSources text={text} />
      </Row>
      <Row label={t('institution.column.note')} isWide>
        <InlineEdit
          isLong
          className="text-note-edit"
          label={t('institution.column.note')}
          value={text.note}
          placeholder={t('texts.noteHint')}
          onSave={(note) => void updateTexts([text.id], { note })}
        />
      </Row>
    </section>
  )
}

interface RowProps {
  label: string
  isWide?: boolean
  title?: string
  children: React.ReactNode
}

/** A field with its name to the left. */
export function Row({ label, isWide, title, children }: RowProps) {
  return (
    <div className={isWide === true ? 'text-row is-wide' : 'text-row'} title={title}>
      <span className="text-row-label" aria-hidden>
        {label}
      </span>
      <div className="text-row-value">{children}</div>
    </div>
  )
}

/** The rank as a number; empty takes it back to what the links say. */
function RankEdit({ text }: { text: InstitutionalText }) {
  const t = useT()
  return (
    <InlineEdit
      label={`${t('institution.column.rank')} – ${t('texts.rankExplained')}`}
      value={text.rank === null ? '' : String(text.rank)}
      placeholder={t('texts.rankHint')}
      onSave={(value) => {
        const rank = value === '' ? null : Number(value.replace(',', '.'))
        if (rank === null || Number.isFinite(rank)) void updateTexts([text.id], { rank })
      }}
    />
  )
}

/** Names as they are written with semicolons between them, each once. */
function aliasesOf(value: string): string[] {
  const names = value.split(';').map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}
