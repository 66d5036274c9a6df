import { watch, type FSWatcher } from 'node:fs'
import type { FolderProblem, FolderStatus } from '../../../../shared/contract/folder.ts'
import type { Project } from '../../project/project.ts'
import { messageOf, Refusal, refusalToFailure } from '../../refusal.ts'
import {
  deviceRows,
  folderInUse,
  goOnAsAnother,
  hasFolderTables,
  leaveFolder,
  storedOwnRow,
  takeFolder,
  type FolderSettings,
} from './folder-store.ts'
import { partsFolder, prepareFolder, projectId } from './folder-place.ts'
import { FolderLook, type Found } from './look.ts'
import { takeParts, type Taken } from './take-parts.ts'
import { isSetBack, writeOwnPart } from './write-part.ts'

/** Watching tells of most changes at once; on network drives it may not, and they are seen in a while. */
const lookEvery = 15_000
/** After something moved in the folder: files come in several steps. */
const restAfterMove = 300
/** After a change here: what is done in one go should stand in one part. */
const restAfterChange = 2_500
/** What an exchange on its own takes from commands that wait; in milliseconds. */
const longestTurn = 400
/** What it rests after that, as a multiple of what it took: thousands of texts must not slow down work. */
const restOfTurns = 10
/** A folder on a drive that does not answer is taken for gone. */
const longestLook = 20_000
/** So long closing a project waits for the folder. */
const longestFarewell = 3_000

/** Carries out work in the queue of commands. */
export type Enqueue = (work: () => Promise<void>) => Promise<void>

/**
 * Meeting through a shared folder, of the project that is open: looks at the folder when it moves and
 * now and then, receives what others wrote, writes what is new here. Nothing is done while it is off.
 */
export class FolderMeeting {
  readonly #enqueue: Enqueue
  readonly #changed: () => void
  #project: Project | null = null
  #look: FolderLook | null = null
  #timers: NodeJS.Timeout[] = []
  #soon: NodeJS.Timeout | null = null
  #soonAt = Infinity
  #watcher: FSWatcher | null = null
  #isBusy = false
  #isAgain = false
  #isUnsent = false
  #exchanges = 0
  /** Milliseconds that turns take; one in which nothing moved says little of the next. */
  #took = 0
  #last: string | null = null

  constructor(enqueue: Enqueue, changed: () => void) {
    this.#enqueue = enqueue
    this.#changed = changed
  }

