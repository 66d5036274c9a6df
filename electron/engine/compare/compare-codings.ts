import { alignCodings, spanOf } from '../../../shared/analysis/compare/align.ts'
import type { ComparedItem } from '../../../shared/contract/compare.ts'
import { wholeCharacter } from '../../../shared/text/edit.ts'
import { livingCodings } from '../passages/visible.ts'
import type { Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { inOrderOf, isTurned, latestSettlements, type Layer } from './settlements.ts'

export interface Compared {
  a: Layer
  b: Layer
  sourceIds?: string[] | undefined
  codeIds?: string[] | undefined
}

/** The codings of two analysts, aligned within each source and code, in the order of the texts. */
export function compareCodings(project: Project, compared: Compared): ComparedItem[] {
  const settlements = latestSettlements(project)
  const turned = isTurned(compared.a, compared.b)
  const as = groupsOf(codingsOf(project, compared.a, compared))
  const bs = groupsOf(codingsOf(project, compared.b, compared))
  const texts = new Map<string, string>()
  const items = [...new Set([...as.keys(), ...bs.keys()])].flatMap((group) => {
    const [sourceId = '', codeId = ''] = group.split(' ')
    return alignCodings(as.get(group) ?? [], bs.get(group) ?? []).map((pair): ComparedItem => {
      const codings = [pair.a?.codingId ?? '-', pair.b?.codingId ?? '-']
      const id = `coding/${(turned ? codings.toReversed() : codings).join('/')}`
      const settlement = settlements.get(id)
      return {
        id,
        sourceId,
        codeId,
        ...pair,
        ...spanOf(pair),
        context: surroundings(project, texts, sourceId, spanOf(pair)),
        settlement: settlement ? inOrderOf(settlement, turned) : null,
      }
    })
  })
  const order = sourceOrder(project)
  const place = (item: ComparedItem) => order.get(item.sourceId) ?? 0
  return items.sort(
    (x, y) => place(x) - place(y) || x.start - y.start || x.end - y.end || (x.id < y.id ? -1 : 1),
  )
}

/** So many characters of a passage, and of what stands before and after it, are enough to know it by. */
const mostOfPassage = 240
const before = 28
const after = 60

function surroundings(
  project: Project,
  texts: Map<string, string>,
  sourceId: string,
  { start, end }: { start: number; end: number },
): ComparedItem['context'] {
  const text = texts.get(sourceId) ?? storedCharacters(project.db, sourceId) ?? ''
  texts.set(sourceId, text)
  const words = text.slice(Math.max(0, start - before), start)
  // Not in the midst of a word, and not from the paragraph before.
  const from = start - words.slice(Math.max(words.indexOf(' '), words.lastIndexOf('\n')) + 1).length
  return {
    start: from,
    text: text.slice(from, wholeCharacter(text, Math.min(end, start + mostOfPassage) + after, -1)),
  }
}

export function countAlignments(items: readonly ComparedItem[]) {
  const count = (kind: ComparedItem['kind']) => items.filter((item) => item.kind === kind).length
  const settled = items.filter(
    ({ kind, settlement }) =>
      kind !== 'same' && settlement !== null && settlement.outcome !== 'defer',
  ).length
  return {
    same: count('same'),
    overlapping: count('overlapping'),
    onlyA: count('onlyA'),
    onlyB: count('onlyB'),
    settled,
  }
}

type Coding = NonNullable<ComparedItem['a']> & { sourceId: string; codeId: string }

function codingsOf(
  project: Project,
  { analystId, layer = 'working' }: Layer,
  { sourceIds, codeIds }: Pick<Compared, 'sourceIds' | 'codeIds'>,
): Coding[] {
  return project.db
    .prepare<Record<string, string | null>, Coding>(
      `SELECT codings.id codingId, passages.id passageId, codings.source_id sourceId,
         code_id codeId, start, stop "end", quote, comment, weight
       FROM allowed_codings codings JOIN allowed_passages passages ON passages.id = passage_id
       WHERE analyst_id = :analyst AND codings.layer = :layer AND passages.state = 'placed'
         AND (:sources IS NULL OR codings.source_id IN (SELECT value FROM json_each(:sources)))
         AND (:codes IS NULL OR code_id IN (SELECT value FROM json_each(:codes)))
         AND ${livingCodings}`,
    )
    .all({
      analyst: analystId,
      layer,
      sources: sourceIds === undefined ? null : JSON.stringify(sourceIds),
      codes: codeIds === undefined ? null : JSON.stringify(codeIds),
    })
}

function groupsOf(codings: readonly Coding[]): Map<string, NonNullable<ComparedItem['a']>[]> {
  const groups = new Map<string, NonNullable<ComparedItem['a']>[]>()
  for (const { sourceId, codeId, ...coding } of codings) {
    const group = groups.get(`${sourceId} ${codeId}`) ?? []
    group.push(coding)
    groups.set(`${sourceId} ${codeId}`, group)
  }
  return groups
}

function sourceOrder(project: Project): Map<string, number> {
  const ids = project.db
    .prepare<[], string>(
      `SELECT id FROM entities WHERE kind = 'sources'
       ORDER BY json_extract(data, '$.order'), json_extract(data, '$.number')`,
    )
    .pluck()
    .all()
  return new Map(ids.map((id, place) => [id, place]))
}
