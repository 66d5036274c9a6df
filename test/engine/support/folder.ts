import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newPair, type Pair } from './pair.ts'
import type { TestEngine } from './project.ts'

export const passphrase = 'blå elv over grønn stein'

/** Two analysts who meet through a folder. */
export interface FolderPair extends Pair {
  /** The folder that was chosen. */
  shared: string
  /** The one in it where the parts of the project stand. */
  parts: string
}

export async function newFolderPair(): Promise<FolderPair> {
  const pair = await newPair()
  const shared = join(pair.folder, 'shared')
  mkdirSync(shared)
  for (const engine of [pair.anna, pair.bo])
    await engine.do('folder.use', { path: shared, passphrase })
  return { ...pair, shared, parts: join(shared, readdirSync(shared)[0] ?? '') }
}

export async function exchangeAll(...engines: TestEngine[]): Promise<void> {
  for (const engine of engines) await engine.do('folder.exchange', {})
}

/** Names of the files of a folder that can be seen. */
export function partsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.part') && !name.startsWith('.'))
    .toSorted()
}
