import { app } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { RecentProject } from '../../shared/contract/app.ts'
import { readJson, writeJson } from './json-file.ts'

const longest = 20

const stored = z
  .array(z.object({ path: z.string(), title: z.string(), opened: z.string() }))
  .catch([])

/** Projects opened on this computer, the latest first. */
export function recentProjects(): RecentProject[] {
  return read().map((entry) => ({ ...entry, exists: existsSync(entry.path) }))
}

export function noteRecentProject(path: string, title: string): void {
  const others = read().filter((entry) => entry.path !== path)
  const entry = { path, title, opened: new Date().toISOString() }
  writeJson(recentFile(), [entry, ...others].slice(0, longest))
  app.addRecentDocument(path)
}

export function forgetRecentProject(path: string): void {
  writeJson(
    recentFile(),
    read().filter((entry) => entry.path !== path),
  )
}

function read() {
  return stored.parse(readJson(recentFile()))
}

function recentFile(): string {
  return join(app.getPath('userData'), 'recent-projects.json')
}