  /** Begins with a project that was opened to write; does nothing while its folder is off. */
  start(project: Project): void {
    this.stop()
    this.#project = project
    const settings = folderInUse(project)
    if (!settings) return
    this.#look = new FolderLook(
      settings.path,
      partsFolder(project, settings.path),
      projectId(project),
      settings.passphrase,
    )
    this.#timers = [setInterval(() => this.#exchangeSoon(0), lookEvery).unref()]
    this.#exchangeSoon(restAfterMove)
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers = []
    this.#forgetSoon()
    this.#watcher?.close()
    this.#watcher = null
    this.#look = null
    this.#project = null
    this.#isAgain = false
    this.#took = 0
  }

  /** The project changed. */
  noticed(): void {
    if (!this.#look) return
    this.#isUnsent = true
    this.#exchangeAfter(restAfterChange)
  }

  /** Before the project is closed: what was done last goes to the others as well, if the folder is there. */
  async finish(): Promise<void> {
    const project = this.#project
    if (!project || !this.#look || !this.#isUnsent) return
    try {
      const found = await this.#found(longestFarewell)
      if (found) await this.#carryOut(project, found, 0)
    } catch {
      // It goes with the next exchange; the project has it.
    }
  }

  /** Turns the folder on, and exchanges at once. Refuses a folder that other passphrases closed. */
  async use(project: Project, { path, passphrase }: FolderSettings): Promise<FolderStatus> {
    prepareFolder(project, path)
    const folder = partsFolder(project, path)
    const found = await new FolderLook(path, folder, projectId(project), passphrase).look()
    if (found.parts.length === 0 && found.closed > 0)
      throw new Refusal('sync.wrongPassphrase', { path: folder })
    takeFolder(project, { path, passphrase })
    this.start(project)
    return this.exchange(project)
  }

  leave(project: Project): void {
    leaveFolder(project)
    this.start(project)
    this.#changed()
  }

  /** Exchanges now, to the end. Inside the queue of commands. */
  async exchange(project: Project): Promise<FolderStatus> {
    if (!folderInUse(project)) throw new Refusal('folder.isOff')
    if (!this.#look) this.start(project)
    this.#look?.forgetIncomplete()
    try {
      const found = await this.#found()
      if (found) await this.#carryOut(project, found, Infinity)
    } catch (error) {
      this.#note(project, [problemOf(error)])
      throw error
    } finally {
      this.#changed()
    }
    return this.status(project)
  }

  status(project: Project): FolderStatus {
    const settings = folderInUse(project)
    // A file of an older format that is only looked at has never met in a folder.
    const isKept = hasFolderTables(project)
    const own = isKept ? storedOwnRow(project) : null
    const rows = isKept ? deviceRows(project) : []
    const stored = project.device.local('folder.problems')
    return {
      on: settings !== null,
      path: project.device.local('folder.path'),
      exchanged: this.#last,
      written: own?.device === project.device.id ? own.written : null,
      devices: rows.map((row) => ({
        device: row.device,
        analystId: row.analyst_id,
        analyst: row.name,
        number: row.received,
        written: row.written,
        received: row.taken,
      })),
      waitsFor: settings
        ? rows.flatMap((row) =>
            row.waits_for === null
              ? []
              : [
                  {
                    device: row.device,
                    analystId: row.analyst_id,
                    analyst: row.name,
                    number: row.waits_for,
                    since: row.waits_since ?? '',
                  },
                ],
          )
        : [],
      problems: settings && stored !== null ? (JSON.parse(stored) as FolderProblem[]) : [],
    }
  }

  /** After a rest that is as long as it must be, and longer where a turn takes long. */
  #exchangeAfter(rest: number): void {
    this.#exchangeSoon(Math.max(rest, Math.min(this.#took * restOfTurns, lookEvery)))
  }

  /** What fell due while a turn was going on rests after it as well. */
  #putOff(): void {
    if (!this.#soon) return
    const rest = this.#soonAt - performance.now()
    this.#forgetSoon()
    this.#exchangeAfter(rest)
  }

  #forgetSoon(): void {
    if (this.#soon) clearTimeout(this.#soon)
    this.#soon = null
    this.#soonAt = Infinity
  }

  #exchangeSoon(milliseconds: number): void {
    const at = performance.now() + milliseconds
    // What is due earlier stays due: typing on must not put it off for ever.
    if (this.#soon && this.#soonAt <= at) return
    this.#forgetSoon()
    this.#soonAt = at
    this.#soon = setTimeout(() => {
      this.#forgetSoon()
      void this.#exchangeOnItsOwn()
    }, milliseconds).unref()
  }

  /** Looks outside of the queue, so that a drive that does not answer holds up no command. */
  async #exchangeOnItsOwn(): Promise<void> {
    if (this.#isBusy) {
      this.#isAgain = true
      return
    }
    const project = this.#project
    if (!project) return
    this.#isBusy = true
    const exchanges = this.#exchanges
    try {
      const found = await this.#found().catch((error: unknown) => error)
      await this.#enqueue(() => this.#turn(project, found, exchanges === this.#exchanges))
    } finally {
      this.#isBusy = false
      if (this.#isAgain) this.#exchangeAfter(restAfterMove)
      this.#isAgain = false
    }
  }

  /** One turn in the queue with what was found before it; what went wrong is noted, not thrown. */
  async #turn(project: Project, found: unknown, isFresh: boolean): Promise<void> {
    if (this.#project !== project || !project.db.open || !folderInUse(project)) return
    let isNews = false
    try {
      if (!isFound(found)) throw found
      // A command has exchanged meanwhile: what was seen before it is old.
      const seen = isFresh ? found : await this.#found()
      if (seen && this.#project === project)
        isNews = await this.#carryOut(project, seen, longestTurn)
    } catch (error) {
      isNews = project.db.open && this.#note(project, [problemOf(error)])
    }
    if (isNews) this.#changed()
  }

  async #found(longest = longestLook): Promise<Found | null> {
    const look = this.#look
    if (!look) return null
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, refuse) => {
      timer = setTimeout(() => refuse(new Refusal('folder.gone', { path: look.folder })), longest)
    })
    try {
      const found = await Promise.race([look.look(), tooLate])
      this.#watch(look.folder)
      return found
    } catch (error) {
      this.#watcher?.close()
      this.#watcher = null
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** True if there is something to tell. */
  async #carryOut(project: Project, found: Found, milliseconds: number): Promise<boolean> {
    const look = this.#look
    if (!look) return false
    const began = performance.now()
    this.#exchanges += 1
    if (isSetBack(project, found)) goOnAsAnother(project)
    const taken = await takeParts(project, found, look, milliseconds)
    if (!project.db.open) return false
    if (taken.isMore) this.#exchangeSoon(0)
    else this.#isUnsent = false
    const isWritten =
      (!taken.isMore || milliseconds === 0) && writeOwnPart(project, look.folder, found, look)
    this.#last = project.now()
    this.#took = Math.max(performance.now() - began, this.#took / 2)
    if (!taken.isMore) this.#putOff()
    const isNote = this.#note(project, problemsOf(found, taken))
    return isNote || isWritten || taken.isNews || taken.parts > 0
  }

  /** True if the problems are others than before. */
  #note(project: Project, problems: FolderProblem[]): boolean {
    const json = JSON.stringify(problems)
    if ((project.device.local('folder.problems') ?? '[]') === json) return false
    project.device.setLocal('folder.problems', json)
    return true
  }

  #watch(folder: string): void {
    if (this.#watcher) return
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#exchangeAfter(restAfterMove))
      watcher.on('error', () => {
        watcher.close()
        if (this.#watcher === watcher) this.#watcher = null
      })
      this.#watcher = watcher
    } catch {
      // Not every drive can be watched; it is looked at now and then all the same.
    }
  }
}

function isFound(found: unknown): found is Found | null {
  return found === null || (typeof found === 'object' && 'parts' in found)
}

function problemsOf(found: Found, { incomplete }: Taken): FolderProblem[] {
  const counted = [
    { code: 'folder.closedFiles', count: found.closed },
    { code: 'folder.foreignFiles', count: found.foreign },
    { code: 'folder.newerFiles', count: found.newer },
    { code: 'folder.incompleteFiles', count: found.incomplete + incomplete },
  ] as const
  const problems: FolderProblem[] = counted
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => ({ code, details: { count } }))
  if (found.unreadable > 0)
    problems.push({
      code: 'file.notReadable',
      details: { path: found.path, problem: found.problem },
    })
  return problems
}

function problemOf(error: unknown): FolderProblem {
  const { code, details } = refusalToFailure(error)
  return { code, details: details ?? { problem: messageOf(error) } }
}
