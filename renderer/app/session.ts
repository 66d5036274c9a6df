import type { Failure } from '../../shared/contract/errors.ts'
import type { CommandInput } from '../../shared/contract/index.ts'
import type { ProjectInfo } from '../../shared/contract/project.ts'
import { showDialog } from './dialogs.ts'
import { act, ask, callApp, onEvent, run, showFailure } from './engine-client.ts'
import { text } from './i18n.ts'
import { clearQueryCache } from './query-cache.ts'
import { createStore, useStore } from './store.ts'
import { showTask } from './work.ts'
import { toast } from './toast.ts'
import { resetWorkspace } from './workspace.ts'
import { keepLayout, leaveLayout, restoreLayout } from './workspace-memory.ts'

/** What stands in the way of opening a project, with what is needed to try again. */
export interface OpenProblem {
  path: string
  failure: Failure
  /** It was to be opened for reading only. */
  readOnly: boolean
  password?: string
}

interface Session {
  project: ProjectInfo | null
  opening: string | null
  problem: OpenProblem | null
}

const store = createStore<Session>({ project: null, opening: null, problem: null })

export function useSession<T>(pick: (session: Session) => T): T {
  return useStore(store, pick)
}

export function subscribeSession(listener: () => void): () => void {
  return store.subscribe(listener)
}

export function currentProject(): ProjectInfo | null {
  return store.get().project
}

export function isProjectOpen(): boolean {
  return store.get().project !== null
}

/** Whether there is a project that may be changed: not on the start screen, not when read only. */
export function isProjectWritable(): boolean {
  return store.get().project?.readOnly === false
}

/** Also before a project is open, for views that may stand alone. */
export function useIsReadOnly(): boolean {
  return useStore(store, (session) => session.project?.readOnly === true)
}

/** The open project. Only below the workspace, which is shown when there is one. */
export function useProject(): ProjectInfo {
  const project = useStore(store, (session) => session.project)
  if (project === null) throw new Error('useProject is for views of an open project')
  return project
}

export async function createProject(args: {
  path: string
  title: string
  analyst: string
  password?: string
}): Promise<Failure | undefined> {
  const answer = await run('project.create', args)
  if (!answer.ok) return answer.error
  await enter(answer.value)
  return undefined
}

/** A project of one’s own from a partner’s bundle. */
export async function joinProject(
  args: CommandInput<'project.join'>,
): Promise<Failure | undefined> {
  const answer = await run('project.join', args)
  if (!answer.ok) return answer.error
  await enter(answer.value)
  return undefined
}

/** A project of one’s own from an invitation; answers when the host has decided. */
export async function joinLive(
  args: CommandInput<'project.joinLive'>,
): Promise<Failure | undefined> {
  const answer = await run('project.joinLive', args)
  if (!answer.ok) return answer.error
  await enter(answer.value)
  return undefined
}

/** The sample project as a file of one's own, at a place that the person chooses. */
export async function openSample(language: 'en' | 'nb'): Promise<void> {
  const path = await callApp('app.chooseSave', {
    title: text('start.openSample'),
    defaultName: `${text('start.sample.fileName')}.standpoint`,
    filters: [{ name: 'Standpoint', extensions: ['standpoint'] }],
  })
  if (path === null) return
  store.set((session) => ({ ...session, opening: path }))
  if (store.get().project !== null) await closeProject()
  const answer = await showTask(text('start.sample.making'), (task) =>
    run('project.createSample', { path, language, task }),
  )
  store.set((session) => ({ ...session, opening: null }))
  if (answer.ok) await enter(answer.value)
  else showFailure(answer.error)
}

export async function openProject(
  path: string,
  options: { password?: string; readOnly?: boolean } = {},
): Promise<void> {
  store.set((session) => ({ ...session, opening: path }))
  if (store.get().project !== null) await closeProject()
  const answer = await run('project.open', { path, ...options })
  store.set((session) => ({ ...session, opening: null }))
  if (answer.ok) await enter(answer.value)
  else
    store.set((session) => ({
      ...session,
      problem: { path, failure: answer.error, ...options, readOnly: options.readOnly === true },
    }))
}

