import { CODEBOOK_FIELDS, CODEBOOK_WORDS } from '../export/codebook/words.ts'
import { plainWord } from './codebook-words.ts'

export type CodebookColumn =
  | 'id'
  | 'name'
  | 'kind'
  /** The ancestors, without the code itself. */
  | 'parentPath'
  /** The ancestors and, where there is no name beside it, the code itself. */
  | 'path'
  | 'parentId'
  | 'parentName'
  | 'definition'
  | 'whenToUse'
  | 'whenNotToUse'
  | 'aliases'
  | 'status'
  | 'sets'
  | 'colour'
  /** Known, and not read: examples, counts and dates belong to the project they came from. */
  | 'counted'

/** Headings of other programs and of tables written by hand, beside our own. */
const HEADINGS: Record<CodebookColumn, string[]> = {
  id: ['guid', 'uuid', 'code id', 'kode id'],
  name: ['code', 'code name', 'codename', 'label', 'title', 'tag', 'kode', 'kodenavn', 'tittel'],
  kind: ['type', 'code type', 'code kind', 'kodetype', 'slag'],
  parentPath: ['ancestors', 'parents', 'foreldresti', 'overordnede koder', 'overordnede'],
  path: ['full path', 'code path', 'hierarchy', 'sti', 'kodesti', 'hierarki', 'full sti'],
  parentId: ['parent guid', 'overordnet guid'],
  parentName: [
    'parent',
    'parent code',
    'parent name',
    'category',
    'theme',
    'overordnet',
    'overordnet kode',
    'forelder',
    'kategori',
    'tema',
  ],
  definition: [
    'description',
    'code description',
    'code definition',
    'memo',
    'comment',
    'beskrivelse',
    'kodedefinisjon',
    'kommentar',
  ],
  whenToUse: [
    'use when',
    'use',
    'inclusion',
    'include',
    'inclusion criteria',
    'når brukes den',
    'når',
    'bruk når',
    'brukes',
    'inklusjon',
    'inklusjonskriterier',
  ],
  whenNotToUse: [
    'do not use when',
    'not when',
    'exclusion',
    'exclude',
    'exclusion criteria',
    'når ikke',
    'bruk ikke når',
    'brukes ikke',
    'eksklusjon',
    'eksklusjonskriterier',
  ],
  aliases: ['aliases', 'alias', 'synonyms', 'synonymer'],
  status: ['code status'],
  sets: ['sets', 'groups', 'code groups', 'sett', 'grupper', 'kodegrupper'],
  colour: ['color', 'code color', 'hue', 'kodefarge'],
  counted: ['frequency', 'references', 'files', 'count', 'antall'],
}

const COLUMN_BY_HEADING = headingMap()

/** What a column holds by its heading. 'Definition (2)' goes on where 'Definition' ended. */
export function headingToColumn(heading: string): CodebookColumn | undefined {
  return COLUMN_BY_HEADING.get(plainWord(heading.replace(/\s\(\d+\)$/, '')))
}

function headingMap(): Map<string, CodebookColumn> {
  const map = new Map<string, CodebookColumn>()
  const add = (heading: string, column: CodebookColumn): void => {
    const plain = plainWord(heading)
    if (!map.has(plain)) map.set(plain, column)
  }
  const own = new Set<string>(Object.keys(HEADINGS))
  for (const words of Object.values(CODEBOOK_WORDS)) {
    for (const field of CODEBOOK_FIELDS) {
      add(words.fields[field], own.has(field) ? (field as CodebookColumn) : 'counted')
    }
    add(words.project, 'counted')
    add(words.exported, 'counted')
  }
  for (const [column, headings] of Object.entries(HEADINGS)) {
    add(column, column as CodebookColumn)
    for (const heading of headings) add(heading, column as CodebookColumn)
  }
  return map
}
