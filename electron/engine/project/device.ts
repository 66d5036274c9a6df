import type { Database } from 'better-sqlite3'

/**
 * What holds for this copy of the project on this machine alone: its name as a device, who sits at
 * it, and whatever else is remembered here and never sent (`local`).
 */
export class Device {
  /** Where the file was found, and its new name as a device, until they are written with a change. */
  arriving: { place: string; device?: string } | null = null
  readonly #db: () => Database

  /** `db` answers the connection of now: a project may go on in another file. */
  constructor(db: () => Database) {
    this.#db = db
  }

  get id(): string {
    return this.arriving?.device ?? this.local('device') ?? 'unknown'
  }

  /** Whether the file was copied or moved here, and nobody has said yet who works here. */
  get isNew(): boolean {
    return this.arriving?.device !== undefined || this.local('isNewDevice') !== null
  }

  /** The analyst who sits here. */
  get analystId(): string {
    return this.local('analyst') ?? ''
  }

  /** The round this device is in from now on. Not a change of the project. */
  enterRound(roundId: string | null): void {
    if (roundId === null) this.forget('round')
    else this.setLocal('round', roundId)
  }

  local(key: string): string | null {
    const value = this.#db()
      .prepare<[string], string>('SELECT value FROM local WHERE key = ?')
      .pluck()
      .get(key)
    return value ?? null
  }

  setLocal(key: string, value: string): void {
    this.#db().prepare('INSERT OR REPLACE INTO local VALUES (?, ?)').run(key, value)
  }

  forget(key: string): void {
    this.#db().prepare('DELETE FROM local WHERE key = ?').run(key)
  }

  /** Writes where the file was found, within a transaction. */
  arrive(): void {
    if (!this.arriving) return
    const { place, device } = this.arriving
    this.setLocal('place', place)
    if (device !== undefined) {
      this.setLocal('device', device)
      this.setLocal('isNewDevice', 'yes')
    }
    this.arriving = null
  }
}
