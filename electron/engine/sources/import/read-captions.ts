import { createTextBuilder } from '../../../../shared/text/text-builder.ts'
import type { Run } from '../../../../shared/text/text-builder.ts'
import type { Block } from '../../../../shared/text/source-text.ts'
import { timeFromStamp } from '../../../../shared/text/turns.ts'
import type { DraftSource } from './draft-source.ts'
import { ImportFailure } from './failure.ts'
import { decodeOrFail } from './read-plain.ts'
import type { ImportOptions } from './types.ts'

const timing =
  /^\s*((?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/

/** SubRip and WebVTT: one paragraph for each cue, with its time and, where given, its voice. */
export function readCaptions(
  bytes: Uint8Array,
  format: 'srt' | 'vtt',
  options: ImportOptions,
): DraftSource {
  const decoded = decodeOrFail(bytes, options)
  const builder = createTextBuilder()
  const lines = decoded.text.split('\n')
  let speaker: string | undefined
  let cues = 0
  for (let index = 0; index < lines.length; index += 1) {
    const found = timing.exec(lines[index] ?? '')?.[1]
    if (found === undefined) continue
    cues += 1
    const words: string[] = []
    while ((lines[index + 1] ?? '').trim() !== '' && !beginsCue(lines, index + 1)) {
      index += 1
      words.push(lines[index] ?? '')
    }
    const time = timeFromStamp(found.replace(',', '.')) ?? 0
    for (const part of voicesOf(words.join('\n'))) {
      const runs = runsOf(part.text)
      if (runs.every((run) => run.text.trim() === '')) continue
      const block: Block = { kind: 'paragraph', time }
      if (part.voice !== undefined && part.voice !== speaker) block.speaker = part.voice
      speaker = part.voice ?? speaker
      builder.addBlock(block, runs)
    }
  }
  if (cues === 0)
    throw new ImportFailure('import.notThisFormat', { expected: format, found: 'text' })
  return {
    format,
    text: builder.finish(),
    notes: decoded.notes,
    kind: 'audio/video transcript',
    encoding: decoded.encoding,
  }
}

/** A cue begins with its time or with a number above it, also where no blank line stands before. */
function beginsCue(lines: string[], at: number): boolean {
  if (timing.test(lines[at] ?? '')) return true
  return /^\s*\d+\s*$/.test(lines[at] ?? '') && timing.test(lines[at + 1] ?? '')
}

function voicesOf(cue: string): { voice: string | undefined; text: string }[] {
  const parts: { voice: string | undefined; text: string }[] = []
  let last = 0
  let voice: string | undefined
  for (const match of cue.matchAll(/<v(?:\.[^\s>]*)?\s+([^>]+)>|<\/v>/g)) {
    parts.push({ voice, text: cue.slice(last, match.index) })
    voice = match[1] === undefined ? undefined : unescape(match[1]).trim()
    last = match.index + match[0].length
  }
  parts.push({ voice, text: cue.slice(last) })
  return parts.filter((part) => part.text.trim() !== '')
}

/** Two lines of one cue are one paragraph; tags other than bold, italic, underline are dropped. */
function runsOf(text: string): Run[] {
  const runs: Run[] = []
  const format = { bold: false, italic: false, underline: false }
  let last = 0
  const push = (part: string): void => {
    if (part !== '') runs.push({ text: unescape(part.replace(/\s*\n\s*/g, ' ')), ...format })
  }
  for (const match of text.matchAll(/<(\/?)([a-z]+)[^>]*>|<[\d:.]+>|\{\\[^}]*\}/gi)) {
    push(text.slice(last, match.index))
    last = match.index + match[0].length
    const open = match[1] === ''
    if (match[2] === 'b') format.bold = open
    if (match[2] === 'i') format.italic = open
    if (match[2] === 'u') format.underline = open
  }
  push(text.slice(last))
  return runs
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '',
  '&rlm;': '',
  '&amp;': '&',
}

function unescape(text: string): string {
  return text.replace(/&(?:lt|gt|nbsp|lrm|rlm|amp);/g, (entity) => entities[entity] ?? entity)
}
