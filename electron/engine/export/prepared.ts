import { dirname, join } from 'node:path'
import type { Leaving } from '../../../shared/analysis/leaks/find-leaks.ts'
import { lookForLeaks } from '../leaks/look-for-leaks.ts'
import type { Context } from '../handlers.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { refuseProject, writeWhole } from './write-whole.ts'

/** An export that is ready to be looked through and written. */
export interface Prepared<R extends object> {
  /** What it is, for the activity trail. */
  label: string
  /** All that can be read in it. */
  leaving: Leaving
  /** Makes the file, and what is to be answered of it. */
  toFile: (task: Task) => Promise<Made<R>> | Made<R>
}

interface Made<R extends object> {
  bytes: Uint8Array
  answer: R
  /** Files that the file names, such as pictures; they are put beside it. */
  beside?: readonly { name: string; bytes: Uint8Array }[]
}

/**
 * Carries an export out: prepared, looked through for what could tell who somebody is, written whole
 * or not at all. If something was found, the activity trail says that it was written nevertheless.
 */
export async function carryOut<R extends object>(
  { project, task: taskOf }: Context,
  { path, task: name }: { path: string; task?: string | undefined },
  prepare: () => Prepared<R> | Promise<Prepared<R>>,
): Promise<R & { path: string; bytes: number; findings: number }> {
  const task = taskOf(name)
  refuseProject(path, project.path)
  await task.reach(0, 0)
  const { label, leaving, toFile } = await prepare()
  await task.rest()
  const { length: findings } = await lookForLeaks(project, task, leaving)
  const { bytes, answer, beside = [] } = await toFile(task)
  const others = beside.map((file) => ({ ...file, path: join(dirname(path), file.name) }))
  for (const other of others) refuseProject(other.path, project.path)
  await task.reach(1, 1)
  for (const other of others) writeWhole(other.path, other.bytes)
  writeWhole(path, bytes)
  if (findings > 0 && !project.readOnly) noteFindings(project, label, findings)
  return { ...answer, path, bytes: bytes.length, findings }
}

/** Tells the activity trail what was exported in spite of findings. */
export function noteFindings(project: Project, label: string, findings: number): void {
  const act = { command: 'export.findings', label: `${label} (${findings})`, entities: [] }
  project.note({ ...act, changes: { findings: String(findings) } })
}
