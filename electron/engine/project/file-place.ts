import { statSync } from 'node:fs'

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
