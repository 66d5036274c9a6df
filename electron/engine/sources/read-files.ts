import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { z } from 'zod'
import type { importOptions } from '../../../shared/contract/sources.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { fileRefusal, Refusal } from '../refusal.ts'
import {
  largestFileBytes,
  readSource,
  type ImportOptions,
  type ReadSource,
} from './import/index.ts'

export type Options = z.output<typeof importOptions>

export interface ReadFile {
  bytes: Uint8Array
  hash: string
  sources: ReadSource[]
}

/** Reads one file and what is in it; refuses with the reason. */
export async function readFile(
  path: string,
  options: Options,
  signal: AbortSignal,
): Promise<ReadFile> {
  const bytes = readBytes(path)
  return {
    bytes,
    hash: hashOf(bytes),
    sources: await readBytesAsSources(bytes, path, options, signal),
  }
}

export async function readBytesAsSources(
  bytes: Uint8Array,
  path: string,
  options: Options,
  signal: AbortSignal,
): Promise<ReadSource[]> {
  const read = await readSource(bytes, basename(path), readerOptions(options), signal)
  if (!read.ok) throw new Refusal(read.error.code, { path, ...read.error.details })
  return read.sources.map((source) => correctSpeakers(source, options.speakers))
}

/** A living source made of the same file, if there is one. */
export function duplicateOf(project: Project, hash: string): { id: string; title: string } | null {
  const found = listEntities(project, 'sources').find((source) => source.blob === hash)
  return found ? { id: found.id, title: String(found.title) } : null
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function readBytes(path: string): Uint8Array {
  try {
    const found = statSync(path)
    // A folder has no text, and a device or a pipe may have no end.
    if (!found.isFile()) throw new Refusal('file.notAFile', { path })
    const { size } = found
    if (size > largestFileBytes) {
      throw new Refusal('import.tooLarge', {
        path,
        size: megabytes(size),
        limit: megabytes(largestFileBytes),
      })
    }
    return readFileSync(path)
  } catch (error) {
    throw fileRefusal(error, path)
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}

function readerOptions(options: Options): ImportOptions {
  return {
    ...(options.reflow === undefined ? {} : { reflow: options.reflow }),
    ...(options.turns === undefined ? {} : { turns: options.turns }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.survey === undefined
      ? {}
      : {
          survey: {
            by: options.survey.by,
            ...(options.survey.delimiter === undefined
              ? {}
              : { delimiter: options.survey.delimiter }),
          },
        }),
  }
}

function correctSpeakers(
  source: ReadSource,
  names: Record<string, string> | undefined,
): ReadSource {
  if (!names) return source
  const blocks = source.text.blocks.map((block) => {
    const { speaker } = block
    if (speaker === undefined || !Object.hasOwn(names, speaker)) return block
    const name = names[speaker]?.trim() ?? ''
    return name === '' ? block : { ...block, speaker: name }
  })
  return { ...source, text: { ...source.text, blocks } }
}
