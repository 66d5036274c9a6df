import { saidGroups } from '../../../shared/contract/compare.ts'
import { translate, type Language } from '../../../shared/i18n/index.ts'
import { wordsIn } from '../export/tables/table-model.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { compareThings } from './compare-things.ts'
import { listConflicts } from './conflict-handlers.ts'
import { isTurned } from './settlements.ts'

/** An item that was to be settled, in words; the versions as far as they are still there. */
export interface ReadItem {
  what: string
  /** Id and title of its source; empty if it is no part of one. */
  sourceId: string
  source: string
  a: string
  b: string
}

/** Reads items by their ids; for a table of many. */
export function itemReader(project: Project, language: Language): (item: string) => ReadItem {
  const gone = translate(language, 'institution.gone')
  const title = titles(project)
  const coding = project.db.prepare<[string], CodingRow>(
    // Of any layer that may be seen: what is compared is often of a closed round.
    `SELECT codings.source_id sourceId, code_id codeId, analyst_id analystId, quote
     FROM allowed_codings codings JOIN allowed_passages passages ON passages.id = passage_id
     WHERE codings.id = ?`,
  )
  let conflicts: ReadonlyMap<string, ReadItem> | undefined
  let things: ReadonlyMap<string, ReadItem> | undefined
  return (item) => {
    const [kind, one = '', other = ''] = item.split('/')
    if (kind === 'coding') {
      const [a, b] = [coding.get(one), coding.get(other)]
      const side = (row: CodingRow | undefined, id: string) =>
        row
          ? `${nameOfAnalyst(project, row.analystId)}: ${translate(language, 'compare.quoted', { text: row.quote })}`
          : id === '-'
            ? ''
            : gone
      const sourceId = a?.sourceId ?? b?.sourceId ?? ''
      return {
        what: title('codes', a?.codeId ?? b?.codeId ?? ''),
        sourceId,
        source: title('sources', sourceId),
        a: side(a, one),
        b: side(b, other),
      }
    }
    if (kind === 'claims' || kind === 'made' || kind === 'activations') {
      things ??= readThings(project, language)
      return things.get(item) ?? { what: gone, sourceId: '', source: '', a: '', b: '' }
    }
    conflicts ??= new Map(
      listConflicts(project).map((conflict) => {
        const side = (at: 0 | 1) => {
          const name = nameOfAnalyst(project, conflict.sides[at]?.analystId ?? '')
          return [name, conflict.labels[at] ?? ''].filter(Boolean).join(': ')
        }
        const { id, sourceId, title: what } = conflict
        return [id, { what, sourceId, source: title('sources', sourceId), a: side(0), b: side(1) }]
      }),
    )
    return conflicts.get(item) ?? { what: gone, sourceId: '', source: '', a: '', b: '' }
  }
}

interface CodingRow {
  sourceId: string
  codeId: string
  analystId: string
  quote: string
}

/** Of every pair of analysts, since the id of an activation does not say whose it is. */
function readThings(project: Project, language: Language): Map<string, ReadItem> {
  const analysts = listEntities(project, 'analysts').map(({ id }) => id)
  const words = wordsIn(language)
  const say = (parts: readonly string[]) =>
    parts
      .map((part) =>
        part
          .split(' · ')
          .map((word) => {
            for (const group of saidGroups)
              if (words(group, word) !== word) return words(group, word)
            return word
          })
          .join(' · '),
      )
      .join('; ')
  const read = new Map<string, ReadItem>()
  for (const a of analysts)
    for (const b of analysts) {
      // In the order in which decisions about them are kept.
      if (a === b || isTurned({ analystId: a }, { analystId: b })) continue
      for (const thing of compareThings(project, a, b)) {
        const sourceId = thing.type === 'activation' ? (thing.id.split('/')[1] ?? '') : ''
        const side = (id: string, said: readonly string[]) =>
          said.length === 0 ? '' : `${nameOfAnalyst(project, id)}: ${say(said)}`
        read.set(thing.id, {
          what: thing.title,
          sourceId,
          source: titles(project)('sources', sourceId),
          a: side(a, thing.a),
          b: side(b, thing.b),
        })
      }
    }
  return read
}

export function nameOfAnalyst(project: Project, id: string): string {
  return titles(project)('analysts', id)
}

function titles(project: Project): (kind: string, id: string) => string {
  const known = project.db
    .prepare<[string, string], string | null>(
      `SELECT coalesce(json_extract(data, '$.title'), json_extract(data, '$.name'))
       FROM entities WHERE kind = ? AND id = ?`,
    )
    .pluck()
  return (kind, id) => known.get(kind, id) ?? ''
}
