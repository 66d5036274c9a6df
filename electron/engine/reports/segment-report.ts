import { allOf, type Question } from '../../../shared/analysis/question/question.ts'
import { Names } from '../../../shared/analysis/question/names.ts'
import { sentenceOf } from '../../../shared/analysis/question/sentence.ts'
import type { LeavingText } from '../../../shared/analysis/leaks/find-leaks.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import type { Coding, PassageInContext } from '../../../shared/model/entities.ts'
import type { SourceKind } from '../../../shared/model/kinds.ts'
import {
  translate,
  type Language,
  type TextKey,
  type Variables,
} from '../../../shared/i18n/index.ts'
import { countWords } from '../../../shared/text/paragraphs.ts'
import { wordsAfter, wordsBefore } from '../../../shared/text/surroundings.ts'
import { ask } from '../analysis/ask.ts'
import { namesOf } from '../analysis/names.ts'
import { listCodes } from '../codes/code-list.ts'
import { pathOf } from '../codes/codebook-import.ts'
import { cleanLine, cleanText } from '../export/codebook/clean.ts'
import type { DocumentBlock } from '../export/codebook/document-model.ts'
import { listCases } from '../people/case-list.ts'
import { tellsOfPersons, toldGroups } from '../leaks/told-groups.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import { sourceKindWord } from './source-table.ts'
import { reportTable, type Report, type ReportColumn } from './report-model.ts'

type SegmentInput = Pick<CommandInput<'export.report'>, 'question' | 'codeIds' | 'by' | 'context'>
type GroupBy = NonNullable<SegmentInput['by']>

/** A passage under one heading; under two codes it is two segments. */
interface Segment {
  passage: PassageInContext
  /** Those that stand under the heading. */
  codings: Coding[]
}

interface Group {
  id: string
  title: string
  segments: Segment[]
}

const mostSegments = 100_000
/** Code units on each side. */
const contextLength = 240

/** Coded segments as the answers of a question, under headings; every count equals its question's. */
export async function segmentReport(
  project: Project,
  task: Task,
  { question, codeIds, by = 'codes', context = false }: SegmentInput,
  language: Language,
): Promise<Report> {
  const t: Words = (key, variables) => translate(language, key, variables)
  const coded: Question = {
    type: 'coded',
    ...(codeIds === undefined || codeIds.length === 0 ? {} : { codeIds }),
  }
  const asked = question === undefined ? coded : allOf([question, coded])
  const { items, total, sources } = await ask(project, task, asked, { limit: mostSegments })
  await task.rest()
  const known = knownThings(project)
  const chosen = new Set(codeIds ?? [])
  const segments = items.map((passage): Segment => {
    const matched = new Set(passage.matched)
    const codings = passage.codings.filter(
      ({ id, codeId }) =>
        (matched.has(id) || question !== undefined) && (chosen.size === 0 || chosen.has(codeId)),
    )
    return { passage, codings }
  })
  await task.rest()
  const groups = groupsOf(project, segments, by, known)
  const title = t('reports.segments')
  const rows = groups.flatMap(({ title: group, segments: inGroup }) =>
    inGroup.map((segment) => ({ group, ...segment })),
  )
  const blocks: DocumentBlock[] = [{ type: 'facts', items: [passagesIn(t, total, sources)] }]
  if (rows.length === 0) blocks.push({ type: 'paragraph', text: t('reports.noSegments') })
  for (const group of groups) {
    await task.rest()
    blocks.push(...groupBlocks(group, by, context, known, t))
  }
  await task.rest()
  const table = reportTable(title, segmentColumns(context, known, language), rows)
  await task.rest()
  const values = tellsOfPersons(asked)
    ? [sentenceOf(asked, new Names(namesOf(project)), language)]
    : []
  const leaving = {
    texts: rows.flatMap((row) => leavingOf(row, context, known)),
    groups: await toldGroups(project, task, [{ question: asked, values, place: title }]),
  }
  return { title, blocks, table, leaving, items: rows.length, landscape: false }
}

type Known = ReturnType<typeof knownThings>
type Words = (key: TextKey, variables?: Variables) => string

