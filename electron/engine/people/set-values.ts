import type { CommandInput } from '../../../shared/contract/index.ts'
import { readValue } from '../../../shared/model/attribute-values.ts'
import type { Attribute, AttributeValue } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { valueKey } from '../project/collections.ts'
import { entityById, setKeys, updateEntity, type Entity } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'
import { attributeById } from './attribute-list.ts'

type Cells = CommandInput<'people.setValues'>['cells']

/** A cell as it will be written. */
export interface ReadCell {
  holderId: string
  attributeId: string
  value: AttributeValue | null
}

/** Fills in cells, all of them or none. */
export function setValues(
  project: Project,
  { of, cells, addOptions = false }: CommandInput<'people.setValues'>,
): void {
  const { attributes, read } = readCells(project, of, cells, addOptions)
  const holders = [...new Set(cells.map(({ holderId }) => holderId))].map((id) =>
    holderById(project, of, id),
  )
  project.change(
    {
      command: 'people.setValues',
      label: holders.map((holder) => holderName(of, holder)).join(', '),
      entities: holders.map(({ id }) => id),
      changes: Object.fromEntries(
        read.map(({ attributeId, value }) => [
          attributes.get(attributeId)?.name ?? attributeId,
          value === null ? '' : String(value),
        ]),
      ),
    },
    (edit) => writeCells(project, edit, of, attributes, read),
  )
}

export function writeCells(
  project: Project,
  edit: Edit,
  of: HolderKind,
  attributes: ReadonlyMap<string, Attribute>,
  cells: readonly ReadCell[],
): void {
  edit('project', (doc) => {
    for (const { id, options } of attributes.values())
      updateEntity(project, doc, 'attributes', id, { options })
    for (const { holderId, attributeId, value } of cells)
      setKeys(project, doc, of, holderId, [[valueKey(attributeId), value]])
  })
}

/** Cells read as the types of their attributes, with the attributes and the options they get by it. */
function readCells(
  project: Project,
  of: HolderKind,
  cells: Cells,
  addOptions: boolean,
): { attributes: Map<string, Attribute>; read: ReadCell[] } {
  const attributes = new Map<string, Attribute>()
  const read = cells.map(({ holderId, attributeId, value }) => {
    const attribute = attributes.get(attributeId) ?? attributeById(project, attributeId)
    if (attribute.of !== of)
      throw new Refusal('thing.notFound', { id: attributeId, type: 'attribute' })
    attributes.set(attributeId, attribute)
    return { holderId, attributeId, value: readCell(attributes, attribute, value, addOptions) }
  })
  return { attributes, read }
}

/** A value of the type, or a refusal; a new option of a choice is added to it if that is wanted. */
export function readCell(
  attributes: Map<string, Attribute>,
  attribute: Attribute,
  input: AttributeValue | null,
  addOptions: boolean,
): AttributeValue | null {
  const read = readValue(attribute, input)
  if (read.ok) return read.value
  if (attribute.type === 'choice' && addOptions) {
    const option = requireWords(String(input))
    attributes.set(attribute.id, { ...attribute, options: [...attribute.options, option] })
    return option
  }
  throw new Refusal('value.notOfType', {
    value: String(input),
    attribute: attribute.name,
    type: attribute.type,
  })
}

function holderById(project: Project, of: HolderKind, id: string): Entity {
  if (of === 'cases') return thingById(project, 'case', id)
  const missing = of === 'persons' ? 'person.notFound' : 'source.notFound'
  return entityById(project, of, id, missing)
}

const nameFields = { persons: 'pseudonym', cases: 'name', sources: 'title' } as const

/** What a person, case or source is called. */
export function holderName(of: HolderKind, holder: Entity): string {
  return String(holder[nameFields[of]] ?? '')
}
