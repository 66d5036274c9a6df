import { randomBytes } from 'node:crypto'
import type { Project } from '../../project/project.ts'
import type { PacketHead } from '../packet.ts'
import { bytesToState, stateToBytes, type KnownState } from '../known-state.ts'

/** The shared folder that is in use, as this device keeps it outside the log. */
export interface FolderSettings {
  /** The folder that was chosen; parts stand in one of its own inside. */
  path: string
  passphrase: string
}

/** The settings, if the folder is on: a copy of the file is another device, and asks anew (F1). */
export function folderInUse(project: Project): FolderSettings | null {
  const path = project.device.local('folder.path')
  const passphrase = project.device.local('folder.passphrase')
  if (path === null || passphrase === null) return null
  return project.device.local('folder.device') === project.device.id ? { path, passphrase } : null
}

export function takeFolder(project: Project, { path, passphrase }: FolderSettings): void {
  project.settleIn()
  project.db.transaction(() => {
    project.device.setLocal('folder.path', path)
    project.device.setLocal('folder.passphrase', passphrase)
    project.device.setLocal('folder.device', project.device.id)
  })()
}

/** Where the folder was stays known, as a proposal for the next time; the passphrase does not. */
export function leaveFolder(project: Project): void {
  const { db } = project
  const before = db.pragma('secure_delete', { simple: true })
  db.pragma('secure_delete = ON')
  db.exec(
    `DELETE FROM local WHERE key IN ('folder.passphrase', 'folder.device', 'folder.problems')`,
  )
  db.pragma(`secure_delete = ${before === 1 ? 'ON' : 'OFF'}`)
  project.settle()
}

/**
 * The file was put back to an earlier moment: it goes on as a device of its own (F7). Rows of the trail
 * that were not yet sent move to its stream, since what the folder has may have other ones by their numbers.
 */
export function goOnAsAnother(project: Project): void {
  const { db } = project
  const old = project.device.id
  const sent = storedOwnRow(project)?.state
  const trail = sent ? bytesToState(sent).trail : new Map<string, number>()
  const streams = db
    .prepare<[string, string], string>(
      `SELECT DISTINCT stream FROM main.activity WHERE stream = ? OR stream LIKE ? || '/%'`,
    )
    .pluck()
    .all(old, old)
  db.transaction(() => {
    project.device.setLocal('device', project.newId())
    project.device.setLocal('folder.device', project.device.id)
    for (const stream of streams) {
      const last = trail.get(stream) ?? 0
      db.prepare(
        'UPDATE main.activity SET stream = ?, number = number - ? WHERE stream = ? AND number > ?',
      ).run(project.device.id + stream.slice(old.length), last, stream, last)
    }
  })()
}

export function hasFolderTables({ db }: Project): boolean {
  return Number(db.pragma('user_version', { simple: true })) >= 4
}

/** What this device wrote; see migration 004. */
export interface OwnRow {
  device: string
  number: number
  salt: Buffer
  base_state: Uint8Array | null
  state: Uint8Array | null
  written: string | null
}

/** What this device wrote so far; a device that never did begins. */
export function ownRow(project: Project): OwnRow {
  const { db } = project
  const known = storedOwnRow(project)
  if (known && known.device === project.device.id) return known
  db.transaction(() => {
    db.exec('DELETE FROM folder_own; DELETE FROM folder_parts')
    db.prepare(`INSERT INTO folder_own (id, device, number, salt) VALUES (1, ?, 0, ?)`).run(
      project.device.id,
      randomBytes(16),
    )
  })()
  return ownRow(project)
}

export function storedOwnRow(project: Project): OwnRow | null {
  return (
    project.db
      .prepare<[], OwnRow>(
        'SELECT device, number, salt, base_state, state, written FROM folder_own',
      )
      .get() ?? null
  )
}

export interface OwnPart {
  first: number
  last: number
  bytes: number
}

export function ownParts(project: Project): OwnPart[] {
  return project.db
    .prepare<[], OwnPart>('SELECT first, last, bytes FROM folder_parts ORDER BY first')
    .all()
}

/** Gives the next number before the part is written, so that none is ever given to two (F3). */
export function giveNumber(project: Project, number: number): void {
  project.db.prepare('UPDATE folder_own SET number = ?').run(number)
}

/** A part stands in the folder under its name. */
export function noteOwnPart(project: Project, part: OwnPart, state: KnownState): void {
  const bytes = stateToBytes(state)
  project.db.transaction(() => {
    project.db
      .prepare('DELETE FROM folder_parts WHERE first >= ? AND last <= ?')
      .run(part.first, part.last)
    project.db
      .prepare('INSERT INTO folder_parts VALUES (?, ?, ?)')
      .run(part.first, part.last, part.bytes)
    project.db.prepare('UPDATE folder_own SET state = ?, written = ?').run(bytes, project.now())
    if (part.first === 1) project.db.prepare('UPDATE folder_own SET base_state = ?').run(bytes)
  })()
}

/** Another device of the folder; see migration 004. */
export interface DeviceRow {
  device: string
  analyst_id: string
  name: string
  received: number
  written: string | null
  taken: string | null
  waits_for: number | null
  waits_since: string | null
}

export function deviceRows(project: Project): DeviceRow[] {
  return project.db
    .prepare<[], DeviceRow>(
      `SELECT device, analyst_id, name, received, written, taken, waits_for, waits_since
       FROM folder_devices ORDER BY name, device`,
    )
    .all()
}

/** What the others of the folder held when their last part was received. */
export function statesInFolder(project: Project): KnownState[] {
  return project.db
    .prepare<[], Uint8Array>('SELECT state FROM folder_devices WHERE state IS NOT NULL')
    .pluck()
    .all()
    .map(bytesToState)
}

/** To be called in the transaction that takes the part in. */
export function noteTaken(project: Project, head: PacketHead): void {
  const { part, device, analyst, name, time, state } = head
  if (!part) return
  project.db
    .prepare(
      `INSERT INTO folder_devices (device, analyst_id, name, received, written, taken, state)
       VALUES (@device, @analyst, @name, @received, @time, @now, @state)
       ON CONFLICT (device) DO UPDATE SET analyst_id = @analyst, name = @name,
         received = @received, written = @time, taken = @now, state = @state`,
    )
    .run({
      device,
      analyst,
      name,
      time,
      received: part.last,
      now: project.now(),
      state: stateToBytes(state),
    })
}

/** What is waited for of a device, or that nothing is; true if that is new. */
export function noteWaiting(
  project: Project,
  head: Pick<PacketHead, 'device' | 'analyst' | 'name'>,
  number: number | null,
): boolean {
  const { device, analyst, name } = head
  const known = project.db
    .prepare<[string], number | null>('SELECT waits_for FROM folder_devices WHERE device = ?')
    .pluck()
    .get(device)
  if ((known ?? null) === number) return false
  project.db
    .prepare(
      `INSERT INTO folder_devices (device, analyst_id, name, waits_for, waits_since)
       VALUES (@device, @analyst, @name, @number, @since)
       ON CONFLICT (device) DO UPDATE SET waits_for = @number, waits_since = @since`,
    )
    .run({ device, analyst, name, number, since: number === null ? null : project.now() })
  return true
}

/** Everything of a device is received once more, from its first part on. */
export function receiveAnew(project: Project, device: string): void {
  project.db.prepare('UPDATE folder_devices SET received = 0 WHERE device = ?').run(device)
}
