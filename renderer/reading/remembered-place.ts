const prefix = 'standpoint.reading.'

export interface RememberedPlace {
  offset: number
  below: number
}

/** Keeps where a source was read last, on this computer. */
export function rememberPlace(sourceId: string, place: RememberedPlace): void {
  try {
    localStorage.setItem(prefix + sourceId, JSON.stringify(place))
  } catch {
    // Without room to remember, reading begins at the top next time.
  }
}

export function rememberedPlace(sourceId: string): RememberedPlace | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + sourceId) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const { offset, below } = kept as Partial<Record<keyof RememberedPlace, unknown>>
    return typeof offset === 'number' && typeof below === 'number' ? { offset, below } : undefined
  } catch {
    return undefined
  }
}
