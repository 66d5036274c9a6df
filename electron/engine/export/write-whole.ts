import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { placeOf } from '../project/file-place.ts'
import { messageOf, Refusal } from '../refusal.ts'

/** An export takes the place of an older export, never that of a project, this one least of all. */
export function refuseProject(path: string, projectPath: string): void {
  const there = placeOf(path)
  if (!there) return
  const own = placeOf(projectPath)
  const isOwn = there.device === own?.device && there.inode === own.inode
  if (isOwn || /\.standpoint(?:-(?:wal|shm|lock))?$/i.test(path))
    throw new Refusal('file.exists', { path })
}

/** Writes a file whole or not at all: beside its place first, then renamed. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`
  try {
    writeFileSync(part, bytes)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw new Refusal('file.notWritable', { path, problem: messageOf(error) })
  }
}
