import { createStore, useStore } from './store.ts'

export interface ToastContent {
  text: string
  tone?: 'info' | 'error'
  hint?: string
  action?: { label: string; perform: () => void }
  /** Its action takes back the latest command, so it goes when another one comes. */
  aboutLatest?: boolean
}

export interface Toast extends ToastContent {
  id: number
}

const store = createStore<{ items: Toast[] }>({ items: [] })
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let lastId = 0

/** Shows a short message; errors and messages with an action stay longer. */
export function toast(content: ToastContent): void {
  lastId += 1
  const item: Toast = { ...content, id: lastId }
  store.set(({ items }) => {
    const others = items.filter((other) => other.text !== item.text)
    return { items: [...others, item].slice(-3) }
  })
  startTimer(item)
}

export function dismissToast(id: number): void {
  stopTimer(id)
  store.set(({ items }) => ({ items: items.filter((item) => item.id !== id) }))
}

/** Another command has come: what offered to take back the one before no longer can. */
export function dismissOutdated(): void {
  for (const item of store.get().items) if (item.aboutLatest) dismissToast(item.id)
}

/** While the pointer or the focus rests on it, a toast stays. */
export function holdToast(id: number): void {
  stopTimer(id)
}

export function releaseToast(item: Toast): void {
  startTimer(item)
}

export function useToasts(): Toast[] {
  return useStore(store, (value) => value.items)
}

function startTimer(item: Toast): void {
  stopTimer(item.id)
  const seconds = item.tone === 'error' ? 14 : item.action === undefined ? 4 : 9
  timers.set(
    item.id,
    setTimeout(() => dismissToast(item.id), seconds * 1000),
  )
}

function stopTimer(id: number): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
}
