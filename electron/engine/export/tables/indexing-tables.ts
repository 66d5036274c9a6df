import type { Language } from '../../../../shared/i18n/index.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type {
  Activation,
  Clause,
  Disjuncture,
  Thread,
} from '../../../../shared/model/institution.ts'
import { activationStances } from '../../../../shared/model/institution-kinds.ts'
import { listDisjunctures, listThreads } from '../../indexing/findings-list.ts'
import { listEntries } from '../../indexing/index-entries.ts'
import { informantsOf } from '../../indexing/informants.ts'
import { listEntities } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import { listClauses, listTexts } from '../../texts/text-list.ts'
import {
  joined,
  missingNote,
  tableOf,
  wordsIn,
  type Column,
  type TableData,
  type Words,
} from './table-model.ts'
import { passageLabels } from './text-tables.ts'

/** Clauses down, informants across: what each does with each clause, with the passages that show it. */
export function clauseTable(project: Project, language: Language): TableData {
  const words = wordsIn(language)
  const clauses = listClauses(project)
  const activations = listEntries<Activation>(project, 'activations')
  const informants = informantsOf(project, activations)
  const columns: Column<Clause>[] = [
    { key: 'text', value: (clause) => clause.textTitle, weight: 16 },
    { key: 'clause', value: (clause) => clause.locator, weight: 10 },
    { key: 'wording', value: (clause) => clause.wording, weight: 24 },
    { key: 'target', value: (clause) => targetWords(clause.target, language), weight: 12 },
  ]
  const made = tableOf(
    {
      name: 'clauses',
      language,
      notes: informants.length > 0 ? [translate(language, 'institution.silentMeans')] : [],
    },
    columns,
    clauses,
    ({ id }) => ({ type: 'clause', id }),
  )
  for (const informant of informants) {
    made.table.columns.push({ key: `informant:${informant.key}`, label: informant.name })
    made.weights.push(10)
    for (const [index, row] of made.table.rows.entries()) {
      const own = informant.activations.filter((each) => each.clauseId === clauses[index]?.id)
      row.cells.push(stances(project, own, words))
    }
  }
  return made
}

/** “skips 4:32; follows 4:57”; an activation without a stance is told by its mode. */
function stances(
  project: Project,
  activations: readonly { stance: string | null; mode: string; passageId: string }[],
  words: Words,
): string {
  if (activations.length === 0) return words('stance', 'silent')
  const order: readonly (string | null)[] = [...activationStances, null]
  return joined(
    activations
      .toSorted((a, b) => order.indexOf(a.stance) - order.indexOf(b.stance))
      .map((each) => {
        const what = each.stance === null ? words('mode', each.mode) : words('stance', each.stance)
        return `${what} ${passageLabels(project, [each.passageId])}`
      }),
  )
}

/** “at least 65 %”, “between 12 and 20 jobseekers”. */
export function targetWords(target: Clause['target'], language: Language): string {
  if (!target) return ''
  const comparison = wordsIn(language)('comparison', target.comparison)
  const isRange = target.comparison === 'between' && typeof target.upTo === 'number'
  const range = isRange ? ` ${translate(language, 'institution.and')} ${target.upTo}` : ''
  return `${comparison} ${target.value}${range} ${target.unit}`.trim()
}

export function activationTable(project: Project, language: Language): TableData {
  const words = wordsIn(language)
  const texts = new Map(listTexts(project).map((text) => [text.id, text.title]))
  const clauses = new Map(listClauses(project).map((clause) => [clause.id, clause]))
  const actors = new Map(
    listEntities(project, 'actors').map((actor) => [actor.id, String(actor.name)]),
  )
  const rows = listEntries<Activation>(project, 'activations').filter((each) =>
    texts.has(each.textId),
  )
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'passage', value: (each) => passageLabels(project, [each.passageId]), weight: 8 },
    { key: 'quote', value: (each) => each.quote, weight: 36 },
    { key: 'text', value: (each) => texts.get(each.textId) ?? '', weight: 16 },
    {
      key: 'clause',
      value: (each) => clauses.get(each.clauseId ?? '')?.locator ?? '',
      weight: 10,
    },
    { key: 'actor', value: (each) => actors.get(each.actorId ?? '') ?? '', weight: 10 },
    { key: 'mode', value: (each) => words('mode', each.mode), weight: 10 },
    {
      key: 'stance',
      value: (each) => (each.stance === null ? '' : words('stance', each.stance)),
      weight: 8,
    },
    { key: 'note', value: (each) => each.note, weight: 12 },
    { key: 'id', value: (each) => each.id, weight: 8 },
  ]
  return tableOf({ name: 'activations', language }, columns, rows, ({ id }) => ({
    type: 'activation',
    id,
  }))
}

export function disjunctureTable(project: Project, language: Language): TableData {
  const words = wordsIn(language)
  const rows = listDisjunctures(project)
  const columns: Column<Disjuncture>[] = [
    { key: 'title', value: (each) => each.title, weight: 18 },
    { key: 'standpoint', value: (each) => each.standpoint, weight: 12 },
    { key: 'sideA', value: (each) => each.sideA, weight: 18 },
    {
      key: 'sideAPassages',
      value: (each) => passageLabels(project, each.sideAPassageIds),
      weight: 10,
    },
    { key: 'sideB', value: (each) => each.sideB, weight: 18 },
    {
      key: 'sideBPassages',
      value: (each) => passageLabels(project, each.sideBPassageIds),
      weight: 10,
    },
    { key: 'status', value: (each) => words('findingStatus', each.status), weight: 8 },
    { key: 'note', value: (each) => each.note, weight: 14 },
    { key: 'id', value: (each) => each.id, weight: 8 },
  ]
  const oneSided = rows.filter((each) => !each.isEvidenced).map((each) => each.title)
  return tableOf(
    {
      name: 'disjunctures',
      language,
      notes: missingNote(language, 'institution.oneSided', oneSided),
    },
    columns,
    rows,
    ({ id }) => ({ type: 'disjuncture', id }),
  )
}

/** One row an item of a thread; a gap is named as one. */
export function threadTable(project: Project, language: Language): TableData {
  const gap = translate(language, 'institution.gap')
  const quote = project.db
    .prepare<[string], string>('SELECT quote FROM passages WHERE id = ?')
    .pluck()
  const rows = listThreads(project).flatMap((thread) =>
    thread.items.map((item, index) => ({ thread, item, number: index + 1 })),
  )
  const columns: Column<{ thread: Thread; item: Thread['items'][number]; number: number }>[] = [
    { key: 'thread', value: ({ thread }) => thread.title, weight: 16 },
    { key: 'standpoint', value: ({ thread }) => thread.standpoint, weight: 12 },
    { key: 'number', value: ({ number }) => number, weight: 4 },
    {
      key: 'passage',
      value: ({ item }) =>
        item.passageId === null ? gap : passageLabels(project, [item.passageId]),
      weight: 8,
    },
    {
      key: 'quote',
      value: ({ item }) => (item.passageId === null ? '' : (quote.get(item.passageId) ?? '')),
      weight: 36,
    },
    { key: 'note', value: ({ item }) => item.note, weight: 18 },
  ]
  return tableOf({ name: 'threads', language }, columns, rows, ({ thread }) => ({
    type: 'thread',
    id: thread.id,
  }))
}
