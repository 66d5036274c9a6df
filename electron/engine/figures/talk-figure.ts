import type { FigureData, FigureSpec } from '../../../shared/analysis/figures/figure.ts'
import { lineQuestion } from '../../../shared/analysis/question/axis.ts'
import type { Question } from '../../../shared/analysis/question/question.ts'
import { countWords } from '../../../shared/text/paragraphs.ts'
import { group } from '../analysis/matrix.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import type { FigureWords } from './figure-words.ts'

interface Talk {
  /** Null: a speaker whom nobody has linked to a person, who stands for herself. */
  role: string | null
  speaker: string
  sourceId: string
  words: number
  turns: number
  first: number
}

interface Spoken {
  label: string
  role: string | null
  words: number
  turns: number
  first: number
}

/** Words and turns of each role, and in how many sources it has the first turn. */
export async function talkPerRole(
  project: Project,
  task: Task,
  { sourceId }: Extract<FigureSpec, { kind: 'talk' }>,
  words: FigureWords,
): Promise<FigureData> {
  const here: Question | undefined =
    sourceId === undefined ? undefined : { type: 'source', sourceIds: [sourceId] }
  const scope: Question = here ?? { type: 'anything' }
  const roles = (await group(project, task, scope, { by: 'roles' })).items
  const passages = new Map(roles.map((line) => [line.id, line]))
  const spoken = [...spokenOf(project, sourceId, words.text('figures.noRole')).values()].sort(
    (a, b) => b.words - a.words,
  )
  const rows = spoken.map(({ label, role, words: value, turns, first }) => {
    const line = role === null ? undefined : passages.get(role)
    return {
      cells: [label, value, turns, first, line?.total ?? ''],
      value,
      question: line ? lineQuestion(line.question, here) : null,
      place: null,
    }
  })
  return {
    ...words.proposed('talk', rows, {}),
    columns: words.columns('role', 'words', 'turns', 'firstTurns', 'passages'),
    rows,
    shape: {
      type: 'bars',
      series: words.columns('words'),
      groups: rows.slice(0, 30).map(({ cells }, row) => ({
        label:
          cells[3] === 0
            ? String(cells[0])
            : words.text('figures.firstIn', { role: String(cells[0]), count: String(cells[3]) }),
        rows: [row],
      })),
    },
  }
}

function spokenOf(
  project: Project,
  sourceId: string | undefined,
  noRole: string,
): Map<string, Spoken> {
  const found = new Map<string, Spoken>()
  for (const talk of talkOf(project, sourceId)) {
    const label = talk.role === null ? talk.speaker : talk.role || noRole
    const key = `${talk.role === null ? 'speaker' : 'role'} ${label}`
    const own = found.get(key) ?? { label, role: talk.role, words: 0, turns: 0, first: 0 }
    // Each turn begins with the name of who speaks, which is not said.
    own.words += Math.max(0, talk.words - talk.turns * countWords(talk.speaker))
    own.turns += talk.turns
    own.first += talk.first
    found.set(key, own)
  }
  return found
}

/** What each speaker says in each source. */
function talkOf(project: Project, sourceId: string | undefined): Talk[] {
  return project.db
    .prepare<[Record<string, string>], Talk>(
      `SELECT paragraphs.source_id sourceId, paragraphs.speaker,
         CASE WHEN persons.id IS NULL THEN NULL ELSE coalesce(persons.data ->> '$.role', '') END role,
         sum(paragraphs.words) words, count(DISTINCT paragraphs.turn) turns,
         min(paragraphs.ordinal) = (SELECT min(ordinal) FROM paragraphs first
           WHERE first.source_id = paragraphs.source_id AND first.speaker <> '') first
       FROM paragraphs
       JOIN entities sources ON sources.kind = 'sources' AND sources.id = paragraphs.source_id
         AND sources.deleted = 0
       LEFT JOIN speakers ON speakers.source_id = paragraphs.source_id
         AND speakers.name = paragraphs.speaker
       LEFT JOIN entities persons ON persons.kind = 'persons' AND persons.id = speakers.person_id
         AND persons.deleted = 0
       WHERE paragraphs.speaker <> '' ${sourceId === undefined ? '' : 'AND paragraphs.source_id = :sourceId'}
       GROUP BY paragraphs.source_id, paragraphs.speaker
       ORDER BY paragraphs.source_id, min(paragraphs.ordinal)`,
    )
    .all(sourceId === undefined ? {} : { sourceId })
}
