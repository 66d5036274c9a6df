import { createHash } from 'node:crypto'
import type { Round } from '../../../shared/model/rounds.ts'
import { anchorRange, type CodingRecord, type PassageRecord } from '../passages/passage-record.ts'
import { codingsOfRound, livingCodings } from '../passages/visible.ts'
import type { Edit, Project } from '../project/project.ts'
import { storedCharacters } from '../sources/source-text-store.ts'

interface Agreed {
  source_id: string
  code_id: string
  start: number
  stop: number
  analysts: number
  /** The first passage on these words, by id; the same on every copy. */
  passage_id: string
}

/**
 * Takes the codings of a closed round on which all its analysts agree into the settled layer. Ids are
 * made from the round, the words and the code, so that two who adopt without knowing of each other
 * make the same codings (B10).
 */
export function adoptAgreed(project: Project, round: Round): { adopted: number; known: number } {
  const agreed = agreedIn(project, round)
  const isThere = project.db.prepare<[string], number>('SELECT 1 FROM main.codings WHERE id = ?')
  const fresh = agreed.filter((each) => !isThere.get(codingId(round.id, each)))
  const bySource = new Map<string, Agreed[]>()
  for (const each of fresh)
    bySource.set(each.source_id, [...(bySource.get(each.source_id) ?? []), each])
  project.change(
    { command: 'rounds.adopt', label: round.name, entities: [round.id, ...bySource.keys()] },
    (edit) => {
      for (const [sourceId, items] of bySource) settleIn(project, edit, round.id, sourceId, items)
    },
  )
  return { adopted: fresh.length, known: agreed.length - fresh.length }
}

function agreedIn(project: Project, round: Round): Agreed[] {
  return project.db
    .prepare<[string], Agreed>(
      `SELECT codings.source_id, code_id, start, stop, min(passages.id) passage_id,
              count(DISTINCT analyst_id) analysts
       FROM allowed_codings codings JOIN allowed_passages passages ON passages.id = passage_id
       WHERE ${codingsOfRound} AND passages.state = 'placed' AND ${livingCodings}
       GROUP BY codings.source_id, code_id, start, stop ORDER BY codings.source_id, start, stop`,
    )
    .all(round.id)
    .filter(({ analysts }) => analysts === round.analystIds.length)
}

function settleIn(
  project: Project,
  edit: Edit,
  roundId: string,
  sourceId: string,
  items: readonly Agreed[],
): void {
  const text = storedCharacters(project.db, sourceId) ?? ''
  const now = project.now()
  const stamp = { created: now, createdBy: project.analystId }
  edit(`source:${sourceId}`, (doc) => {
    const body = doc.getText('body')
    const passages = doc.getMap<PassageRecord>('passages')
    const codings = doc.getMap<CodingRecord>('codings')
    for (const item of items) {
      const passageId = settledId(roundId, item.passage_id)
      if (!passages.has(passageId))
        passages.set(passageId, { ...anchorRange(body, text, item.start, item.stop), ...stamp })
      codings.set(codingId(roundId, item), {
        passageId,
        codeId: item.code_id,
        analystId: project.analystId,
        layer: 'settled',
        weight: null,
        comment: '',
        ...stamp,
        changed: now,
      })
    }
  })
}

function codingId(roundId: string, { passage_id, code_id }: Agreed): string {
  return settledId(roundId, passage_id, code_id)
}

function settledId(...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32)
}
