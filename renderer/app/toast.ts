import { createStore, useStore } from './store.ts'

interface ToastAction {
  label: string
  perform: () => void
}

export interface ToastContent {
  text: string
  tone?: 'info' | 'error'
  hint?: string
  action?: ToastAction
  /** Messages about the same make one. */
  topic?: 'merge'
  /** Its action takes back the latest command, so it goes when another one comes. */
  aboutLatest?: boolean
}

export interface Toast extends ToastContent {
  id: number
  /** Of what it was made one with. */
  otherAction?: ToastAction
}

const store = createStore<{ items: Toast[] }>({ items: [] })
const timers = new Map<number, ReturnType<typeof setTimeout>>()
let lastId = 0

/** Shows a short message; errors and messages with an action stay longer. */
export function toast(content: ToastContent): void {
  lastId += 1
  const shown = store.get().items
  const same = shown.find(({ topic }) => topic !== undefined && topic === content.topic)
  const item = { ...(same ? together(same, content) : content), id: lastId }
  const others = shown.filter((other) => other !== same && other.text !== item.text)
  store.set(() => ({ items: [...others, item].slice(-3) }))
  startTimer(item)
}

/** What can be taken back leads, and says the other thing below; else the later takes the place. */
function together(before: Toast, after: ToastContent): Omit<Toast, 'id'> {
  if (before.aboutLatest === after.aboutLatest) return after
  const [lead, other] = before.aboutLatest ? [before, after] : [after, before]
  const hint = [other.text, other.hint].filter((words) => words !== undefined).join('. ')
  return { ...lead, hint, ...(other.action && { otherAction: other.action }) }
}

/** What it says is in sight now. */
export function dismissTopic(topic: Toast['topic']): void {
  for (const item of store.get().items) if (item.topic === topic) dismissToast(item.id)
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
