import type { TrailRow } from './packet.ts'

interface Touch {
  analyst: string
  time: string
  isNew: boolean
}

/** Who touched what, as a trail that comes in tells. */
export class Touched {
  readonly #last = new Map<string, Touch>()

  /** Rows that were here already say something only of things that no new one speaks of. */
  note({ analyst_id: analyst, time, entities }: TrailRow, isNew: boolean): void {
    for (const id of entities) {
      const known = this.#last.get(id)
      const isLater = known?.isNew === isNew ? known.time <= time : isNew
      if (!known || isLater) this.#last.set(id, { analyst, time, isNew })
    }
  }

  /** The analyst who touched the first of these things that is spoken of; empty if none is. */
  lastAt(ids: readonly string[]): string {
    const touches = ids.flatMap((id) => this.#last.get(id) ?? [])
    return (touches.find(({ isNew }) => isNew) ?? touches[0])?.analyst ?? ''
  }
}
