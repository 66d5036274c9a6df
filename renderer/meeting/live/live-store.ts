import type { LivePerson, LiveStatus } from '../../../shared/contract/live.ts'
import { ask, onEvent, run } from '../../app/engine-client.ts'
import { createStore, useStore } from '../../app/store.ts'
import { openView } from '../../app/workspace.ts'

interface LiveState {
  status: LiveStatus | null
  /** The device of whom one follows. */
  following: string | null
}

const store = createStore<LiveState>({ status: null, following: null })

export function useLive(): LiveStatus | null {
  return useStore(store, (state) => state.status)
}

export function useFollowed(): LivePerson | null {
  return useStore(store, followed)
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
      showWhereTheyRead()
    }),
  ]
  void ask('live.status', {}).then((answer) => {
    if (answer.ok) setLive(answer.value)
  })
  return () => {
    for (const stop of stops) stop()
    store.set({ status: null, following: null })
  }
}

export function follow(device: string): void {
  store.set((state) => ({ ...state, following: device }))
  showWhereTheyRead()
}

export function stopFollowing(): void {
  if (store.get().following !== null) store.set((state) => ({ ...state, following: null }))
}

function followed({ status, following }: LiveState): LivePerson | null {
  return status?.people.find(({ device }) => device === following) ?? null
}

let shown = ''

function showWhereTheyRead(): void {
  const person = followed(store.get())
  if (person === null || person.sourceId === null) return
  const at = person.start ?? person.top ?? 0
  const place = `${person.sourceId} ${at}`
  if (place === shown) return
  shown = place
  openView({ type: 'source', id: person.sourceId, at: { start: at, end: at } })
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
  if (text === told) return
  clearTimeout(timer)
  timer = setTimeout(() => {
    told = text
    void run('live.show', where)
  }, 100)
}
