import { setImmediate as turn } from 'node:timers/promises'
import type { Project } from '../../project/project.ts'
import { Refusal } from '../../refusal.ts'
import { readPacket } from '../packet-file.ts'
import { receivePacket } from '../receive-packet.ts'
import { deviceRows, noteTaken, noteWaiting, receiveAnew, type DeviceRow } from './folder-store.ts'
import type { FolderLook, Found, FoundPart } from './look.ts'

export interface Taken {
  /** Parts that were received. */
  parts: number
  /** Whether there are more that can be received. */
  isMore: boolean
  /** Parts that were not whole when they were gone through. */
  incomplete: number
  /** Whether what is waited for is something else than before. */
  isNews: boolean
}

/**
 * Receives the parts of others in the order of their numbers (F4), each in one transaction, for about
 * `milliseconds`. A part that is not whole is left for later, another file with the same is tried.
 */
export async function takeParts(
  project: Project,
  found: Found,
  look: FolderLook,
  milliseconds: number,
): Promise<Taken> {
  const done: Taken = { parts: 0, isMore: false, incomplete: 0, isNews: false }
  const end = performance.now() + milliseconds
  for (const [device, parts] of partsByDevice(found.parts, project.device.id)) {
    for (;;) {
      if (performance.now() > end) {
        done.isMore = true
        return done
      }
      const row = deviceRows(project).find((each) => each.device === device)
      const taken = takeOne(project, nextParts(parts, row), look, done)
      if (!taken) break
      done.parts += 1
      // Queries are answered between two parts.
      await turn()
      // Whoever ends the program does not wait for the queue.
      if (!project.db.open) return done
    }
    const row = deviceRows(project).find((each) => each.device === device)
    const head = row ? { device, analyst: row.analyst_id, name: row.name } : parts[0]
    if (head && noteWaiting(project, head, awaited(parts, row))) done.isNews = true
  }
  return done
}

function partsByDevice(parts: readonly FoundPart[], own: string): Map<string, FoundPart[]> {
  const byDevice = new Map<string, FoundPart[]>()
  for (const part of parts) {
    if (part.device === own) continue
    byDevice.set(part.device, [...(byDevice.get(part.device) ?? []), part])
  }
  return byDevice
}

/** Parts of which any one can be received next, the one that reaches furthest first. */
function nextParts(parts: readonly FoundPart[], row: DeviceRow | undefined): FoundPart[] {
  const received = row?.received ?? 0
  return parts
    .filter(({ part }) => part.first <= received + 1 && part.last > received)
    .sort((a, b) => b.part.last - a.part.last)
}

/** The number that is missing although a later one is there; null if nothing is. */
function awaited(parts: readonly FoundPart[], row: DeviceRow | undefined): number | null {
  const received = row?.received ?? 0
  return parts.some(({ part }) => part.last > received) ? received + 1 : null
}

function takeOne(
  project: Project,
  candidates: readonly FoundPart[],
  look: FolderLook,
  done: Taken,
): boolean {
  for (const candidate of candidates) {
    try {
      take(project, candidate, look)
      return true
    } catch (error) {
      if (isOfProject(error)) throw error
      if (error instanceof Refusal && error.code === 'sync.missesEarlier') {
        // What this device has was set back in a way nobody knew of: all of that device comes anew.
        receiveAnew(project, candidate.device)
      }
      look.isIncomplete(candidate)
      done.incomplete += 1
    }
  }
  return false
}

function take(project: Project, found: FoundPart, look: FolderLook): void {
  const packet = readPacket(found.path, (salt) => look.seal(salt))
  try {
    const { part, device } = packet.head
    // Another file may have come under this name since it was looked at.
    if (device !== found.device || part?.last !== found.part.last)
      throw new Refusal('sync.damaged', { path: found.path })
    receivePacket(project, packet, 'stream', () => noteTaken(project, packet.head))
  } finally {
    packet.close()
  }
}

/** Whether the project itself cannot be written; not the fault of the file. */
function isOfProject(error: unknown): boolean {
  return error instanceof Refusal && !error.code.startsWith('sync.')
}
