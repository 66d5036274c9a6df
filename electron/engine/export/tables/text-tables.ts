import type { Language } from '../../../../shared/i18n/index.ts'
import type { Claim, InstitutionalText, Link } from '../../../../shared/model/institution.ts'
import { listEntities } from '../../project/entities.ts'
import type { Project } from '../../project/project.ts'
import { listClaims } from '../../texts/claims.ts'
import { listLinks, listTexts } from '../../texts/text-list.ts'
import {
  joined,
  missingNote,
  tableOf,
  wordsIn,
  type Column,
  type TableData,
} from './table-model.ts'

/** The text register. Its columns are also those that the import of a register understands. */
export function inventoryTable(project: Project, language: Language): TableData {
  const words = wordsIn(language)
  const sources = new Map(
    listEntities(project, 'sources').map((source) => [source.id, String(source.title)]),
  )
  const columns: Column<InstitutionalText>[] = [
    { key: 'title', value: (text) => text.title, weight: 16 },
    { key: 'aliases', value: (text) => joined(text.aliases), weight: 8 },
    { key: 'genre', value: (text) => text.genre, weight: 7 },
    { key: 'issuer', value: (text) => text.issuer, weight: 9 },
    { key: 'level', value: (text) => text.level, weight: 7 },
    { key: 'rank', value: (text) => text.rank ?? '', weight: 4 },
    { key: 'version', value: (text) => text.version, weight: 6 },
    { key: 'validFrom', value: (text) => text.validFrom, weight: 7 },
    { key: 'validTo', value: (text) => text.validTo, weight: 7 },
    { key: 'locator', value: (text) => text.locator, weight: 8 },
    { key: 'replicable', value: (text) => words('replicable', text.replicable), weight: 7 },
    { key: 'medium', value: (text) => text.medium, weight: 6 },
    { key: 'usedBy', value: (text) => text.usedBy, weight: 8 },
    { key: 'usedWhere', value: (text) => text.usedWhere, weight: 6 },
    { key: 'usedWhen', value: (text) => text.usedWhen, weight: 6 },
    { key: 'status', value: (text) => words('textStatus', text.status), weight: 8 },
    {
      key: 'sources',
      value: (text) => joined(text.sourceIds.map((id) => sources.get(id) ?? '')),
      weight: 8,
    },
    { key: 'clauses', value: (text) => text.clauses, weight: 6 },
    { key: 'links', value: (text) => text.links, weight: 6 },
    { key: 'activations', value: (text) => text.activations, weight: 7 },
    { key: 'note', value: (text) => text.note, weight: 10 },
    { key: 'id', value: (text) => text.id, weight: 8 },
  ]
  return tableOf({ name: 'inventory', language }, columns, listTexts(project), ({ id }) => ({
    type: 'text',
    id,
  }))
}

/** One row a claim, so that claims that contradict each other stand side by side; a link without any has one too. */
export function linkTable(project: Project, language: Language): TableData {
  const words = wordsIn(language)
  const claims = Map.groupBy(
    listClaims(project).filter((claim) => claim.about.type === 'link'),
    (claim) => claim.about.id,
  )
  const links = listLinks(project)
  const rows = links.flatMap((link): { link: Link; claim: Claim | null }[] => {
    const own = claims.get(link.id) ?? []
    return own.length === 0 ? [{ link, claim: null }] : own.map((claim) => ({ link, claim }))
  })
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'from', value: ({ link }) => link.fromLabel, weight: 18 },
    { key: 'relation', value: ({ link }) => words('relation', link.relationName), weight: 11 },
    { key: 'to', value: ({ link }) => link.toLabel, weight: 18 },
    { key: 'evidence', value: ({ link }) => words('evidence', link.state), weight: 9 },
    { key: 'basis', value: ({ claim }) => (claim ? words('basis', claim.basis) : ''), weight: 9 },
    {
      key: 'stance',
      value: ({ claim }) => (claim ? words('stanceOfClaim', claim.stance) : ''),
      weight: 8,
    },
    {
      key: 'passages',
      value: ({ claim }) => passageLabels(project, claim?.passageIds ?? []),
      weight: 10,
    },
    { key: 'reference', value: ({ claim }) => claim?.reference ?? '', weight: 10 },
    {
      key: 'validity',
      value: ({ link }) => [link.validFrom, link.validTo].filter(Boolean).join('–'),
      weight: 8,
    },
    { key: 'note', value: ({ link, claim }) => joined([link.note, claim?.note ?? '']), weight: 14 },
    { key: 'id', value: ({ link }) => link.id, weight: 8 },
  ]
  const unsupported = links
    .filter((link) => link.state === 'unsupported')
    .map((link) => `${link.fromLabel} → ${link.toLabel}`)
  return tableOf(
    {
      name: 'links',
      language,
      notes: missingNote(language, 'institution.unsupportedLinks', unsupported),
    },
    columns,
    rows,
    ({ link }) => ({ type: 'link', id: link.id }),
  )
}

/** Passages as they are cited, `4:32`, in the order given. */
export function passageLabels(project: Project, ids: readonly string[]): string {
  if (ids.length === 0) return ''
  const label = labelStatement(project)
  return joined(ids.map((id) => label.get(id) ?? ''))
}

const labelStatements = new WeakMap<Project['db'], ReturnType<typeof prepareLabels>>()

/** A table of thousands of rows asks for thousands of labels: the question is prepared once. */
function labelStatement(project: Project): ReturnType<typeof prepareLabels> {
  const known = labelStatements.get(project.db)
  if (known) return known
  const made = prepareLabels(project)
  labelStatements.set(project.db, made)
  return made
}

function prepareLabels(project: Project) {
  return project.db
    .prepare<[string], string>(
      `SELECT (sources.data ->> '$.number') || ':' || coalesce((
         SELECT ordinal FROM paragraphs WHERE source_id = passages.source_id
           AND start <= passages.start ORDER BY start DESC LIMIT 1), 0)
       FROM passages JOIN entities sources
         ON sources.kind = 'sources' AND sources.id = passages.source_id
       WHERE passages.id = ?`,
    )
    .pluck()
}
