import type * as Y from 'yjs'
import { beginning } from '../../../shared/text/surroundings.ts'
import { codeById } from '../codes/code-list.ts'
import { knownCodes } from '../codes/known-codes.ts'
import { newCodeFields, type CodeFields } from '../codes/new-code.ts'
import { byDocument, recodeCodings, rowsOf } from '../codes/recode.ts'
import type { CommandHandlers } from '../handlers.ts'
import { createEntity, entityById, readableChanges } from '../project/entities.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { codingPlace, currentRound, documentOfLayer, requireCodes } from '../rounds/round.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { citedPassages, entriesOfPassage } from './cited-passages.ts'
import { codableRange, passageAt, type LayerDocument } from './passage-at.ts'
import { anchorRange, type CodingRecord, type PassageRecord } from './passage-record.ts'
import { passagesInSight } from './visible.ts'

export const passageCommands: CommandHandlers<
  | 'passages.code'
  | 'passages.changeRange'
  | 'passages.delete'
  | 'codings.delete'
  | 'codings.recode'
  | 'codings.update'
> = {
  'passages.code': (input, { project }) => {
    const { sourceId } = input
    entityById(project, 'sources', sourceId, 'source.notFound')
    const text = storedCharacters(project.db, sourceId) ?? ''
    const { start, end } = codableRange(text, input.start, input.end)
    const fresh = input.newCode
      ? { id: project.newId(), fields: newCodeFields(knownCodes(project), input.newCode) }
      : null
    const codeIds = [
      ...new Set([...(input.codeIds ?? []), ...(input.codeId === undefined ? [] : [input.codeId])]),
    ]
    const { document, layer, round } = codingPlace(project, sourceId)
    const names = codeIds.map((id) =>
      String(entityById(project, 'codes', id, 'code.notFound').name),
    )
    requireCodes(
      round,
      [...codeIds, ...(fresh ? [fresh.id] : [])].map((id, index) => ({
        id,
        name: names[index] ?? fresh?.fields.name ?? '',
      })),
    )
    if (fresh) {
      codeIds.push(fresh.id)
      names.push(fresh.fields.name)
    }
    if (codeIds.length === 0) throw new Refusal('code.notFound', { id: '' })
    return project.change(
      {
        command: 'passages.code',
        label: names.join(', '),
        entities: [sourceId, ...codeIds],
        ...inRound(layer),
      },
      (edit) => {
        if (fresh) edit('project', (doc) => createCode(project, doc, fresh))
        return edit(document, (doc) => {
          const place = { doc, layer }
          const passageId = passageAt(project, place, sourceId, text, start, end)
          const codingIds = codeIds.map((codeId) =>
            codePassage(project, place, { passageId, codeId, sourceId }),
          )
          return {
            passageId,
            codingIds,
            codeIds,
            id: passageId,
            sourceId,
            start,
            end,
            quote: text.slice(start, end),
          }
        })
      },
    )
  },
  'passages.changeRange': ({ passageId, ...range }, { project }) => {
    const { source_id: sourceId, layer } = passageRow(project, passageId)
    const text = storedCharacters(project.db, sourceId) ?? ''
    const { start, end } = codableRange(text, range.start, range.end)
    project.change(
      {
        command: 'passages.changeRange',
        label: beginning(text.slice(start, end)),
        entities: [sourceId, passageId],
        ...inRound(layer),
      },
      (edit) =>
        edit(documentOfLayer(layer, sourceId, project.analystId), (doc) => {
          const passages = doc.getMap<PassageRecord>('passages')
          const record = passages.get(passageId)
          if (!record) throw new Refusal('passage.notFound', { id: passageId })
          passages.set(passageId, {
            ...record,
            ...anchorRange(project.source(sourceId).getText('body'), text, start, end),
          })
        }),
    )
    return {}
  },
  'passages.delete': ({ passageIds }, { project }) => {
    const rows = passageIds.map((id) => passageRow(project, id))
    const codings = passageIds.flatMap((id) => codingsOfPassage(project, id))
    project.change(
      {
        command: 'passages.delete',
        label: labelOfPassages(project, passageIds),
        entities: [...new Set(rows.map((row) => row.source_id)), ...passageIds],
        ...inRoundOf(rows),
      },
      (edit) => {
        for (const [name, ids] of byDocument(rows)) {
          edit(name, (doc) => {
            for (const id of ids) {
              doc.getMap('passages').delete(id)
              for (const coding of codingsOfPassage(project, id))
                doc.getMap('codings').delete(coding)
              for (const entry of entriesOfPassage(project, id))
                doc.getMap(entry.kind).delete(entry.id)
            }
          })
        }
      },
    )
    return { codings: codings.length }
  },
  'codings.delete': ({ codingIds }, { project }) => {
    const rows = rowsOf(project, codingIds)
    project.change(
      {
        command: 'codings.delete',
        label: codeNames(project, codingIds),
        entities: entitiesOf(project, codingIds),
        ...inRoundOf(rows),
      },
      (edit) => deleteCodings(project, edit, byDocument(rows)),
    )
    return { codings: rows.length }
  },
  'codings.recode': ({ codingIds, codeId }, { project }) => {
    const code = codeById(project, codeId)
    const before = codeNames(project, codingIds)
    const rows = rowsOf(project, codingIds)
    if (rows.some((row) => row.layer === currentRound(project)?.id))
      requireCodes(currentRound(project), [code])
    project.change(
      {
        command: 'codings.recode',
        label: `${before} → ${code.name}`,
        entities: [...entitiesOf(project, codingIds), codeId],
        ...inRoundOf(rows),
      },
      (edit) => recodeCodings(project, edit, { codingIds }, () => codeId),
    )
    return {}
  },
  'codings.update': ({ codingId, ...fields }, { project }) => {
    const [row] = rowsOf(project, [codingId])
    if (!row) throw new Refusal('coding.notFound', { id: codingId })
    project.change(
      {
        command: 'codings.update',
        label: codeNames(project, [codingId]),
        entities: entitiesOf(project, [codingId]),
        changes: readableChanges(fields),
        ...inRoundOf([row]),
      },
      (edit) =>
        edit(documentOfLayer(row.layer, row.source_id, row.analyst_id), (doc) => {
          const codings = doc.getMap<CodingRecord>('codings')
          const record = codings.get(codingId)
          if (!record) throw new Refusal('coding.notFound', { id: codingId })
          codings.set(codingId, {
            ...record,
            comment: fields.comment ?? record.comment,
            weight: fields.weight === undefined ? record.weight : fields.weight,
            changed: project.now(),
          })
        }),
    )
    return {}
  },
}

