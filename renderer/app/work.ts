import { useEffect } from 'react'
import { onEvent, run, showFailure } from './engine-client.ts'
import { createStore, useStore } from './store.ts'

interface Work {
  id: number
  label: string
  /** By which it can be stopped; null where nothing can. */
  task: string | null
  /** How much of it is done, 0 to 1; null when nobody can say. */
  share: number | null
  isStopping: boolean
  /** It is at a last step, which is done whole: it can no longer be stopped. */
  isLast: boolean
}

const begun = { share: null, isStopping: false, isLast: false }
const store = createStore<{ items: Work[] }>({ items: [] })
let lastId = 0

/** Says in the status bar what goes on until it is done, such as “Encrypting …”. */
export function showWork<T>(label: string, work: Promise<T>): Promise<T> {
  lastId += 1
  return shown({ id: lastId, label, ...begun, task: null }, work)
}

/** The same for work that can be stopped: `begin` hands its name to the command. */
export function showTask<T>(label: string, begin: (task: string) => Promise<T>): Promise<T> {
  lastId += 1
  const task = `work-${lastId}`
  return shown({ id: lastId, label, ...begun, task }, begin(task))
}

/** So long, in milliseconds, something may take before the status bar speaks of it. */
const worthTelling = 400

/** Says in the status bar what is asked under this name, once it takes its time, while `isGoing`. */
export function useTaskShown(label: string, task: string, isGoing: boolean): void {
  useEffect(() => {
    if (!isGoing) return
    lastId += 1
    const item = { id: lastId, label, ...begun, task }
    const timer = setTimeout(() => add(item), worthTelling)
    return () => {
      clearTimeout(timer)
      remove(item)
    }
  }, [label, task, isGoing])
}

async function shown<T>(item: Work, work: Promise<T>): Promise<T> {
  add(item)
  try {
    return await work
  } finally {
    remove(item)
  }
}

function add(item: Work): void {
  store.set(({ items }) => ({ items: [...items, item] }))
}

function remove({ id: gone }: Work): void {
  store.set(({ items }) => ({ items: items.filter(({ id }) => id !== gone) }))
}

export async function stopWork(task: string): Promise<void> {
  change(task, { isStopping: true })
  const answer = await run('tasks.cancel', { task })
  if (!answer.ok) showFailure(answer.error)
}

/** What goes on, the latest of it; undefined when nothing does. */
export function useWork(): Work | undefined {
  return useStore(store, ({ items }) => items.at(-1))
}

/** Follows how far tasks have come. Once per window. */
export function startWork(): void {
  onEvent('task.progress', ({ task, done, total, mayStop }) =>
    change(task, {
      share: total === 0 ? null : done / total,
      ...(mayStop ? {} : { isLast: true, isStopping: false }),
    }),
  )
}

function change(task: string, wanted: Partial<Work>): void {
  store.set(({ items }) => ({
    items: items.map((item) => (item.task === task ? { ...item, ...wanted } : item)),
  }))
}
