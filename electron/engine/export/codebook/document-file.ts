import type { Task } from '../../task.ts'
import { writeOffice } from '../office/write-office.ts'
import type { CodebookDocument } from './document-model.ts'
import { documentToHtmlPage } from './html.ts'
import { documentToMarkdown } from './markdown.ts'
import { documentToTex } from './tex.ts'

/** A document for reading as a file. */
export async function documentToFile(
  document: CodebookDocument,
  format: 'docx' | 'md' | 'html' | 'tex',
  task: Task,
): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return writeOffice({ type: 'document', document }, task)
    case 'md':
      return textToBytes(documentToMarkdown(document))
    case 'html':
      return textToBytes(documentToHtmlPage(document))
    case 'tex':
      return textToBytes(documentToTex(document))
  }
}

export function textToBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
