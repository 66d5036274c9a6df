import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import { silentTask } from '../../task.ts'
import { writeOffice } from '../office/write-office.ts'
import { codebookToCsv } from './csv.ts'
import { codebookToDocument } from './document.ts'
import { documentToHtmlFragment, documentToHtmlPage } from './html.ts'
import { documentToMarkdown } from './markdown.ts'
import type { CodebookExportOptions, CodebookFormat } from './options.ts'
import { codebookToQdc } from './qdc.ts'
import { documentToTex } from './tex.ts'

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
    case 'docx':
      return writeOffice(
        { type: 'document', document: codebookToDocument(codebook, options) },
        task,
      )
    case 'xlsx':
      return writeOffice({ type: 'codebook workbook', codebook, options }, task)
    case 'csv':
      return textToBytes(codebookToCsv(codebook, options))
    case 'md':
      return textToBytes(documentToMarkdown(codebookToDocument(codebook, options)))
    case 'html':
      return textToBytes(documentToHtmlPage(codebookToDocument(codebook, options)))
    case 'tex':
      return textToBytes(documentToTex(codebookToDocument(codebook, options)))
    case 'qdc':
      return textToBytes(codebookToQdc(codebook, options))
  }
}

/**
 * The same content as the html file, as a fragment for a preview in the window: one `<article>`,
 * without script, style or event attributes; the window styles it by class.
 */
export function codebookToHtml(codebook: Codebook, options: CodebookExportOptions): string {
  return documentToHtmlFragment(codebookToDocument(codebook, options))
}

function textToBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
