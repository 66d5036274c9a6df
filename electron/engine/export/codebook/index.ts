import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import { silentTask } from '../../task.ts'
import { writeOffice } from '../office/write-office.ts'
import { codebookToCsv } from './csv.ts'
import { documentToFile, textToBytes } from './document-file.ts'
import { codebookToDocument } from './document.ts'
import { documentToHtmlFragment } from './html.ts'
import type { CodebookExportOptions, CodebookFormat } from './options.ts'
import { codebookToQdc } from './qdc.ts'

export { CODEBOOK_FORMATS } from './options.ts'
export type { CodebookExportOptions, CodebookFormat } from './options.ts'

/** The bytes of a file in the given format. Text formats are UTF-8. */
export async function codebookToFile(
  codebook: Codebook,
  format: CodebookFormat,
  options: CodebookExportOptions,
  task = silentTask(),
): Promise<Uint8Array> {
  await task.reach(0, 0)
  switch (format) {
    case 'xlsx':
      return writeOffice({ type: 'codebook workbook', codebook, options }, task)
    case 'csv':
      return textToBytes(codebookToCsv(codebook, options))
    case 'qdc':
      return textToBytes(codebookToQdc(codebook, options))
    default:
      return documentToFile(codebookToDocument(codebook, options), format, task)
  }
}

/**
 * The same content as the html file, as a fragment for a preview in the window: one `<article>`,
 * without script, style or event attributes; the window styles it by class.
 */
export function codebookToHtml(codebook: Codebook, options: CodebookExportOptions): string {
  return documentToHtmlFragment(codebookToDocument(codebook, options))
}