/** Makes a damaged project anew from what can be read of it, and opens that. */
export async function repairAndOpen({ path, password }: OpenProblem): Promise<void> {
  const options = password === undefined ? {} : { password }
  dismissProblem()
  const done = await showTask(text('start.open.repairing'), (task) =>
    act('project.repair', { path, ...options, task }),
  )
  if (done === undefined) return
  await openProject(path, options)
  const count = done.unread.length
  toast({
    text: text('start.open.repaired'),
    ...(count === 0 ? {} : { hint: text('start.open.repairedLost', { count }) }),
  })
}

export async function chooseAndOpen(): Promise<void> {
  const path = await callApp('app.chooseOpen', {})
  if (path === null) return
  if (store.get().project === null) await openProject(path)
  else await callApp('app.openWindow', { path })
}

export function dismissProblem(): void {
  store.set((session) => ({ ...session, problem: null }))
}

export async function closeProject(): Promise<void> {
  await keepLayout()
  const answer = await run('project.close', {})
  if (!answer.ok && answer.error.code !== 'project.notOpen') showFailure(answer.error)
  leave()
}

function leave(): void {
  leaveLayout()
  store.set((session) => ({ ...session, project: null }))
  resetWorkspace()
  void callApp('app.setTitle', { title: text('app.name'), path: null })
}

async function enter(project: ProjectInfo): Promise<void> {
  resetWorkspace()
  clearQueryCache()
  restoreLayout(project.id)
  store.set({ project, opening: null, problem: null })
  await callApp('app.setTitle', { title: project.title, path: project.path })
  await callApp('app.noteRecent', { path: project.path, title: project.title })
  if (project.problems.length > 0) {
    toast({ text: text('app.engine.problems'), hint: project.problems.join(' · '), tone: 'error' })
  }
  if (project.cloudService !== null) {
    toast({
      text: text('meeting.cloud', { service: project.cloudService }),
      hint: text('meeting.cloudHint'),
      tone: 'error',
    })
  }
  if (project.isNewDevice && !project.readOnly) await askWhoWorks(project)
}

/** On a computer the project has not been on: who sits here. The only analyst need not be asked. */
async function askWhoWorks({ analysts }: ProjectInfo): Promise<void> {
  const [only] = analysts
  if (only !== undefined && analysts.length === 1) {
    await act('analysts.use', { analystId: only.id })
  } else showDialog({ type: 'whoWorks', isNewPlace: true })
}

async function refreshProject(): Promise<void> {
  if (store.get().project === null) return
  const answer = await ask('project.info', {})
  if (!answer.ok) return
  const before = store.get().project
  store.set((session) => ({ ...session, project: answer.value }))
  if (before?.title === answer.value.title) return
  const { path, title } = answer.value
  await callApp('app.setTitle', { title, path })
  await callApp('app.noteRecent', { path, title })
}

/** Follows what happens to the project from outside this window's own acts. Once per window. */
export function startSession(): void {
  onEvent('project.changed', (change) => {
    if (change.topics.includes('project')) void refreshProject()
  })
  onEvent('project.closed', () => {
    if (store.get().project !== null) leave()
  })
  onEvent('engine.stopped', () => void recover())
  onEvent('app.openRequest', ({ path }) => void openProject(path))
}

/** A new engine knows no project: open again the one that was open. */
async function recover(): Promise<void> {
  const project = store.get().project
  if (project === null) return
  const known = await ask('project.info', {})
  if (!known.ok) {
    const answer = await run('project.open', { path: project.path, readOnly: project.readOnly })
    if (!answer.ok) {
      leave()
      store.set((session) => ({
        ...session,
        problem: { path: project.path, failure: answer.error, readOnly: project.readOnly },
      }))
      return
    }
  }
  clearQueryCache()
  await refreshProject()
  toast({
    text: text('app.engine.restarted'),
    hint: text('app.engine.restartedHint'),
    tone: 'error',
  })
}
