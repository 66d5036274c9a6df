const pauses = [250, 500, 1000, 2000, 4000]

/** How long to wait before whoever could not be reached is tried again, in milliseconds; grows to 4 s. */
export function pauseAfter(attempts: number): number {
  return pauses[Math.min(attempts, pauses.length - 1)] ?? 0
}
