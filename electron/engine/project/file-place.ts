import { statSync } from 'node:fs'
import { hostname } from 'node:os'

/** Which file stands at a path, whatever is in it. */
export interface FilePlace {
  device: bigint
  inode: bigint
}

/** The file at a path; null if there is none. */
export function placeOf(path: string): FilePlace | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? { device: found.dev, inode: found.ino } : null
}

/** Which file on which machine stands at a path. */
export function fileMark(path: string): string {
  const place = placeOf(path)
  return `${hostname()} ${place?.device ?? 0} ${place?.inode ?? 0}`
}
