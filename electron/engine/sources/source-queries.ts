import { entityById } from '../project/entities.ts'
import type { QueryHandlers } from '../handlers.ts'
import { refusalToFailure } from '../refusal.ts'
import { duplicateOf, readFile, type ReadFile } from './read-files.ts'
import { listFolders, listSources, sourceById } from './source-list.ts'
import { revisionOf, storedText } from './source-text-store.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'

export const sourceQueries: QueryHandlers<
  | 'sources.list'
  | 'sources.get'
  | 'sources.withdrawn'
  | 'sources.text'
  | 'sources.speakers'
  | 'sources.setAside'
  | 'sources.preview'
> = {
  'sources.list': (_, { project }) => ({
    items: listSources(project),
    folders: listFolders(project),
  }),
  'sources.withdrawn': (_, { project }) => ({
    items: project.db
      .prepare<[], { sourceId: string; number: number; data: string }>(
        `SELECT gone.id sourceId, json_extract(sources.data, '$.number') number, gone.data
         FROM entities gone JOIN entities sources ON sources.kind = 'sources' AND sources.id = gone.id
         WHERE gone.kind = 'withdrawals' ORDER BY number`,
      )
      .all()
      .map(({ sourceId, number, data }) => {
        const { created, createdBy, reason } = JSON.parse(data)
        return { sourceId, number, time: created, analystId: createdBy, reason }
      }),
  }),
  'sources.get': ({ sourceId }, { project }) => sourceById(project, sourceId),
  'sources.text': ({ sourceId }, { project }) => {
    entityById(project, 'sources', sourceId, 'source.notFound')
    const source = storedText(project.db, sourceId) ?? {
      text: '\n',
      blocks: [{ kind: 'paragraph' as const }],
      marks: [],
      pages: [],
    }
    return { ...source, revision: revisionOf(source.text) }
  },
  'sources.speakers': ({ sourceId }, { project }) => {
    entityById(project, 'sources', sourceId, 'source.notFound')
    const turns = new Map<string, number>()
    for (const { speaker } of storedText(project.db, sourceId)?.blocks ?? []) {
      if (speaker !== undefined) turns.set(speaker, (turns.get(speaker) ?? 0) + 1)
    }
    const linked = project.db
      .prepare<[string], { name: string; person_id: string }>(
        'SELECT name, person_id FROM speakers WHERE source_id = ?',
      )
      .all(sourceId)
    const persons = new Map(linked.map((row) => [row.name, row.person_id]))
    return {
      items: [...turns].map(([name, count]) => ({
        name,
        turns: count,
        personId: persons.get(name) ?? null,
      })),
    }
  },
  'sources.setAside': ({ sourceId }, { project }) => {
    const items = project.db
      .prepare<[string], string>('SELECT items FROM set_aside WHERE source_id = ?')
      .pluck()
      .get(sourceId)
    return { items: JSON.parse(items ?? '[]') }
  },
  'sources.preview': async ({ paths, options = {} }, { project, signal }) => {
    const items: Preview[] = []
    for (const path of paths) {
      try {
        const read = await readFile(path, options, signal(undefined))
        items.push(previewOf(path, read, duplicateOf(project, read.hash)?.id ?? null))
      } catch (error) {
        items.push({ ...emptyPreview, path, ok: false, error: refusalToFailure(error) })
      }
    }
    return { items }
  },
}

type Preview = QueryOutput<'sources.preview'>['items'][number]

const emptyPreview: Preview = {
  path: '',
  ok: true,
  error: null,
  duplicateOf: null,
  title: '',
  format: '',
  kind: 'document',
  language: '',
  encoding: '',
  reflowed: false,
  sources: 0,
  paragraphs: 0,
  characters: 0,
  beginning: '',
  speakers: [],
  notes: [],
  setAside: 0,
}

function previewOf(path: string, read: ReadFile, duplicate: string | null): Preview {
  const [first] = read.sources
  if (!first) return { ...emptyPreview, path }
  return {
    path,
    ok: true,
    error: null,
    duplicateOf: duplicate,
    title: first.title,
    format: first.format,
    kind: first.suggestedKind,
    language: first.language ?? '',
    encoding: first.encoding ?? '',
    reflowed: first.reflowed,
    sources: read.sources.length,
    paragraphs: first.text.blocks.length,
    characters: first.text.text.length,
    beginning: first.text.text.slice(0, 600),
    speakers: first.speakers,
    notes: first.notes,
    setAside: first.setAside.length,
  }
}
