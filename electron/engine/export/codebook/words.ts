import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import type { CodeKind, CodeStatus } from '../../../../shared/model/kinds.ts'
import type { ExportLanguage } from './options.ts'

/** Fields of a code in the order in which tables print them. */
export const CODEBOOK_FIELDS = [
  'id',
  'name',
  'kind',
  'parentPath',
  'parentId',
  'definition',
  'whenToUse',
  'whenNotToUse',
  'aliases',
  'examples',
  'status',
  'passages',
  'sources',
  'sets',
  'colour',
  'created',
  'changed',
] as const

export type CodebookField = (typeof CODEBOOK_FIELDS)[number]

interface CodebookWords {
  locale: string
  fields: Record<CodebookField, string>
  kinds: Record<CodeKind, string>
  statuses: Record<CodeStatus, string>
  codebook: string
  example: string
  code: string
  overview: string
  allCodes: string
  codeSets: string
  set: string
  codes: string
  under: string
  about: string
  project: string
  analysts: string
  exported: string
  madeWith: string
  noCodes: string
  page: (current: string, total: string) => string
  kindAndStatus: string
  dates: string
}

const EN: CodebookWords = {
  locale: 'en-GB',
  fields: {
    id: 'ID',
    name: 'Name',
    kind: 'Kind',
    parentPath: 'Parent path',
    parentId: 'Parent ID',
    definition: 'Definition',
    whenToUse: 'When to use',
    whenNotToUse: 'When not to use',
    aliases: 'Other names',
    examples: 'Examples',
    status: 'Status',
    passages: 'Passages',
    sources: 'Sources',
    sets: 'Code sets',
    colour: 'Colour',
    created: 'Created',
    changed: 'Changed',
  },
  kinds: {
    theme: 'theme',
    work: 'work',
    text: 'text',
    actor: 'actor',
    site: 'site',
    time: 'time',
    discourse: 'discourse',
    free: 'free',
  },
  statuses: { provisional: 'provisional', 'in use': 'in use', retired: 'retired' },
  codebook: 'Codebook',
  example: 'Example',
  code: 'Code',
  overview: 'Codes in the codebook, with the number of passages and sources',
  allCodes: 'Codebook',
  codeSets: 'Code sets',
  set: 'Set',
  codes: 'Codes',
  under: 'Under',
  about: 'About',
  project: 'Project',
  analysts: 'Analysts',
  exported: 'Exported',
  madeWith: 'Program',
  noCodes: 'This codebook has no codes yet.',
  page: (current, total) => `Page ${current} of ${total}`,
  kindAndStatus: 'Kind, status',
  dates: 'Created, changed',
}

const NB: CodebookWords = {
  locale: 'nb-NO',
  fields: {
    id: 'ID',
    name: 'Navn',
    kind: 'Type',
    parentPath: 'Overordnet sti',
    parentId: 'Overordnet ID',
    definition: 'Definisjon',
    whenToUse: 'Brukes når',
    whenNotToUse: 'Brukes ikke når',
    aliases: 'Andre navn',
    examples: 'Eksempler',
    status: 'Status',
    passages: 'Utdrag',
    sources: 'Kilder',
    sets: 'Kodesett',
    colour: 'Farge',
    created: 'Opprettet',
    changed: 'Endret',
  },
  kinds: {
    theme: 'tema',
    work: 'arbeid',
    text: 'tekst',
    actor: 'aktør',
    site: 'sted',
    time: 'tid',
    discourse: 'diskurs',
    free: 'fri',
  },
  statuses: { provisional: 'foreløpig', 'in use': 'i bruk', retired: 'utgått' },
  codebook: 'Kodebok',
  example: 'Eksempel',
  code: 'Kode',
  overview: 'Kodene i kodeboka, med antall utdrag og kilder',
  allCodes: 'Kodebok',
  codeSets: 'Kodesett',
  set: 'Sett',
  codes: 'Koder',
  under: 'Under',
  about: 'Om',
  project: 'Prosjekt',
  analysts: 'Analytikere',
  exported: 'Eksportert',
  madeWith: 'Program',
  noCodes: 'Denne kodeboka har ingen koder ennå.',
  page: (current, total) => `Side ${current} av ${total}`,
  kindAndStatus: 'Type, status',
  dates: 'Opprettet, endret',
}

export const CODEBOOK_WORDS: Record<ExportLanguage, CodebookWords> = { en: EN, nb: NB }

/** '12 passages in 1 source', for a code. */
export function usageSentence(
  counts: { passages: number; sources: number },
  language: ExportLanguage,
): string {
  const { passages, sources } = counts
  return language === 'en'
    ? `${plural(passages, 'passage', 'passages', language)} in ${plural(sources, 'source', 'sources', language)}`
    : `${amount(passages, language)} utdrag i ${plural(sources, 'kilde', 'kilder', language)}`
}

/** '4 codes, 31 passages and 40 codings in 6 sources', for the whole codebook. */
export function totalsSentence(totals: Codebook['totals'], language: ExportLanguage): string {
  const { codes, passages, sources, codings } = totals
  return language === 'en'
    ? `${plural(codes, 'code', 'codes', language)}, ${plural(passages, 'passage', 'passages', language)} and ${plural(codings, 'coding', 'codings', language)} in ${plural(sources, 'source', 'sources', language)}`
    : `${plural(codes, 'kode', 'koder', language)}, ${amount(passages, language)} utdrag og ${plural(codings, 'koding', 'kodinger', language)} i ${plural(sources, 'kilde', 'kilder', language)}`
}

/** A quotation in the language's own marks: “…” or «…». */
export function quoted(text: string, language: ExportLanguage): string {
  return language === 'en' ? `“${text}”` : `«${text}»`
}

/** '22 November 2026'; the text itself when it is not a date. */
export function longDate(iso: string, language: ExportLanguage): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return new Intl.DateTimeFormat(CODEBOOK_WORDS[language].locale, { dateStyle: 'long' }).format(
    date,
  )
}

/** '2026-11-22' by this machine's clock; the text itself when it is not a date. */
export function shortDate(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  const day = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))
  return [String(date.getFullYear()).padStart(4, '0'), ...day].join('-')
}

function plural(count: number, one: string, many: string, language: ExportLanguage): string {
  return `${amount(count, language)} ${count === 1 ? one : many}`
}

function amount(count: number, language: ExportLanguage): string {
  return new Intl.NumberFormat(CODEBOOK_WORDS[language].locale).format(count)
}
