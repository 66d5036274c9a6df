import type { LivePerson, LiveStatus } from '../../../shared/contract/live.ts'
import { ask, onEvent, run } from '../../app/engine-client.ts'
import { createStore, useStore } from '../../app/store.ts'
import { viewKey, type View } from '../../app/views.ts'
import { frontView, openView, workspaceStore } from '../../app/workspace.ts'

interface LiveState {
  status: LiveStatus | null
  /** Whom one follows; they may be gone. */
  following: Pick<LivePerson, 'device' | 'name'> | null
}

const store = createStore<LiveState>({ status: null, following: null })

export function useLive(): LiveStatus | null {
  return useStore(store, (state) => state.status)
}

export function useFollowed(): LivePerson | null {
  return useStore(store, followed)
}

/** The name of somebody one followed who is no longer here; null when nobody is missed. */
export function useMissed(): string | null {
  return useStore(store, (state) =>
    state.following !== null && followed(state) === null ? state.following.name : null,
  )
}

/** Who reads in this source at the moment, besides oneself. */
export function useReadersOf(sourceId: string): readonly LivePerson[] {
  const status = useLive()
  return status?.people.filter((person) => person.sourceId === sourceId) ?? []
}

/** Who is here at the moment, besides oneself. */
export function livePeople(): readonly LivePerson[] {
  return store.get().status?.people ?? []
}

export function isLive(): boolean {
  return (store.get().status?.role ?? 'none') !== 'none'
}

export function setLive(status: LiveStatus): void {
  // A session that begins knows nothing of what the one before was told.
  if (status.role === 'none') told = ''
  store.set((state) => ({ ...state, status }))
}

/** Keeps the status of the session of the open project; ends when what it gives is called. */
export function watchLive(): () => void {
  const stops = [
    onEvent('live.changed', setLive),
    onEvent('live.presence', ({ people }) => {
      store.set((state) => ({
        ...state,
        status: state.status === null ? null : { ...state.status, people },
      }))
      showWhereTheyAre()
    }),
    workspaceStore.subscribe(endWhenElsewhere),
  ]
  void ask('live.status', {}).then((answer) => {
    if (answer.ok) setLive(answer.value)
  })
  return () => {
    for (const stop of stops) stop()
    store.set({ status: null, following: null })
  }
}

export function follow({ device, name }: LivePerson): void {
  shown = null
  store.set((state) => ({ ...state, following: { device, name } }))
  showWhereTheyAre()
}

export function stopFollowing(): void {
  if (store.get().following !== null) store.set((state) => ({ ...state, following: null }))
}

function followed({ status, following }: LiveState): LivePerson | null {
  return status?.people.find(({ device }) => device === following?.device) ?? null
}

/** About what a window shows of a text, in UTF-16 code units. */
const windowful = 2000

/** The place to show to whoever follows: what is selected while it can be seen, else where they read. */
export function placeOf({ start, top }: Pick<LivePerson, 'start' | 'top'>): number {
  if (top === null) return start ?? 0
  return start !== null && start >= top && start < top + windowful ? start : top
}

/** What following has put in front, with the place in it. */
let shown: { view: View; at: number } | null = null

function showWhereTheyAre(): void {
  const person = followed(store.get())
  if (person === null) return
  const { sourceId, memo } = person
  if (sourceId !== null) {
    const at = placeOf(person)
    show({ type: 'source', id: sourceId, at: { start: at, end: at } }, at)
  } else if (memo !== null) show({ type: 'memo', id: memo.id }, 0)
}

function show(view: View, at: number): void {
  if (shown !== null && shown.at === at && isSame(shown.view, view)) return
  shown = { view, at }
  openView(view)
}

/** Whoever opens another page themselves wants to be there. */
function endWhenElsewhere(): void {
  if (store.get().following === null || shown === null) return
  const front = frontView(workspaceStore.get())
  if (front === undefined || !isSame(front, shown.view)) stopFollowing()
}

function isSame(a: View, b: View): boolean {
  return viewKey(a) === viewKey(b)
}

let told = ''
let timer: ReturnType<typeof setTimeout> | undefined

/** Tells the others where one reads, a few times a second at most. */
export function tellWhere(
  sourceId: string | null,
  place: { start: number | null; end: number | null; top: number | null },
  memo: LivePerson['memo'] = null,
): void {
  if (!isLive()) return
  const where = { sourceId, ...place, memo }
  const text = JSON.stringify(where)
  // What waits to be told is no longer so, even if one is back where one was.
  clearTimeout(timer)
  if (text === told) return
  timer = setTimeout(() => {
    told = text
    void run('live.show', where)
  }, 100)
}
