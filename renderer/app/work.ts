import { createStore, useStore } from './store.ts'

interface Work {
  id: number
  label: string
}

const store = createStore<{ items: Work[] }>({ items: [] })
let lastId = 0

/** Says in the status bar what goes on until it is done, such as “Backing up …”. */
export async function showWork<T>(label: string, work: Promise<T>): Promise<T> {
  lastId += 1
  const item: Work = { id: lastId, label }
  store.set(({ items }) => ({ items: [...items, item] }))
  try {
    return await work
  } finally {
    store.set(({ items }) => ({ items: items.filter(({ id }) => id !== item.id) }))
  }
}

/** What goes on, the latest of it; undefined when nothing does. */
export function useWork(): string | undefined {
  return useStore(store, ({ items }) => items.at(-1)?.label)
}
