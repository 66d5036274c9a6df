import * as Y from 'yjs'
import type { CodingRecord } from '../../passages/passage-record.ts'
import type { Project } from '../../project/project.ts'
import { layerOf } from '../../rounds/layer-projection.ts'
import type { KnownState } from '../known-state.ts'
import { withheldFrom } from '../withheld.ts'

/** Codings of a layer with a code that is not there any more. */
export interface LayerUse {
  codeId: string
  roundId: string
  analystId: string
}

/**
 * Looks for codings in layers of rounds whose code was deleted, or merged into another, by somebody
 * who could not see them (B12): in layers that come to be seen, when a round is closed or when they
 * arrive, and in layers here of which the other side did not know.
 */
export class LayerWatch {
  readonly #project: Project
  readonly #hidden: ReadonlySet<string>
  /** Layers that something came in for, with what was there before. */
  readonly #touched = new Map<string, ReadonlyMap<number, number>>()

  constructor(project: Project) {
    this.#project = project
    const withheld = withheldFrom(project)
    this.#hidden = new Set(layersOf(project).filter((name) => withheld.document(name)))
  }

  /** Before an update of a layer is applied. */
  before(name: string, doc: Y.Doc): void {
    if (this.#touched.has(name)) return
    this.#touched.set(name, Y.decodeStateVector(Y.encodeStateVector(doc)))
  }

  /**
   * What is used and gone, each code once for a layer. `wentNow`: codes that this exchange deletes;
   * `held`: what the other side has, if that is known.
   */
  uses(
    isGone: (codeId: string) => boolean,
    wentNow: ReadonlySet<string>,
    held: KnownState | null,
  ): LayerUse[] {
    const withheld = withheldFrom(this.#project)
    const names = new Set([...layersOf(this.#project), ...this.#touched.keys()])
    const found: LayerUse[] = []
    for (const name of [...names].sort()) {
      if (withheld.document(name)) continue
      const isOpened = this.#hidden.has(name)
      const known = this.#touched.get(name)
      if (!isOpened && !known && (wentNow.size === 0 || !held)) continue
      const theirs = held?.documents.get(name)
      const theirVector = theirs ? Y.decodeStateVector(theirs.vector) : new Map<number, number>()
      const codings = this.#project.documents.get(name).getMap<CodingRecord>('codings')
      const codes = new Set<string>()
      for (const [id, { codeId }] of codings) {
        const at = codings._map.get(id)?.id
        if (!at || !isGone(codeId)) continue
        const isNew = known !== undefined && at.clock >= (known.get(at.client) ?? 0)
        const isUnseen =
          held !== null && wentNow.has(codeId) && at.clock >= (theirVector.get(at.client) ?? 0)
        if (isOpened || isNew || isUnseen) codes.add(codeId)
      }
      const { roundId, analystId } = layerOf(name)
      for (const codeId of codes) found.push({ codeId, roundId, analystId })
    }
    return found
  }
}

function layersOf(project: Project): string[] {
  return project.log.documents('layer')
}
