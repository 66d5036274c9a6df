import { ImportFailure } from './failure.ts'
import { isEncryptedOffice, sniff } from './sniff.ts'
import type { SourceFormat } from './types.ts'
import { openZip } from './zip-entries.ts'

const formatByExtension: Record<string, SourceFormat> = {
  txt: 'txt',
  text: 'txt',
  md: 'md',
  markdown: 'md',
  docx: 'docx',
  odt: 'odt',
  rtf: 'rtf',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  pdf: 'pdf',
  srt: 'srt',
  vtt: 'vtt',
  csv: 'csv',
  tsv: 'csv',
}

const binaryFormats: SourceFormat[] = ['docx', 'odt', 'rtf', 'pdf']

/**
 * The format of a file by what it holds first and by its name second. A supported format under
 * another name is read as what it is (`readAs`); anything else is refused by saying what it is.
 */
export async function formatOf(
  bytes: Uint8Array,
  name: string,
  signal?: AbortSignal,
): Promise<{ format: SourceFormat; readAs: boolean }> {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const expected = formatByExtension[extension]
  const found = sniff(bytes)
  const is = (format: SourceFormat): { format: SourceFormat; readAs: boolean } => ({
    format,
    readAs: format !== expected,
  })
  if (found === 'pdf' || found === 'rtf') return is(found)
  if (found === 'zip') {
    const inside = await formatInZip(bytes, signal)
    if (inside === 'docx' || inside === 'odt') return is(inside)
    throw refusal(expected, inside, extension)
  }
  if (found === 'compound') {
    if (isEncryptedOffice(bytes)) throw new ImportFailure('import.encrypted', { format: 'docx' })
    throw refusal(expected, 'doc', extension)
  }
  if (found !== 'unknown') throw refusal(expected, found, extension)
  if (expected === undefined) throw new ImportFailure('import.unknownFormat', { extension })
  if (binaryFormats.includes(expected)) {
    throw refusal(expected, bytes.subarray(0, 4096).includes(0) ? 'unknown' : 'text', extension)
  }
  return { format: expected, readAs: false }
}

function refusal(
  expected: SourceFormat | undefined,
  found: string,
  extension: string,
): ImportFailure {
  if (expected === undefined) return new ImportFailure('import.unknownFormat', { extension, found })
  return new ImportFailure('import.notThisFormat', { expected, found })
}

async function formatInZip(bytes: Uint8Array, signal?: AbortSignal): Promise<string> {
  const archive = await openZip(bytes, signal)
  const { names } = archive
  if (names.includes('word/document.xml')) return 'docx'
  if (names.includes('content.xml') && names.includes('mimetype')) {
    const type = Buffer.from((await archive.read('mimetype')) ?? []).toString('latin1')
    if (type.includes('opendocument.text')) return 'odt'
    return 'another OpenDocument'
  }
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (names.includes('ppt/presentation.xml')) return 'pptx'
  return 'zip'
}
