import { acts as actsEn } from '../../../shared/i18n/en/acts.ts'
import { acts as actsNb } from '../../../shared/i18n/nb/acts.ts'
import type { ActivityFilter } from '../../../shared/contract/project.ts'
import type { Activity } from '../../../shared/model/entities.ts'
import type { Project } from './project.ts'

/** Rows of the activity trail, newest first, that pass a filter; `before` is the id of a row. */
export function listActivity(
  project: Project,
  filter: ActivityFilter,
  page: { limit: number; before?: number | undefined },
): Activity[] {
  const found: ActivityRow[] = []
  const fits = wordsFit(filter.words)
  const rows = project.db
    .prepare<Record<string, string | number | null>, ActivityRow>(
      `SELECT activity.*, json_extract(analysts.data, '$.name') analyst FROM activity
       LEFT JOIN entities analysts ON analysts.kind = 'analysts' AND analysts.id = analyst_id
       WHERE (:before IS NULL
           OR (time, seq) < (SELECT time, seq FROM activity WHERE seq = :before))
         AND (:analyst IS NULL OR analyst_id = :analyst)
         AND (:kind IS NULL OR substr(command, 1, length(:kind) + 1) = :kind || '.')
         AND (:from IS NULL OR time >= :from) AND (:to IS NULL OR time < :to)
         AND (:entity IS NULL OR seq IN
           (SELECT seq FROM activity_entities WHERE entity = :entity))
       ORDER BY time DESC, seq DESC`,
    )
    .iterate({
      before: page.before ?? null,
      analyst: filter.analystId ?? null,
      kind: filter.kind ?? null,
      from: filter.from ?? null,
      to: filter.to ?? null,
      entity: filter.entity ?? null,
    })
  for (const row of rows) {
    if (fits(row)) found.push(row)
    if (found.length >= page.limit) break
  }
  const entities = entitiesOf(project, found)
  return found.map((row) => ({
    id: row.seq,
    time: row.time,
    analystId: row.analyst_id,
    analyst: row.analyst ?? '',
    command: row.command,
    label: row.label,
    entities: entities.get(row.seq) ?? [],
  }))
}

interface ActivityRow {
  seq: number
  time: string
  analyst_id: string
  analyst: string | null
  command: string
  label: string
}

/** What an act is called; the command itself if it has no name. */
export function actName(command: string, language: 'en' | 'nb'): string {
  const names: Readonly<Record<string, string>> = language === 'nb' ? actsNb : actsEn
  return names[command.replace('.', '_')] ?? command
}

/** Every word sought is in what was done, to what or by whom, in either language. */
function wordsFit(words = ''): (row: ActivityRow) => boolean {
  const sought = words.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return ({ command, label, analyst }) => {
    if (sought.length === 0) return true
    const said = [label, analyst ?? '', actName(command, 'en'), actName(command, 'nb')]
    const all = said.join(' ').toLocaleLowerCase()
    return sought.every((word) => all.includes(word))
  }
}

function entitiesOf(project: Project, rows: readonly ActivityRow[]): Map<number, string[]> {
  const entities = new Map<number, string[]>()
  const all = project.db
    .prepare<[string], { seq: number; entity: string }>(
      'SELECT seq, entity FROM activity_entities WHERE seq IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(rows.map(({ seq }) => seq)))
  for (const { seq, entity } of all) {
    const known = entities.get(seq)
    if (known) known.push(entity)
    else entities.set(seq, [entity])
  }
  return entities
}