export function createCode(
  project: Project,
  doc: Y.Doc,
  code: { id: string; fields: CodeFields },
): void {
  createEntity(project, doc, 'codes', code.id, { ...code.fields })
}

/** Codes a passage; the same code by the same analyst is there once. */
export function codePassage(
  project: Project,
  { doc, layer }: LayerDocument,
  { passageId, codeId, sourceId }: { passageId: string; codeId: string; sourceId: string },
): string {
  const analystId = project.analystId
  const known = project.db
    .prepare<[string, string, string, string], string>(
      `SELECT id FROM codings
       WHERE passage_id = ? AND code_id = ? AND analyst_id = ? AND layer = ? LIMIT 1`,
    )
    .pluck()
    .get(passageId, codeId, analystId, layer)
  if (known !== undefined) return known
  const id = project.newId()
  const now = project.now()
  doc.getMap<CodingRecord>('codings').set(id, {
    passageId,
    codeId,
    analystId,
    layer,
    weight: null,
    comment: '',
    created: now,
    createdBy: analystId,
    changed: now,
    ...(layer === 'working' ? {} : { sourceId }),
  })
  return id
}

function deleteCodings(project: Project, edit: Edit, groups: Map<string, string[]>): void {
  const cited = citedPassages(project)
  for (const [name, ids] of groups) {
    edit(name, (doc) => {
      const codings = doc.getMap<CodingRecord>('codings')
      const passages = new Set<string>()
      for (const id of ids) {
        const record = codings.get(id)
        if (record) passages.add(record.passageId)
        codings.delete(id)
      }
      for (const passageId of passages) {
        const isUsed = codingsOfPassage(project, passageId).some((id) => !ids.includes(id))
        if (!isUsed && !cited.has(passageId)) doc.getMap('passages').delete(passageId)
      }
    })
  }
}

function codingsOfPassage(project: Project, passageId: string): string[] {
  return project.db
    .prepare<[string], string>('SELECT id FROM codings WHERE passage_id = ?')
    .pluck()
    .all(passageId)
}

interface PassageRow {
  id: string
  source_id: string
  layer: string
  analyst_id: string
}

/** A passage that is in sight. */
function passageRow(project: Project, passageId: string): PassageRow {
  const row = project.db
    .prepare<[string], PassageRow>(
      `SELECT id, source_id, layer, created_by analyst_id FROM passages
       WHERE id = ? AND ${passagesInSight}`,
    )
    .get(passageId)
  if (!row) throw new Refusal('passage.notFound', { id: passageId })
  return row
}

/** For the trail: what is done in the layer of a round is told when the round is over. */
export function inRound(layer: string): { round?: string } {
  return layer === 'working' || layer === 'settled' ? {} : { round: layer }
}

function inRoundOf(rows: readonly { layer: string }[]): { round?: string } {
  return rows.map(({ layer }) => inRound(layer)).find(({ round }) => round !== undefined) ?? {}
}

function labelOfPassages(project: Project, passageIds: readonly string[]): string {
  const [first] = passageIds
  const quote = project.db
    .prepare<[string], string>('SELECT quote FROM passages WHERE id = ?')
    .pluck()
    .get(first ?? '')
  const label = beginning(quote ?? '')
  return passageIds.length > 1 ? `${label} +${passageIds.length - 1}` : label
}

function codeNames(project: Project, codingIds: readonly string[]): string {
  return project.db
    .prepare<[string], string>(
      `SELECT DISTINCT json_extract(data, '$.name') FROM entities WHERE kind = 'codes' AND id IN
         (SELECT code_id FROM codings WHERE id IN (SELECT value FROM json_each(?)))`,
    )
    .pluck()
    .all(JSON.stringify(codingIds))
    .join(', ')
}

function entitiesOf(project: Project, codingIds: readonly string[]): string[] {
  const rows = project.db
    .prepare<[string], { code_id: string; source_id: string }>(
      `SELECT DISTINCT code_id, source_id FROM codings
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(codingIds))
  return [...new Set(rows.flatMap((row) => [row.source_id, row.code_id]))]
}
