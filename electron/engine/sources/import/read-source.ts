import { guessLanguage } from '../../../../shared/text/language.ts'
import { countSpeakers, markTurns } from '../../../../shared/text/turns.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure, pause } from './failure.ts'
import { formatOf } from './format-of.ts'
import { readCaptions } from './read-captions.ts'
import { readDocx } from './read-docx.ts'
import { readOdt } from './read-odt.ts'
import { readPdf } from './read-pdf.ts'
import { readHtml, readMarkdown, readPlainText } from './read-plain.ts'
import { readRtf } from './read-rtf.ts'
import { readSurvey } from './read-survey.ts'
import { suggestKind } from './suggest-kind.ts'
import type { ImportOptions, ReadResult, ReadSource, SourceFormat } from './types.ts'

/** Largest file that is read, in bytes; callers refuse larger ones before reading them. */
export const largestFileBytes = 200 * 1024 * 1024

/** Extensions without the dot. */
export const supportedExtensions: string[] =
  'txt text md markdown docx odt rtf html htm xhtml pdf srt vtt csv tsv'.split(' ')

/**
 * Reads a whole file into sources: several for survey answers, else one. `name` is the file name
 * with its extension. Never throws for what is in the file; refusals come back as error codes.
 */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  options: ImportOptions = {},
  signal?: AbortSignal,
): Promise<ReadResult> {
  if (bytes.length === 0) return { ok: false, error: { code: 'import.empty' } }
  if (bytes.length > largestFileBytes) {
    const details = { bytes: bytes.length, limit: largestFileBytes }
    return { ok: false, error: { code: 'import.tooLarge', details } }
  }
  try {
    await pause(signal)
    const { format, readAs } = await formatOf(bytes, name, signal)
    const drafts = await readFormat(format, bytes, options, signal)
    await pause(signal)
    const title = titleFromName(name)
    const sources = drafts.map((draft) => settle(draft, title, options))
    if (readAs) for (const source of sources) source.notes.push({ code: 'read-as', detail: format })
    return { ok: true, sources }
  } catch (error) {
    // Structure nested deeper than the stack is a file made to harm, not a mistake of ours.
    if (error instanceof RangeError) {
      return { ok: false, error: { code: 'import.broken', details: { part: 'nesting' } } }
    }
    if (!(error instanceof ImportFailure)) throw error
    const { code, details } = error
    return { ok: false, error: Object.keys(details).length > 0 ? { code, details } : { code } }
  }
}

async function readFormat(
  format: SourceFormat,
  bytes: Uint8Array,
  options: ImportOptions,
  signal: AbortSignal | undefined,
): Promise<DraftSource[]> {
  switch (format) {
    case 'txt':
      return [readPlainText(bytes, options)]
    case 'md':
      return [readMarkdown(bytes, options)]
    case 'html':
      return [readHtml(bytes, options)]
    case 'docx':
      return [await readDocx(bytes, signal)]
    case 'odt':
      return [await readOdt(bytes, signal)]
    case 'rtf':
      return [await readRtf(bytes, signal)]
    case 'pdf':
      return [await readPdf(bytes, options, signal)]
    case 'srt':
    case 'vtt':
      return [readCaptions(bytes, format, options)]
    case 'csv':
      return readSurvey(bytes, options)
  }
}

function settle(draft: DraftSource, fileTitle: string, options: ImportOptions): ReadSource {
  const { text } = draft
  if (!/[^\s\u200b-\u200f\u2060\ufeff]/.test(text.text)) {
    throw new ImportFailure(draft.format === 'txt' ? 'import.empty' : 'import.noText')
  }
  const mayHaveTurns = options.turns !== 'off' && draft.kind !== 'survey answers'
  const speakers = mayHaveTurns ? markTurns(text) : countSpeakers(text.blocks)
  const setAside = draft.setAside ?? []
  const notes = [...(draft.notes ?? [])]
  if (setAside.length > 0) notes.push({ code: 'set-aside', count: setAside.length })
  const language = draft.language ?? guessLanguage(text.text)
  return {
    title: titleOf(draft, fileTitle),
    text,
    setAside,
    notes,
    suggestedKind: suggestKind({
      kind: draft.kind,
      fileTitle,
      title: draft.title ?? '',
      text: text.text,
      speakers,
    }),
    format: draft.format,
    reflowed: draft.reflowed ?? false,
    speakers,
    ...(language !== undefined && { language }),
    ...(draft.encoding !== undefined && { encoding: draft.encoding }),
  }
}

function titleOf(draft: DraftSource, fileTitle: string): string {
  const own = draft.title?.trim() ?? ''
  if (own === '') return fileTitle
  return draft.kind === 'survey answers' ? `${fileTitle} – ${own}` : own
}

function titleFromName(name: string): string {
  const base = name.replace(/^.*[/\\]/, '')
  return base.replace(/(?<=.)\.[^.]*$/, '').normalize('NFC')
}
