import type { ComparedItem } from '../../../shared/contract/compare.ts'
import { codeById } from '../codes/code-list.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { beginning } from '../../../shared/text/surroundings.ts'
import { passageAt } from '../passages/passage-at.ts'
import type { CodingRecord } from '../passages/passage-record.ts'
import type { Edit, Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { storedCharacters } from '../sources/source-text-store.ts'
import { compareCodings, countAlignments } from './compare-codings.ts'
import { compareThings } from './compare-things.ts'
import {
  inOrderOf,
  isTurned,
  latestSettlements,
  requireReason,
  writeSettlement,
  type Decision,
} from './settlements.ts'

export const compareCommands: CommandHandlers<'compare.settle'> = {
  'compare.settle': ({ a, b, sourceIds, codeIds, itemId, ...decision }, { project }) => {
    const item = compareCodings(project, { a, b, sourceIds, codeIds }).find(
      ({ id }) => id === itemId,
    )
    const thing = item
      ? null
      : compareThings(project, a.analystId, b.analystId).find(({ id }) => id === itemId)
    if (!item && !thing) throw new Refusal('settle.gone')
    requireReason(decision)
    if (decision.outcome === 'recode') {
      if (!item || decision.codeId === undefined) throw new Refusal('settle.cannotRecode')
      codeById(project, decision.codeId)
    }
    const id = project.newId()
    const turned = isTurned(a, b)
    project.change(
      {
        command: 'compare.settle',
        label: item ? beginning((item.a ?? item.b)?.quote ?? '') : (thing?.title ?? ''),
        entities: item ? [item.sourceId, item.codeId] : [thing?.thingId ?? ''],
        changes: { outcome: decision.outcome, reason: decision.reason },
      },
      (edit) => {
        if (item) writeSettled(project, edit, item, decision)
        edit('project', (doc) =>
          writeSettlement(project, doc, id, itemId, inOrderOf(decision, turned)),
        )
      },
    )
    const made = latestSettlements(project).get(itemId)
    if (!made) throw new Refusal('settle.gone')
    return inOrderOf(made, turned)
  },
}

export const compareQueries: QueryHandlers<'compare.codings' | 'compare.things'> = {
  'compare.codings': (compared, { project }) => {
    const items = compareCodings(project, compared)
    return { items, counts: countAlignments(items) }
  },
  'compare.things': ({ a, b }, { project }) => ({
    items: compareThings(project, a.analystId, b.analystId),
  }),
}

/** Writes what was decided into the settled layer, in place of what an earlier decision wrote there. */
function writeSettled(
  project: Project,
  edit: Edit,
  item: ComparedItem,
  { outcome, codeId }: Decision,
): void {
  const { a, b, sourceId } = item
  const wider = { start: item.start, end: item.end, comment: '', weight: null }
  const chosen = {
    A: a ? [a] : [],
    B: b ? [b] : [],
    both: [a, b].filter((side) => side !== null),
    recode: [a ?? b ?? wider],
    defer: [],
  }[outcome]
  edit(`source:${sourceId}`, (doc) => {
    const text = storedCharacters(project.db, sourceId) ?? ''
    const codings = doc.getMap<CodingRecord>('codings')
    for (const [id, coding] of [...codings]) if (coding.settles === item.id) codings.delete(id)
    for (const { start, end, comment, weight } of chosen) {
      const now = project.now()
      codings.set(project.newId(), {
        passageId: passageAt(project, { doc, layer: 'working' }, sourceId, text, start, end),
        codeId: outcome === 'recode' && codeId !== undefined ? codeId : item.codeId,
        analystId: project.analystId,
        layer: 'settled',
        settles: item.id,
        weight,
        comment,
        created: now,
        createdBy: project.analystId,
        changed: now,
      })
    }
  })
}
