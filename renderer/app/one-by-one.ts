/**
 * For acts by key that mean what the act before them left, which may not have been painted yet: each
 * begins when the one before it is done. A key that is held down acts no faster than that, so that it
 * ends when it is let go.
 */
export function oneByOne(): (isRepeat: boolean, act: () => Promise<void>) => void {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  return (isRepeat, act) => {
    if (isRepeat && waiting > 0) return
    waiting += 1
    // One that fails says so by itself, and does not hold up the next.
    last = last
      .catch(() => undefined)
      .then(act)
      .finally(() => {
        waiting -= 1
      })
  }
}
