import type { ImportedFile } from '../../../shared/contract/sources.ts'
import type { Translate } from '../../app/i18n.ts'
import type { Preview } from './import-plan.ts'

type Note = ImportedFile['notes'][number]

const noteKeys = {
  reflowed: 'importing.notes.reflowed',
  'encoding-guessed': 'importing.notes.encoding_guessed',
  'set-aside': 'importing.notes.set_aside',
  'images-left-out': 'importing.notes.images_left_out',
  'no-paragraphs': 'importing.notes.no_paragraphs',
  'characters-cleaned': 'importing.notes.characters_cleaned',
  'read-as': 'importing.notes.read_as',
  'pages-without-text': 'importing.notes.pages_without_text',
  'damaged-but-read': 'importing.notes.damaged_but_read',
  'rows-left-out': 'importing.notes.rows_left_out',
} as const

function isKnown(code: string): code is keyof typeof noteKeys {
  return code in noteKeys
}

/** What the reader of the file decided, in words. A note without words of its own is shown as it is. */
export function noteText(t: Translate, note: Note): string {
  if (!isKnown(note.code)) return note.detail ?? note.code
  return t(noteKeys[note.code], {
    ...(note.count === undefined ? {} : { count: note.count }),
    ...(note.detail === undefined ? {} : { detail: note.detail }),
  })
}

/** Size and decisions of a previewed file. */
export function importNotes(t: Translate, preview: Preview): string[] {
  return [
    ...(preview.sources > 1 ? [t('importing.givesSources', { count: preview.sources })] : []),
    t('importing.paragraphs', { count: preview.paragraphs }),
    t('importing.characters', { count: preview.characters }),
    ...preview.notes.map((note) => noteText(t, note)),
  ]
}
