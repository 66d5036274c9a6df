import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What the JSON file holds, or `undefined` if there is none or it cannot be read as JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
export function writeJson(path: string, value: unknown): void {
  const draft = `${path}.${process.pid}.new`
  writeFileSync(draft, JSON.stringify(value, undefined, 2))
  renameSync(draft, path)
}
