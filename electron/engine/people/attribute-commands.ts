import { readValue } from '../../../shared/model/attribute-values.ts'
import type { Attribute, AttributeValue } from '../../../shared/model/entities.ts'
import { newOrders } from '../../../shared/model/new-orders.ts'
import type { CommandHandlers } from '../handlers.ts'
import { valueKey } from '../project/collections.ts'
import { setKeys, updateEntity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { deleteThings, makeThing } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'
import { nextOrder } from '../work/next-order.ts'
import { attributeById, freeName, holdersOf, listAttributes } from './attribute-list.ts'
import { setValues } from './set-values.ts'
import { importTable } from './table-import.ts'

export const attributeCommands: CommandHandlers<
  | 'attributes.create'
  | 'attributes.update'
  | 'attributes.reorder'
  | 'attributes.delete'
  | 'people.setValues'
  | 'people.import'
> = {
  'attributes.create': ({ name, of, type = 'text', options = [] }, { project }) => {
    const words = freeName(project, of, name, null)
    const id = makeThing(project, 'attribute', 'attributes.create', {
      name: words,
      of,
      type,
      options: type === 'choice' ? options.map(requireWords) : [],
      order: nextOrder(project, 'attributes'),
    })
    return attributeById(project, id)
  },
  'attributes.update': ({ attributeId, renamed = {}, ...fields }, { project }) => {
    const before = attributeById(project, attributeId)
    const name =
      fields.name === undefined
        ? before.name
        : freeName(project, before.of, fields.name, attributeId)
    const type = fields.type ?? before.type
    const after: Attribute = {
      ...before,
      name,
      type,
      options: optionsAfter(before, fields, renamed),
    }
    const values = valuesAfter(project, before, after, renamed)
    if (type === 'choice' && before.type !== 'choice' && fields.options === undefined)
      after.options = [...new Set(values.map(([, value]) => String(value)))].sort((a, b) =>
        a.localeCompare(b, 'nb'),
      )
    project.change(
      {
        command: 'attributes.update',
        label: before.name,
        entities: [attributeId],
        changes: changesOf(before, after),
      },
      (edit) => {
        edit('project', (doc) => {
          const { name, type, options } = after
          updateEntity(project, doc, 'attributes', attributeId, { name, type, options })
        })
        writeValues(project, edit, after, values)
      },
    )
    return {}
  },
  'attributes.reorder': ({ attributeId, beforeId }, { project }) => {
    const attribute = attributeById(project, attributeId)
    const others = listAttributes(project, attribute.of).filter(({ id }) => id !== attributeId)
    const place = others.findIndex(({ id }) => id === beforeId)
    if (place < 0 && beforeId !== null)
      throw new Refusal('thing.notFound', { id: beforeId, type: 'attribute' })
    const orders = newOrders(others, [attribute], place < 0 ? others.length : place)
    project.change(
      { command: 'attributes.reorder', label: attribute.name, entities: [attributeId] },
      (edit) =>
        edit('project', (doc) => {
          for (const { id, order } of orders)
            updateEntity(project, doc, 'attributes', id, { order })
        }),
    )
    return {}
  },
  'attributes.delete': ({ attributeIds }, { project }) => {
    deleteThings(project, 'attribute', 'attributes.delete', attributeIds)
    return {}
  },
  'people.setValues': (input, { project }) => {
    setValues(project, input)
    return {}
  },
  'people.import': (input, { project }) => importTable(project, input),
}

function optionsAfter(
  before: Attribute,
  fields: { type?: Attribute['type'] | undefined; options?: string[] | undefined },
  renamed: Readonly<Record<string, string>>,
): string[] {
  if ((fields.type ?? before.type) !== 'choice') return []
  const options = fields.options ?? before.options
  return [...new Set(options.map((option) => requireWords(renamed[option] ?? option)))]
}

/** Values that must be written anew, or a refusal if one cannot be read as the new type. */
function valuesAfter(
  project: Project,
  before: Attribute,
  after: Attribute,
  renamed: Readonly<Record<string, string>>,
): [holderId: string, value: AttributeValue][] {
  const isRenamed = Object.keys(renamed).length > 0
  if (before.type === after.type && !isRenamed) return []
  const unread: string[] = []
  const values: [string, AttributeValue][] = []
  for (const { id, value } of holdersOf(project, before)) {
    const text = spoken(value)
    if (before.type === after.type || after.type === 'choice') {
      values.push([id, renamed[text] ?? text])
      continue
    }
    const read = readValue(after, text)
    if (read.ok && read.value !== null) values.push([id, read.value])
    else unread.push(text)
  }
  if (unread.length > 0)
    throw new Refusal('attribute.valuesDoNotFit', {
      name: before.name,
      count: unread.length,
      value: unread[0] ?? '',
    })
  return values
}

function spoken(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

function writeValues(
  project: Project,
  edit: Edit,
  { id, of }: Attribute,
  values: readonly (readonly [holderId: string, value: AttributeValue])[],
): void {
  edit('project', (doc) => {
    for (const [holderId, value] of values)
      setKeys(project, doc, of, holderId, [[valueKey(id), value]])
  })
}

function changesOf(before: Attribute, after: Attribute): Record<string, string> {
  const changes: Record<string, string> = {}
  if (before.name !== after.name) changes.name = after.name
  if (before.type !== after.type) changes.type = after.type
  if (before.options.join('\n') !== after.options.join('\n'))
    changes.options = after.options.join(', ')
  return changes
}
