import { createStore, useStore } from './store.ts'

/** The status bar and a little air: as low as messages come. */
const lowest = 38
const air = 8

const store = createStore({ bottom: lowest })
const bars = new Set<HTMLElement>()
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
  const bottom = Math.max(lowest, ...tops)
  if (bottom !== store.get().bottom) store.set({ bottom })
}
