import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CommandInput, CommandOutput, QueryOutput } from '../../../shared/contract/index.ts'
import { readValue } from '../../../shared/model/attribute-values.ts'
import type { Attribute } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { readTable } from '../exchange/read-table.ts'
import { createEntity, listEntities, updateEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { fileRefusal, Refusal } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'
import { nextOrder } from '../work/next-order.ts'
import { attributeById, freeName, listAttributes } from './attribute-list.ts'
import { recogniseType } from './recognise-type.ts'
import { holderName, readCell, writeCells, type ReadCell } from './set-values.ts'

type Columns = CommandInput<'people.import'>['columns']
type Preview = QueryOutput<'people.previewImport'>

const nameHeads = ['pseudonym', 'name', 'navn', 'person', 'informant', 'case', 'title', 'tittel']
const roleHeads = ['role', 'rolle', 'stilling', 'position']

/** What a table would give: which column is what, which rows are known. Nothing is changed. */
export async function previewTable(
  project: Project,
  path: string,
  of: HolderKind,
): Promise<Preview> {
  const { header, rows } = await tableAt(path)
  const attributes = listAttributes(project, of)
  const heads = header.map(folded)
  const nameAt = Math.max(
    0,
    heads.findIndex((head) => nameHeads.includes(head)),
  )
  const columns = header.map((head, index): Preview['columns'][number] => {
    const values = rows.map((row) => row[index] ?? '')
    const known = attributes.find(({ name }) => folded(name) === heads[index])
    const type = known?.type ?? recogniseType(values)
    const isRole = of === 'persons' && roleHeads.includes(heads[index] ?? '')
    return {
      index,
      header: head.trim(),
      as: index === nameAt ? 'name' : isRole ? 'role' : known ? 'attribute' : 'new',
      attributeId: known?.id ?? null,
      type,
      filled: values.filter((value) => value.trim() !== '').length,
      samples: [...new Set(values.map((value) => value.trim()).filter(Boolean))].slice(0, 3),
      unread: known ? unreadIn(known, values) : [],
    }
  })
  const named = (row: readonly string[]) => folded(row[nameAt] ?? '')
  const holders = namesOf(project, of)
  const names = rows.map(named).filter((name) => name !== '')
  const distinct = new Set(names)
  return {
    columns,
    rows: rows.length,
    known: [...distinct].filter((name) => holders.has(name)).length,
    fresh: [...distinct].filter((name) => !holders.has(name)).length,
    nameless: rows.length - names.length,
    repeated: names.length - distinct.size,
  }
}

/** Takes a table in: all that it has or nothing, as one step. */
export async function importTable(
  project: Project,
  { path, of, columns }: CommandInput<'people.import'>,
): Promise<CommandOutput<'people.import'>> {
  const { rows } = await tableAt(path)
  const nameAt = columns.find(({ as }) => as === 'name')?.index
  if (nameAt === undefined) throw new Refusal('table.noNames', { path })
  const roleAt = columns.find(({ as }) => as === 'role')?.index
  const { attributes, made, at } = attributesOf(project, of, columns, rows)
  const holders = namesOf(project, of)
  const fresh = new Map<string, string>()
  const roles = new Map<string, string>()
  const cells: ReadCell[] = []
  const seen = new Set<string>()
  let passedOver = 0
  for (const row of rows) {
    const name = (row[nameAt] ?? '').trim().replace(/\s+/g, ' ')
    const known = holders.get(folded(name))
    if (name === '' || (known === undefined && of === 'sources')) {
      passedOver += 1
      continue
    }
    const holderId = known ?? project.newId()
    if (known === undefined) {
      holders.set(folded(name), holderId)
      fresh.set(holderId, name)
    }
    seen.add(holderId)
    const role = roleAt === undefined ? '' : (row[roleAt] ?? '').trim()
    if (role !== '') roles.set(holderId, role)
    for (const [index, attributeId] of at) {
      const attribute = attributes.get(attributeId)
      const text = (row[index] ?? '').trim()
      if (!attribute || text === '') continue
      const value = readCell(attributes, attribute, text, true)
      cells.push({ holderId, attributeId, value })
    }
  }
  if (seen.size === 0) throw new Refusal('table.empty', { path })
  project.change(
    { command: 'people.import', label: basename(path), entities: [...seen] },
    (edit) => {
      edit('project', (doc) => {
        for (const id of made) {
          const attribute = attributes.get(id)
          if (!attribute) continue
          const { name, type, order } = attribute
          createEntity(project, doc, 'attributes', id, { name, of, type, order, options: [] })
        }
        for (const [id, name] of fresh) createEntity(project, doc, of, id, newHolder(of, name))
        for (const [id, role] of roles) updateEntity(project, doc, 'persons', id, { role })
      })
      writeCells(project, edit, of, attributes, cells)
    },
  )
  return {
    created: fresh.size,
    known: seen.size - fresh.size,
    passedOver,
    cells: cells.length,
    attributes: made.length,
  }
}

/** The attributes that columns are read as, those to be made among them with an id already. */
function attributesOf(
  project: Project,
  of: HolderKind,
  columns: Columns,
  rows: readonly string[][],
): { attributes: Map<string, Attribute>; made: string[]; at: [index: number, id: string][] } {
  const attributes = new Map<string, Attribute>()
  const made: string[] = []
  const at: [number, string][] = []
  let order = nextOrder(project, 'attributes')
  for (const column of columns) {
    if (column.as === 'attribute' && column.attributeId) {
      const attribute = attributeById(project, column.attributeId)
      if (attribute.of !== of)
        throw new Refusal('thing.notFound', { id: attribute.id, type: 'attribute' })
      attributes.set(attribute.id, attribute)
      at.push([column.index, attribute.id])
    } else if (column.as === 'new') {
      const id = project.newId()
      const name = freeName(project, of, column.name ?? '', null)
      if ([...attributes.values()].some((each) => folded(each.name) === folded(name)))
        throw new Refusal('attribute.nameTaken', { name })
      const type = column.type ?? recogniseType(rows.map((row) => row[column.index] ?? ''))
      const now = project.now()
      const stamped = { id, created: now, createdBy: project.analystId, changed: now }
      attributes.set(id, { ...stamped, name, of, type, options: [], order: order++ })
      made.push(id)
      at.push([column.index, id])
    }
  }
  return { attributes, made, at }
}

function newHolder(of: HolderKind, name: string): Record<string, unknown> {
  if (of === 'persons') return { pseudonym: requireWords(name), role: '' }
  const members = { personIds: [], sourceIds: [], passageIds: [] }
  return { name: requireWords(name), kind: 'other', note: '', ...members }
}

/** Folded name → id of the living; of two with one name the older. */
function namesOf(project: Project, of: HolderKind): Map<string, string> {
  const names = new Map<string, string>()
  for (const holder of listEntities(project, of)) {
    const name = folded(holderName(of, holder))
    if (!names.has(name)) names.set(name, holder.id)
  }
  return names
}

/** Values that an attribute does not take; new options of a choice are added to it. */
function unreadIn(attribute: Attribute, values: readonly string[]): string[] {
  if (attribute.type === 'choice') return []
  return [...new Set(values.filter((value) => !readValue(attribute, value).ok))].slice(0, 5)
}

function folded(words: string): string {
  return words.trim().replace(/\s+/g, ' ').normalize('NFC').toLocaleLowerCase('nb')
}

/** The first row that has anything, and those below it that have. */
async function tableAt(path: string): Promise<{ header: string[]; rows: string[][] }> {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw fileRefusal(error, path)
  }
  const [header, ...rows] = (await rowsIn(bytes, path)).filter((row) =>
    row.some((cell) => cell.trim() !== ''),
  )
  if (!header || rows.length === 0) throw new Refusal('table.empty', { path })
  return { header, rows }
}

/** The reader is made for codebooks, and would say so. */
async function rowsIn(bytes: Uint8Array, path: string): Promise<string[][]> {
  try {
    return await readTable(bytes, path)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.code === 'exchange.empty' ? 'table.empty' : 'table.notReadable', {
      path,
    })
  }
}
