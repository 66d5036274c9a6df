import type { Attribute } from '../../../shared/model/entities.ts'
import type { HolderKind } from '../../../shared/model/kinds.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'

/** Attributes in their order, all or those of one kind of holder. */
export function listAttributes(project: Project, of?: HolderKind): Attribute[] {
  return (listEntities(project, 'attributes') as unknown as Attribute[])
    .filter((attribute) => of === undefined || attribute.of === of)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}

export function attributeById(project: Project, id: string): Attribute {
  return thingById(project, 'attribute', id) as unknown as Attribute
}

/** Living holders that have a value of an attribute. */
export function holdersOf(
  project: Project,
  { id, of }: Pick<Attribute, 'id' | 'of'>,
): { id: string; value: unknown }[] {
  return listEntities(project, of)
    .map((holder) => ({
      id: holder.id,
      value: ((holder.values ?? {}) as Record<string, unknown>)[id],
    }))
    .filter(({ value }) => value !== undefined)
}

/** A name in words that no other attribute of the same kind has: columns are told apart by it. */
export function freeName(
  project: Project,
  of: HolderKind,
  name: string,
  except: string | null,
): string {
  const words = requireWords(name)
  const same = (other: string) => other.toLocaleLowerCase('nb') === words.toLocaleLowerCase('nb')
  if (listAttributes(project, of).some((each) => each.id !== except && same(each.name)))
    throw new Refusal('attribute.nameTaken', { name: words })
  return words
}
