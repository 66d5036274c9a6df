import type { Code } from '../../../shared/model/entities.ts'
import { Refusal } from '../refusal.ts'
import { foldName, type KnownCode } from './known-codes.ts'

/** Hues dealt out so that neighbours in the order of making differ clearly: steps of the golden angle. */
export function nextHue(codes: readonly KnownCode[]): number {
  return Math.round((25 + codes.length * 137.508) % 360) % 360
}

interface NewCode {
  name: string
  parentId?: string | null | undefined
  kind?: Code['kind'] | undefined
  definition?: string | undefined
  whenToUse?: string | undefined
  whenNotToUse?: string | undefined
  aliases?: string[] | undefined
  hue?: number | undefined
  status?: Code['status'] | undefined
  examples?: string[] | undefined
  order?: number | undefined
  entity?: Code['entity'] | undefined
}

export type CodeFields = Omit<
  Code,
  'id' | 'created' | 'createdBy' | 'changed' | 'codings' | 'sources'
>

/** All fields of a code to be made; the kind follows the parent's unless given. */
export function newCodeFields(codes: readonly KnownCode[], input: NewCode): CodeFields {
  const name = input.name.trim().replace(/\s+/g, ' ')
  if (name === '') throw new Refusal('code.nameEmpty')
  const parentId = input.parentId ?? null
  const parent = codes.find((code) => code.id === parentId)
  if (parentId !== null && !parent) throw new Refusal('code.notFound', { id: parentId })
  requireFreeName(codes, name, parentId, null)
  return {
    name,
    kind: input.kind ?? input.entity?.type ?? parent?.kind ?? 'theme',
    parentId,
    order: input.order ?? lastOrder(codes, parentId) + 1,
    definition: input.definition ?? '',
    whenToUse: input.whenToUse ?? '',
    whenNotToUse: input.whenNotToUse ?? '',
    aliases: input.aliases ?? [],
    hue: input.hue ?? nextHue(codes),
    status: input.status ?? 'in use',
    examples: input.examples ?? [],
    entity: input.entity ?? null,
  }
}

function lastOrder(codes: readonly KnownCode[], parentId: string | null): number {
  let last = 0
  for (const code of codes) if (code.parentId === parentId) last = Math.max(last, code.order)
  return last
}

/** Two codes under one parent may not differ by case alone. */
export function requireFreeName(
  codes: readonly KnownCode[],
  name: string,
  parentId: string | null,
  exceptId: string | null,
): void {
  const wanted = foldName(name)
  const taken = codes.find(
    (code) =>
      code.parentId === parentId &&
      code.id !== exceptId &&
      (code.folded ?? foldName(code.name)) === wanted,
  )
  if (taken) throw new Refusal('code.nameTaken', { name: taken.name, id: taken.id })
}

/** The same for codes that come to a parent together; those that go are no hindrance. */
export function requireFreeNames(
  codes: readonly KnownCode[],
  coming: readonly KnownCode[],
  parentId: string | null,
  goingIds: ReadonlySet<string>,
): void {
  const comingIds = new Set(coming.map((code) => code.id))
  const known = codes.filter((code) => !comingIds.has(code.id) && !goingIds.has(code.id))
  for (const code of coming) {
    requireFreeName(known, code.name, parentId, code.id)
    known.push({ ...code, parentId })
  }
}