function knownThings(project: Project) {
  const codes = listCodes(project)
  const persons = new Map(
    listEntities(project, 'persons').map((person) => [
      person.id,
      { pseudonym: String(person.pseudonym), role: String(person.role) },
    ]),
  )
  const speakers = new Map(
    project.db
      .prepare<[], { source_id: string; name: string; person_id: string }>('SELECT * FROM speakers')
      .all()
      .map((row) => [`${row.source_id}:${row.name}`, row.person_id]),
  )
  return {
    codes,
    paths: new Map(codes.map(({ id }) => [id, pathOf(codes, id).join(' › ')])),
    sources: new Map(listEntities(project, 'sources').map((source) => [source.id, source])),
    analysts: new Map(
      listEntities(project, 'analysts').map((analyst) => [analyst.id, String(analyst.name)]),
    ),
    personOf: ({ sourceId, speaker }: PassageInContext) => {
      const id = speakers.get(`${sourceId}:${speaker}`)
      const found = id === undefined ? undefined : persons.get(id)
      return found && id !== undefined ? { id, ...found } : undefined
    },
  }
}

/** Segments under their headings, in the order in which these stand in the program. */
function groupsOf(
  project: Project,
  segments: readonly Segment[],
  by: GroupBy,
  known: Known,
): Group[] {
  const groups = new Map<string, Group>()
  const put = (id: string, title: string, segment: Segment) => {
    const group = groups.get(id) ?? { id, title, segments: [] }
    group.segments.push(segment)
    groups.set(id, group)
  }
  const cases = by === 'cases' ? listCases(project) : []
  for (const segment of segments) {
    const { passage, codings } = segment
    if (by === 'codes') {
      for (const codeId of new Set(codings.map((coding) => coding.codeId)))
        put(codeId, known.paths.get(codeId) ?? '', {
          passage,
          codings: codings.filter((coding) => coding.codeId === codeId),
        })
    } else if (by === 'sources') {
      put(passage.sourceId, passage.sourceTitle, segment)
    } else if (by === 'persons') {
      const person = known.personOf(passage)
      put(person?.id ?? '', person?.pseudonym ?? '', segment)
    } else if (by === 'cases') {
      const personId = known.personOf(passage)?.id
      const inThese = cases.filter(
        ({ personIds, sourceIds, passageIds }) =>
          sourceIds.includes(passage.sourceId) ||
          passageIds.includes(passage.id) ||
          (personId !== undefined && personIds.includes(personId)),
      )
      for (const { id, name } of inThese) put(id, name, segment)
      if (inThese.length === 0) put('', '', segment)
    } else {
      put('', '', segment)
    }
  }
  if (by !== 'codes') return [...groups.values()]
  return known.codes.flatMap(({ id }) => groups.get(id) ?? [])
}

function groupBlocks(
  { id, title, segments }: Group,
  by: GroupBy,
  context: boolean,
  known: Known,
  t: Words,
): DocumentBlock[] {
  const sources = new Set(segments.map(({ passage }) => passage.sourceId)).size
  const code = by === 'codes' ? known.codes.find((each) => each.id === id) : undefined
  return [
    ...(by === 'none'
      ? []
      : [
          {
            type: 'heading' as const,
            level: 1,
            text: cleanLine(title === '' ? t('reports.noGroup') : title),
          },
        ]),
    ...(code === undefined || code.definition.trim() === ''
      ? []
      : [{ type: 'paragraph' as const, text: cleanText(code.definition).trim() }]),
    {
      type: 'quotes',
      label: passagesIn(t, segments.length, sources),
      quotes: segments.map(({ passage, codings }) => ({
        text: cleanText(passage.quote),
        reference: referenceOf(passage, codings, by, known),
        passageId: '',
        ...(context
          ? {
              before: cleanText(wordsBefore(passage.before, contextLength)).trim(),
              after: cleanText(wordsAfter(passage.after, contextLength)).trim(),
            }
          : {}),
      })),
    },
  ]
}

/** “12 passages in 5 sources”. */
function passagesIn(t: Words, passages: number, sources: number): string {
  return `${t('reports.passages', { count: passages })} ${t('reports.inSources', { count: sources })}`
}

