import { readFileSync } from 'node:fs'
import { readSource } from '../../../electron/engine/sources/import/index.ts'
import type {
  ImportError,
  ImportOptions,
  ReadSource,
} from '../../../electron/engine/sources/import/index.ts'

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url))
}

export async function readOne(
  content: string | Uint8Array,
  name: string,
  options?: ImportOptions,
): Promise<ReadSource> {
  const [first] = await readAll(content, name, options)
  if (first === undefined) throw new Error(`${name} gave no source`)
  return first
}

export async function readAll(
  content: string | Uint8Array,
  name: string,
  options?: ImportOptions,
): Promise<ReadSource[]> {
  const result = await readSource(toBytes(content), name, options)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.sources
}

export async function refusal(content: string | Uint8Array, name: string): Promise<ImportError> {
  const result = await readSource(toBytes(content), name)
  if (result.ok) throw new Error(`${name} was read`)
  return result.error
}

/** Paragraphs without their line feeds. */
export function paragraphs(source: ReadSource): string[] {
  return source.text.text.split('\n').slice(0, -1)
}

/** Each paragraph as `kind: words`, which reads well in a failing test. */
export function outline(source: ReadSource): string[] {
  return paragraphs(source).map((text, index) => {
    const block = source.text.blocks[index]
    const level = block?.level === undefined ? '' : ` ${String(block.level)}`
    const ordered = block?.ordered === true ? ' ordered' : ''
    const header = block?.header === true ? ' header' : ''
    return `${block?.kind ?? 'nothing'}${level}${ordered}${header}: ${text}`
  })
}

export function marked(source: ReadSource, key: 'bold' | 'italic' | 'underline' | 'noteRef') {
  return source.text.marks
    .filter((mark) => mark[key] === true)
    .map((mark) => source.text.text.slice(mark.start, mark.end))
}

export function footnotes(source: ReadSource): [string | undefined, string][] {
  const texts = paragraphs(source)
  return source.text.blocks.flatMap((block, index): [string | undefined, string][] =>
    block.kind === 'footnote' ? [[block.note, texts[index] ?? '']] : [],
  )
}

function toBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
