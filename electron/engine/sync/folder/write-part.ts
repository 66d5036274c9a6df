import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { Project } from '../../project/project.ts'
import { messageOf, Refusal } from '../../refusal.ts'
import { bytesToState, isSameState, knownState, type KnownState } from '../known-state.ts'
import { makePacket } from '../make-packet.ts'
import { writePacket } from '../packet-file.ts'
import type { PartMark } from '../packet.ts'
import {
  giveNumber,
  noteOwnPart,
  ownParts,
  ownRow,
  statesInFolder,
  type OwnPart,
  type OwnRow,
} from './folder-store.ts'
import type { FolderLook, Found, FoundPart } from './look.ts'

/** Small parts that gather before one replaces them. */
const mostSmallParts = 24
/** A project smaller than this, in bytes as written, is rather written whole again. */
const smallProject = 512 * 1024

/** What is to be written next: from which number on, what may be taken to be known, and what there is. */
interface Plan {
  now: KnownState
  first: number
  last: number
  since: KnownState | undefined
}

/**
 * Writes what is new here as the next part of this device, if anything is, or if parts it wrote are not
 * there any more; removes the ones that it replaces. True if a part was written.
 */
export function writeOwnPart(
  project: Project,
  folder: string,
  found: Found,
  look: FolderLook,
): boolean {
  const own = ownRow(project)
  const plan = planned(project, own, found)
  if (!plan) return false
  // First of all the number is taken: if we are killed now, nobody else's part ever has it.
  giveNumber(project, plan.last)
  const { device } = own
  const { first, last } = plan
  const mark: PartMark = { first, last }
  const packet = makePacket(project, plan.since, mark, plan.now)
  const name = `${device}-${String(last).padStart(6, '0')}`
  const path = freePath(folder, name)
  const writing = join(folder, `.${name}.writing`)
  try {
    removeLeftovers(folder, device)
    const bytes = writePacket(writing, packet, look.seal(own.salt))
    renameSync(writing, path)
    syncFolder(folder)
    noteOwnPart(project, { first, last, bytes }, packet.head.state)
  } catch (error) {
    removeQuietly(writing)
    if (error instanceof Refusal || !(error instanceof Error && 'code' in error)) throw error
    throw new Refusal('file.notWritable', { path: folder, problem: messageOf(error) })
  }
  for (const old of found.parts) if (isReplaced(old, device, mark)) removeQuietly(old.path)
  return true
}

/**
 * Whether the folder has parts of this device that it does not remember: its file was put back to an
 * earlier moment. It must go on under another name, or two different things would have one (S1, F7).
 */
export function isSetBack(project: Project, found: Found): boolean {
  const own = ownRow(project)
  return found.parts.some(({ device, part }) => device === own.device && part.last > own.number)
}

/** Own parts that stand in the folder as they were written. */
function ownPartsFound(device: string, parts: readonly OwnPart[], found: Found): OwnPart[] {
  return parts.filter(({ first, last, bytes }) =>
    found.parts.some(
      (each) =>
        each.device === device &&
        each.part.first === first &&
        each.part.last === last &&
        each.bytes === bytes,
    ),
  )
}

function planned(project: Project, own: OwnRow, found: Found): Plan | null {
  const parts = ownParts(project)
  const inFolder = ownPartsFound(own.device, parts, found)
  const now = knownState(project)
  const state = own.state ? bytesToState(own.state) : null
  // Everything, standing for all that was written before.
  const next = { now, first: 1, last: own.number + 1, since: undefined }
  const [base, ...tail] = parts
  if (!state || !base || !own.base_state) return next
  // What was undone is not to be built upon, what was withdrawn must not stay in the folder.
  if (isBehind(now, state)) return next
  if (inFolder[0]?.first !== 1) return next
  const sinceBase = { ...next, first: base.last + 1, since: bytesToState(own.base_state) }
  if (inFolder.length < parts.length) return sinceBase
  const confirmed = (tail.at(-1) ?? base).last
  if (confirmed < own.number) return { ...next, first: confirmed + 1, since: state }
  const others = statesInFolder(project)
  if (!isNews(now, [state, ...others])) return null
  if (tail.length >= mostSmallParts) return isBaseToBeReplaced(base, tail) ? next : sinceBase
  return { ...next, first: next.last, since: withoutOriginalsOf(state, others) }
}

function isBaseToBeReplaced(base: OwnPart, tail: readonly OwnPart[]): boolean {
  const bytes = tail.reduce((sum, part) => sum + part.bytes, 0)
  return base.bytes < smallProject || bytes > base.bytes
}

/** Whether this copy no longer has what it once wrote, as when a merge was undone or a source withdrawn. */
function isBehind(now: KnownState, then: KnownState): boolean {
  for (const [name, { vector }] of then.documents) {
    const present = now.documents.get(name)
    if (!present) return true
    if (Buffer.compare(present.vector, vector) === 0) continue
    const clocks = Y.decodeStateVector(present.vector)
    for (const [client, clock] of Y.decodeStateVector(vector))
      if ((clocks.get(client) ?? 0) < clock) return true
  }
  return false
}

/** Whether there is something that none of the given states has: what the folder brought is no news. */
function isNews(now: KnownState, known: readonly KnownState[]): boolean {
  for (const [name, held] of now.documents)
    if (!known.some((each) => isSameState(each.documents.get(name), held))) return true
  for (const [stream, last] of now.trail)
    if (!known.some((each) => (each.trail.get(stream) ?? 0) >= last)) return true
  return [...now.originals].some((hash) => !known.some((each) => each.originals.has(hash)))
}

/** Originals are large; those that another device's parts brought are not written again. */
function withoutOriginalsOf(state: KnownState, others: readonly KnownState[]): KnownState {
  const originals = new Set([state, ...others].flatMap((each) => [...each.originals]))
  return { ...state, originals }
}

function isReplaced(old: FoundPart, device: string, by: PartMark): boolean {
  return old.device === device && old.part.first >= by.first && old.part.last <= by.last
}

function freePath(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? `${name}.part` : `${name}-${number}.part`)
    if (!existsSync(path)) return path
  }
}

/** What this device began to write when it was interrupted. */
function removeLeftovers(folder: string, device: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith(`.${device}-`) && name.endsWith('.writing'))
      removeQuietly(join(folder, name))
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // It is in use; the next part that replaces it removes it.
  }
}

/** Brings the new name to the disk, where the system can do that for folders. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  } catch {
    // Windows and some network drives cannot; they write names at once.
  }
}
