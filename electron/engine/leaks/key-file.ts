import { readFileSync } from 'node:fs'
import { readTable } from '../exchange/read-table.ts'
import type { Project } from '../project/project.ts'
import { messageOf, Refusal } from '../refusal.ts'

/** Real names and what stands for them; in memory only. */
export interface KeyFile {
  path: string
  /** Real name → pseudonym, which may be empty. */
  names: ReadonlyMap<string, string>
  /** How many people are in it. */
  persons: number
}

const inUse = new WeakMap<Project, KeyFile>()

export function keyFileOf(project: Project): KeyFile | undefined {
  return inUse.get(project)
}

export function forgetKeyFile(project: Project): void {
  inUse.delete(project)
}

/** Reads a key file: columns with real names, and one with pseudonyms, known by their headings. */
export async function readKeyFile(project: Project, path: string): Promise<KeyFile> {
  const [head = [], ...rows] = await readTable(bytesOf(path), path)
  const isPseudonym = (title: string) => /pseudon|alias|kode|code/iu.test(title)
  const isName = (title: string) =>
    !isPseudonym(title) && /name|navn|namn|identi|real|virkelig/iu.test(title)
  const pseudonymAt = head.findIndex(isPseudonym)
  const named = head.flatMap((title, index) => (isName(title) ? [index] : []))
  if (named.length === 0) throw new Refusal('leaks.noNames', { path })
  const names = new Map<string, string>()
  let persons = 0
  for (const row of rows) {
    const pseudonym = pseudonymAt === -1 ? '' : (row[pseudonymAt] ?? '').trim()
    const parts = named.map((index) => (row[index] ?? '').trim()).filter((part) => part !== '')
    if (parts.length > 0) persons += 1
    for (const name of [parts.join(' '), ...parts.flatMap(withParts)])
      if (name.length > 1 && name !== pseudonym && !names.has(name)) names.set(name, pseudonym)
  }
  if (names.size === 0) throw new Refusal('leaks.noNames', { path })
  const file = { path, names, persons }
  inUse.set(project, file)
  return file
}

/** A full name, and its parts, by which people are spoken of too. */
function withParts(name: string): string[] {
  return [name, ...name.split(/[\s,]+/u).filter((part) => /^\p{Lu}\p{L}/u.test(part))]
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Refusal('file.notReadable', { path, problem: messageOf(error) })
  }
}
