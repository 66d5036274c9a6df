import { readFileSync } from 'node:fs'
import type { CommandOutput } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import { replicability, textStatuses } from '../../../shared/model/institution-kinds.ts'
import { readTable } from '../exchange/read-table.ts'
import { createEntity, type Fields } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { messageOf, Refusal } from '../refusal.ts'
import { wordsIn } from '../export/tables/table-model.ts'
import { newTextFields } from './new-text.ts'
import { listTexts } from './text-list.ts'

const fields = [
  'title',
  'aliases',
  'genre',
  'issuer',
  'level',
  'rank',
  'version',
  'validFrom',
  'validTo',
  'locator',
  'replicable',
  'medium',
  'usedBy',
  'usedWhere',
  'usedWhen',
  'status',
  'note',
]

/** Adds the texts of a table; a header row names the columns, in English or Norwegian. */
export async function importTexts(
  project: Project,
  path: string,
): Promise<CommandOutput<'texts.import'>> {
  const rows = await rowsOf(path)
  const [header = [], ...body] = rows
  const columns = header.map((label) => fieldOf(label))
  if (!columns.includes('title')) throw new Refusal('exchange.unknownColumns', { path })
  const known = new Set(
    listTexts(project).flatMap((text) => [text.title, ...text.aliases].map(folded)),
  )
  const notes: string[] = []
  const fresh: Fields[] = []
  let kept = 0
  for (const row of body) {
    const given: Fields = {}
    for (const [index, field] of columns.entries()) {
      const value = (row[index] ?? '').trim()
      if (field === null || value === '') continue
      const read = readField(field, value)
      if (read === undefined) notes.push(`${field}: ${value}`)
      else given[field] = read
    }
    const title = typeof given.title === 'string' ? given.title : ''
    if (title === '') continue
    if (known.has(folded(title))) {
      kept += 1
      continue
    }
    known.add(folded(title))
    fresh.push(newTextFields(title, given))
  }
  if (fresh.length + kept === 0) throw new Refusal('exchange.empty', { path })
  if (fresh.length > 0) {
    const ids = fresh.map(() => project.newId())
    project.change({ command: 'texts.import', label: `${fresh.length}`, entities: ids }, (edit) =>
      edit('project', (doc) => {
        for (const [index, id] of ids.entries())
          createEntity(project, doc, 'texts', id, { ...fresh[index] })
      }),
    )
  }
  return { created: fresh.length, kept, notes }
}

async function rowsOf(path: string): Promise<string[][]> {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new Refusal('file.notReadable', { path, problem: messageOf(error) })
  }
  return readTable(bytes, path)
}

function folded(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb')
}

/** The field a column is for, by its name in either language or in the model. */
function fieldOf(label: string): string | null {
  const wanted = folded(label)
  return (
    fields.find((field) =>
      [field, columnName('en', field), columnName('nb', field)].map(folded).includes(wanted),
    ) ?? null
  )
}

function columnName(language: Language, field: string): string {
  return wordsIn(language)('column', field)
}

function readField(field: string, value: string): unknown {
  if (field === 'aliases') return value.split(/\s*;\s*/).filter((alias) => alias !== '')
  if (field === 'rank') return Number.isFinite(Number(value)) ? Number(value) : undefined
  if (field === 'status') return valueOf('textStatus', textStatuses, value)
  if (field === 'replicable') return valueOf('replicable', replicability, value)
  return value
}

/** The value of a closed list that stands there, in either language; undefined if it is none. */
function valueOf(group: string, values: readonly string[], written: string): string | undefined {
  const wanted = folded(written)
  return values.find((value) =>
    [value, wordsIn('en')(group, value), wordsIn('nb')(group, value)].map(folded).includes(wanted),
  )
}
