import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readCodebookFile } from '../exchange/codebook-file.ts'
import { createEntity } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { messageOf, Refusal } from '../refusal.ts'
import { listCodes } from './code-list.ts'
import { newCodeFields } from './new-code.ts'

/** Adds the codes of a codebook file in one step; a code whose path is there already is kept as it is. */
export async function importCodebook(
  project: Project,
  path: string,
): Promise<{ created: number; kept: number; notes: string[] }> {
  const read = await readCodebookFile(readBytes(path), basename(path))
  if (!read.ok) {
    const { reason = '' } = read.error.details ?? {}
    throw new Refusal(read.error.code, { path, problem: String(reason), ...read.error.details })
  }
  const codes = listCodes(project)
  const idByPath = new Map(codes.map((code) => [pathKey(pathOf(codes, code.id)), code.id]))
  const made: { id: string; fields: ReturnType<typeof newCodeFields> }[] = []
  let kept = 0
  const ensure = (
    names: readonly string[],
    fields: Partial<(typeof read.codes)[number]>,
  ): string => {
    const known = idByPath.get(pathKey(names))
    if (known !== undefined) return known
    const parentId = names.length > 1 ? ensure(names.slice(0, -1), {}) : null
    const id = project.newId()
    const { kind, definition, whenToUse, whenNotToUse, status, hue } = fields
    const code = newCodeFields(codes, {
      name: names.at(-1) ?? '',
      parentId,
      kind,
      definition,
      whenToUse,
      whenNotToUse,
      status,
      hue,
    })
    codes.push({ ...code, id, created: '', createdBy: '', changed: '', codings: 0, sources: 0 })
    idByPath.set(pathKey(names), id)
    made.push({ id, fields: code })
    return id
  }
  for (const code of read.codes) {
    const names = [...code.path, code.name]
      .map((name) => name.trim().replace(/\s+/g, ' '))
      .filter(Boolean)
    if (names.length === 0) continue
    if (idByPath.has(pathKey(names))) {
      if (!made.some((each) => each.id === idByPath.get(pathKey(names)))) kept += 1
      continue
    }
    ensure(names, code)
  }
  if (made.length > 0) {
    const entities = made.map((each) => each.id)
    project.change({ command: 'codes.import', label: basename(path), entities }, (edit) =>
      edit('project', (doc) => {
        for (const { id, fields } of made) createEntity(project, doc, 'codes', id, { ...fields })
      }),
    )
  }
  return { created: made.length, kept, notes: read.notes }
}

/** Names from the top of the tree down to the code. */
export function pathOf(
  codes: readonly { id: string; name: string; parentId: string | null }[],
  id: string,
): string[] {
  const names: string[] = []
  const seen = new Set<string>()
  for (let here = codes.find((code) => code.id === id); here && !seen.has(here.id);) {
    seen.add(here.id)
    names.unshift(here.name)
    const parentId: string | null = here.parentId
    here = codes.find((code) => code.id === parentId)
  }
  return names
}

function pathKey(names: readonly string[]): string {
  return names.map((name) => name.toLocaleLowerCase('nb')).join('\u0000')
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Refusal(isMissing ? 'file.notFound' : 'file.notReadable', {
      path,
      problem: messageOf(error),
    })
  }
}
