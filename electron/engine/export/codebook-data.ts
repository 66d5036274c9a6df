import type { Codebook, CodebookCode, CodebookExample } from '../../../shared/analysis/codebook.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { pathOf } from '../codes/codebook-import.ts'
import { listCodes, listCodeSets } from '../codes/code-list.ts'
import { listEntities } from '../project/entities.ts'
import { paragraphOf } from '../passages/passage-filter.ts'
import { listPassages } from '../passages/passage-queries.ts'
import { visibleCodings } from '../passages/visible.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'

/** The codebook as the queries give it: its counts are those of `codes.list` and `passages.list`. */
export function codebookOf(
  project: Project,
  options: { examples: number; codeSetId?: string | undefined },
): Codebook {
  const all = listCodes(project)
  const sets = listCodeSets(project)
  const set = sets.find((each) => each.id === options.codeSetId)
  if (options.codeSetId !== undefined && !set)
    throw new Refusal('codeSet.notFound', { id: options.codeSetId })
  const codes = set ? all.filter((code) => set.codeIds.includes(code.id)) : all
  const ids = new Set(codes.map((code) => code.id))
  const passages = passageCounts(project)
  const examples = options.examples > 0 ? firstPassages(project, options.examples) : new Map()
  return {
    project: {
      title: String(project.documents.get('project').getMap('meta').get('title') ?? ''),
      analysts: listEntities(project, 'analysts').map((analyst) => String(analyst.name)),
      exported: project.now(),
    },
    sets: (set ? [set] : sets).map(({ name, codeIds }) => ({
      name,
      codeIds: codeIds.filter((id) => ids.has(id)),
    })),
    codes: codes.map((code) =>
      codebookCode(
        all,
        code,
        passages.get(code.id) ?? 0,
        examplesOf(project, code, examples.get(code.id) ?? [], options.examples),
      ),
    ),
    totals: totals(project, codes),
  }
}

function codebookCode(
  all: readonly Code[],
  code: Code,
  passages: number,
  examples: CodebookExample[],
): CodebookCode {
  const path = pathOf(all, code.id).slice(0, -1)
  return {
    id: code.id,
    name: code.name,
    kind: code.kind,
    ...(code.parentId === null ? {} : { parentId: code.parentId }),
    path,
    depth: path.length,
    definition: code.definition,
    whenToUse: code.whenToUse,
    whenNotToUse: code.whenNotToUse,
    aliases: code.aliases,
    status: code.status,
    hue: code.hue,
    examples,
    passages,
    sources: code.sources,
    created: code.created,
    changed: code.changed,
  }
}

/** Passages chosen as examples first; then others in the order of the sources. */
function examplesOf(
  project: Project,
  code: Code,
  others: readonly CodebookExample[],
  count: number,
): CodebookExample[] {
  const chosen = code.examples
    .flatMap((id) => listPassages(project, { passageId: id, codeId: code.id }).items)
    .map((passage) => ({
      passageId: passage.id,
      quote: passage.quote,
      sourceTitle: passage.sourceTitle,
      locator: passage.label,
    }))
  const ids = new Set(chosen.map((example) => example.passageId))
  return [...chosen, ...others.filter((example) => !ids.has(example.passageId))].slice(0, count)
}

interface ExampleRow {
  code_id: string
  id: string
  quote: string
  number: number
  title: string
  ordinal: number | null
}

/** The first passages of every code, in one pass over the codings. */
function firstPassages(project: Project, count: number): Map<string, CodebookExample[]> {
  const rows = project.db
    .prepare<[number], ExampleRow>(
      `WITH sources AS MATERIALIZED (
         SELECT id, data ->> '$.number' number, data ->> '$.title' title
         FROM entities WHERE kind = 'sources' AND deleted = 0),
       used AS (
         SELECT DISTINCT code_id, passage_id FROM codings WHERE ${visibleCodings}),
       ranked AS (
         SELECT code_id, passages.id, source_id, start, number, title, row_number() OVER (
             PARTITION BY code_id ORDER BY number, source_id, start, stop DESC, passages.id) place
         FROM used JOIN passages ON passages.id = passage_id JOIN sources ON sources.id = source_id
         WHERE state = 'placed'),
       first AS (SELECT * FROM ranked WHERE place <= ?)
       SELECT code_id, passages.id, passages.quote, number, title, paragraphs.ordinal
       FROM first JOIN passages ON passages.id = first.id
       LEFT JOIN paragraphs ON ${paragraphOf}
       ORDER BY code_id, place`,
    )
    .all(count)
  const examples = new Map<string, CodebookExample[]>()
  for (const row of rows) {
    const list = examples.get(row.code_id) ?? []
    examples.set(row.code_id, list)
    list.push({
      passageId: row.id,
      quote: row.quote,
      sourceTitle: row.title,
      locator: `${row.number}:${row.ordinal ?? 0}`,
    })
  }
  return examples
}

function passageCounts(project: Project): Map<string, number> {
  const rows = project.db
    .prepare<[], { code_id: string; passages: number }>(
      `SELECT code_id, count(DISTINCT passage_id) passages FROM codings
       WHERE ${visibleCodings} GROUP BY code_id`,
    )
    .all()
  return new Map(rows.map((row) => [row.code_id, row.passages]))
}

function totals(project: Project, codes: readonly Code[]): Codebook['totals'] {
  const row = project.db
    .prepare<[string], { codings: number; passages: number; sources: number }>(
      `SELECT count(*) codings, count(DISTINCT passage_id) passages, count(DISTINCT source_id) sources
       FROM codings WHERE ${visibleCodings} AND code_id IN (SELECT value FROM json_each(?))`,
    )
    .get(JSON.stringify(codes.map((code) => code.id)))
  return { codes: codes.length, ...(row ?? { codings: 0, passages: 0, sources: 0 }) }
}
