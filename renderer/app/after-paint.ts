/** How long a window that is not seen, and so has no frames, is waited for; milliseconds. */
const latest = 100

/** Calls back once the next frame has been painted: what follows from an act must not delay the act. */
export function afterPaint(perform: () => void): void {
  let isDone = false
  const once = (): void => {
    if (isDone) return
    isDone = true
    clearTimeout(timer)
    perform()
  }
  const timer = setTimeout(once, latest)
  requestAnimationFrame(() => setTimeout(once))
}

/** The same to be waited for. */
export const painted = (): Promise<void> => new Promise((resolve) => afterPaint(resolve))
