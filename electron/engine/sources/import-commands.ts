import { basename } from 'node:path'
import type * as Y from 'yjs'
import type { ImportedFile } from '../../../shared/contract/sources.ts'
import { foldSpace, placeQuote } from '../../../shared/text/anchor.ts'
import type { CommandHandlers, Context } from '../handlers.ts'
import { anchorRange, type PassageRecord } from '../passages/passage-record.ts'
import { entityById } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { Refusal, refusalToFailure } from '../refusal.ts'
import { writeBody } from './body.ts'
import {
  readBytesAsSources,
  duplicateOf,
  hashOf,
  readFile,
  type Options,
  type ReadFile,
} from './read-files.ts'
import { nextSourceNumber, sourceById } from './source-list.ts'
import { keepOriginal, originalByHash, storeSource } from './store-source.ts'

export const importCommands: CommandHandlers<
  'sources.import' | 'sources.importText' | 'sources.redoImport'
> = {
  'sources.import': async ({ paths, options = {}, task = '' }, context) => {
    const signal = context.signal(task)
    const items: ImportedFile[] = []
    for (const [index, path] of paths.entries()) {
      context.progress(task, index, paths.length, basename(path))
      items.push(await importFile(context, path, options, signal))
    }
    context.progress(task, paths.length, paths.length, '')
    return { items }
  },
  'sources.importText': async ({ title, text, options = {} }, context) => {
    const bytes = new TextEncoder().encode(text)
    const name = `${title.trim() || 'Text'}.txt`
    const item = await attempt(name, async () => {
      const sources = await readBytesAsSources(bytes, name, options, context.signal(undefined))
      return store(context.project, name, { bytes, hash: hashOf(bytes), sources }, options)
    })
    return { items: [item] }
  },
  'sources.redoImport': async ({ sourceId, options, task }, { project, signal }) => {
    const source = sourceById(project, sourceId)
    const bytes = source.blob === null ? null : originalByHash(project, source.blob)
    if (!bytes) throw new Refusal('source.noOriginal', { title: source.title })
    const [read] = await readBytesAsSources(bytes, source.fileName, options, signal(task))
    if (!read) throw new Refusal('import.empty', { path: source.fileName })
    const counts = project.change(
      { command: 'sources.redoImport', label: source.title, entities: [sourceId] },
      (edit) =>
        edit(`source:${sourceId}`, (doc) => {
          const body = doc.getText('body')
          body.delete(0, body.length)
          writeBody(body, read.text)
          doc.getMap('import').set('setAside', read.setAside)
          const folded = foldSpace(read.text.text)
          return placeAnew(doc.getMap<PassageRecord>('passages'), (record) => {
            const place = placeQuote(folded, record)
            return (
              place && { ...record, ...anchorRange(body, read.text.text, place.start, place.end) }
            )
          })
        }),
    )
    return { ...counts, notes: read.notes }
  },
}

function placeAnew(
  passages: Y.Map<PassageRecord>,
  place: (record: PassageRecord) => PassageRecord | null,
): { placed: number; lost: number } {
  let placed = 0
  let lost = 0
  for (const [id, record] of [...passages.entries()]) {
    const found = place(record)
    if (found) {
      passages.set(id, found)
      placed += 1
    } else {
      lost += 1
    }
  }
  return { placed, lost }
}

function importFile(
  context: Context,
  path: string,
  options: Options,
  signal: AbortSignal,
): Promise<ImportedFile> {
  return attempt(path, async () => {
    if (signal.aborted) throw new Refusal('import.cancelled', { path })
    const read = await readFile(path, options, signal)
    const known = duplicateOf(context.project, read.hash)
    if (known && options.duplicates !== 'import') {
      throw new Duplicate(known.id, new Refusal('source.duplicate', { path, title: known.title }))
    }
    return store(context.project, path, read, options)
  })
}

/** All sources of one file in one change, so that nothing is half-imported. */
function store(
  project: Project,
  path: string,
  read: ReadFile,
  options: Options,
): Partial<ImportedFile> {
  const folderId = options.folderId ?? null
  if (folderId !== null) entityById(project, 'folders', folderId, 'folder.notFound')
  const first = nextSourceNumber(project)
  const sources = read.sources.map((source, index) => ({
    ...source,
    id: project.newId(),
    number: first + index,
  }))
  const sourceIds = sources.map((source) => source.id)
  project.change(
    {
      command: 'sources.import',
      label: sources.length === 1 ? (sources[0]?.title ?? '') : basename(path),
      entities: sourceIds,
    },
    (edit) => {
      const blob = keepOriginal(project, read.bytes)
      for (const source of sources) {
        storeSource(project, edit, {
          id: source.id,
          title: source.title,
          kind: options.kind ?? source.suggestedKind,
          language: source.language ?? 'other',
          folderId,
          format: source.format,
          fileName: basename(path),
          blob,
          number: source.number,
          text: source.text,
          setAside: source.setAside,
        })
      }
    },
  )
  return { sourceIds, notes: sources.flatMap((source) => source.notes) }
}

/** The file is in the project already; not an error of the file. */
class Duplicate extends Error {
  readonly sourceId: string
  readonly refusal: Refusal
  constructor(sourceId: string, refusal: Refusal) {
    super('duplicate')
    this.sourceId = sourceId
    this.refusal = refusal
  }
}

async function attempt(
  path: string,
  work: () => Promise<Partial<ImportedFile>>,
): Promise<ImportedFile> {
  const result: ImportedFile = {
    path,
    ok: true,
    sourceIds: [],
    duplicateOf: null,
    notes: [],
    error: null,
  }
  try {
    return { ...result, ...(await work()) }
  } catch (error) {
    const isDuplicate = error instanceof Duplicate
    return {
      ...result,
      ok: false,
      duplicateOf: isDuplicate ? error.sourceId : null,
      error: refusalToFailure(isDuplicate ? error.refusal : error),
    }
  }
}
