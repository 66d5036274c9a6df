import { spawnSync } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './project.ts'

/** A file system of its own of so many megabytes; null where this machine does not let us make one. */
export function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder()
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  if (mount.status !== 0) {
    console.log('small disk: no file system can be mounted here; a full disk was not tried')
    return null
  }
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder])
  })
  return folder
}
