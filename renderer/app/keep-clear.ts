import { createStore, useStore } from './store.ts'

/** The status bar and a little air: as low as messages come. */
const lowest = 38
const air = 8

const store = createStore({ bottom: lowest })
const bars = new Set<HTMLElement>()
const fields = new Set<HTMLElement>()
let messages: HTMLElement | null = null
const observer = new ResizeObserver(measure)

/**
 * Given as the `ref` of something with buttons at the lower edge of the window: as long as it is seen,
 * messages come up above it.
 */
export function keepClear(bar: HTMLElement | null): (() => void) | undefined {
  if (bar === null) return undefined
  if (bars.size === 0) observer.observe(document.documentElement)
  bars.add(bar)
  observer.observe(bar)
  return () => {
    bars.delete(bar)
    observer.unobserve(bar)
    if (bars.size === 0) observer.unobserve(document.documentElement)
    measure()
  }
}

/**
 * Given as the `ref` of what one writes in within something that scrolls: messages that would lie over it
 * come up above it.
 */
export function keepClearOfField(field: HTMLElement | null): (() => void) | undefined {
  if (field === null) return undefined
  if (fields.size === 0) document.addEventListener('scroll', measure, true)
  fields.add(field)
  // What stands above it in the same part moves it.
  const around = [field, ...(field.parentElement ? [field.parentElement] : [])]
  for (const part of around) observer.observe(part)
  return () => {
    fields.delete(field)
    for (const part of around) observer.unobserve(part)
    if (fields.size === 0) document.removeEventListener('scroll', measure, true)
    measure()
  }
}

/** Given as the `ref` of the messages themselves: how much room they take. */
export function placeMessages(section: HTMLElement | null): (() => void) | undefined {
  if (section === null) return undefined
  messages = section
  observer.observe(section)
  return () => {
    messages = null
    observer.unobserve(section)
  }
}

/** How far above the lower edge of the window messages begin, in pixels. */
export function useClearBottom(): number {
  return useStore(store, ({ bottom }) => bottom)
}

function measure(): void {
  const tops = [...bars].flatMap((bar) => {
    const { top, bottom, height } = bar.getBoundingClientRect()
    const isAtEdge = height > 0 && bottom > window.innerHeight - 2 * lowest
    return isAtEdge ? [window.innerHeight - top + air] : []
  })
  const bottom = aboveFields(Math.max(lowest, ...tops))
  if (bottom !== store.get().bottom) store.set({ bottom })
}

/** As low as messages can come without lying over a field; where there is no room above it, they do. */
function aboveFields(least: number): number {
  const room = messages?.getBoundingClientRect()
  if (room === undefined || room.height === 0) return least
  const rows = [...fields].map((field) => field.getBoundingClientRect())
  let bottom = least
  for (const { top, bottom: end, left, right } of rows.toSorted((a, b) => b.top - a.top)) {
    const lower = window.innerHeight - bottom
    const isUnder =
      top < lower && end > lower - room.height - air && left < room.right && right > room.left
    const above = window.innerHeight - top + air
    if (isUnder && above + room.height < window.innerHeight) bottom = above
  }
  return bottom
}
