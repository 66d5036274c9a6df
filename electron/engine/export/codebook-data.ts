import type { Codebook, CodebookCode, CodebookExample } from '../../../shared/analysis/codebook.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { pathOf } from '../codes/codebook-import.ts'
import { listCodes, listCodeSets } from '../codes/code-list.ts'
import { listEntities } from '../project/entities.ts'
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
      codebookCode(project, all, code, passages.get(code.id) ?? 0, options.examples),
    ),
    totals: totals(project, codes),
  }
}

function codebookCode(
  project: Project,
  all: readonly Code[],
  code: Code,
  passages: number,
  examples: number,
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
    examples: examples > 0 && passages > 0 ? examplesOf(project, code, examples) : [],
    passages,
    sources: code.sources,
    created: code.created,
    changed: code.changed,
  }
}

/** Passages chosen as examples first; then others in the order of the sources. */
function examplesOf(project: Project, code: Code, count: number): CodebookExample[] {
  const chosen = code.examples.flatMap(
    (id) => listPassages(project, { passageId: id, codeId: code.id }).items,
  )
  const others =
    chosen.length < count
      ? listPassages(project, { codeId: code.id, limit: count + chosen.length }).items
      : []
  const ids = new Set(chosen.map((passage) => passage.id))
  return [...chosen, ...others.filter((passage) => !ids.has(passage.id))]
    .slice(0, count)
    .map((passage) => ({
      passageId: passage.id,
      quote: passage.quote,
      sourceTitle: passage.sourceTitle,
      locator: passage.label,
    }))
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