/** “Intervju 1, 1:14, Torunn (rådgiver) · utetid: comment”. */
function referenceOf(
  passage: PassageInContext,
  codings: readonly Coding[],
  by: GroupBy,
  known: Known,
): string {
  const person = known.personOf(passage)
  const who = person
    ? [person.pseudonym, person.role === '' ? '' : `(${person.role})`].filter(Boolean).join(' ')
    : passage.speaker
  const place = [passage.sourceTitle, passage.label, who].filter(Boolean).join(', ')
  const names = by === 'codes' ? [] : codings.map(({ codeId }) => known.paths.get(codeId) ?? '')
  const comments = codings.map(({ comment }) => comment.trim()).filter(Boolean)
  return cleanLine([place, [...new Set(names)].join('; '), ...comments].filter(Boolean).join(' · '))
}

type Row = Segment & { group: string }

function segmentColumns(context: boolean, known: Known, language: Language): ReportColumn<Row>[] {
  const sourceOf = ({ passage }: Row) => known.sources.get(passage.sourceId)
  const column = (
    key:
      | 'group'
      | 'quote'
      | 'before'
      | 'after'
      | 'source'
      | 'place'
      | 'speaker'
      | 'person'
      | 'role'
      | 'kind'
      | 'date'
      | 'codes'
      | 'comment'
      | 'weight'
      | 'analyst'
      | 'words'
      | 'passage',
    weight: number,
    value: ReportColumn<Row>['value'],
  ): ReportColumn<Row> => ({
    key,
    label: translate(language, `reports.column_${key}`),
    weight,
    value,
  })
  const kindOf = (source: ReturnType<typeof sourceOf>) =>
    source === undefined ? '' : sourceKindWord(source.kind as SourceKind, language)
  const unique = (values: readonly string[]) => [...new Set(values.filter(Boolean))].join('; ')
  return [
    column('group', 14, ({ group }) => group),
    ...(context ? [column('before', 16, ({ passage }) => passage.before)] : []),
    column('quote', 40, ({ passage }) => passage.quote),
    ...(context ? [column('after', 16, ({ passage }) => passage.after)] : []),
    column('source', 12, ({ passage }) => passage.sourceTitle),
    column('place', 7, ({ passage }) => passage.label),
    column('kind', 9, (row) => kindOf(sourceOf(row))),
    column('date', 9, (row) => String(sourceOf(row)?.date ?? '')),
    column('speaker', 9, ({ passage }) => passage.speaker),
    column('person', 9, ({ passage }) => known.personOf(passage)?.pseudonym ?? ''),
    column('role', 9, ({ passage }) => known.personOf(passage)?.role ?? ''),
    column('codes', 16, ({ codings }) =>
      unique(codings.map((c) => known.paths.get(c.codeId) ?? '')),
    ),
    column('comment', 14, ({ codings }) => unique(codings.map(({ comment }) => comment))),
    column(
      'weight',
      6,
      ({ codings }) => codings.find(({ weight }) => weight !== null)?.weight ?? '',
    ),
    column('analyst', 10, ({ codings }) =>
      unique(codings.map((c) => known.analysts.get(c.analystId) ?? '')),
    ),
    column('words', 6, ({ passage }) => countWords(passage.quote)),
    column('passage', 10, ({ passage }) => passage.id),
  ]
}

function leavingOf(
  { group, passage, codings }: Row,
  context: boolean,
  known: Known,
): LeavingText[] {
  const place = `${passage.sourceTitle}, ${passage.label}`
  const { sourceId } = passage
  const person = known.personOf(passage)
  return [
    { place, text: passage.quote, sourceId },
    ...(context ? [passage.before, passage.after].map((text) => ({ place, text, sourceId })) : []),
    ...[
      group,
      passage.sourceTitle,
      passage.speaker,
      person?.pseudonym ?? '',
      person?.role ?? '',
      String(known.sources.get(sourceId)?.place ?? ''),
      ...codings.map(({ comment }) => comment),
    ].map((text) => ({ place, text })),
  ].filter(({ text }) => text !== '')
}
