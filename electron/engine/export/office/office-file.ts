import type { Codebook } from '../../../../shared/analysis/codebook.ts'
import type { AccountDocument } from '../account/account-model.ts'
import type { CodebookDocument } from '../codebook/document-model.ts'
import type { CodebookExportOptions } from '../codebook/options.ts'
import type { Workbook } from '../tables/workbook.ts'

/** All that a file of Word or Excel is written from: plain data, which can be handed to a thread. */
export type OfficeFile =
  | { type: 'document'; document: CodebookDocument }
  | { type: 'account'; document: AccountDocument }
  | { type: 'workbook'; workbook: Workbook }
  | { type: 'codebook workbook'; codebook: Codebook; options: CodebookExportOptions }

/** Says how far it has come; a total of 0 means that nobody can say. */
export type TellProgress = (done: number, total: number) => void

/**
 * The bytes of the file. The libraries let nothing else in for seconds, and take long to load: not on
 * the engine's thread, and only the one that is needed.
 */
export async function officeFileToBytes(file: OfficeFile, tell: TellProgress): Promise<Uint8Array> {
  switch (file.type) {
    case 'document': {
      const { documentToDocx } = await import('../codebook/docx.ts')
      return documentToDocx(file.document, tell)
    }
    case 'account': {
      const { accountToDocx } = await import('../account/docx.ts')
      return accountToDocx(file.document)
    }
    case 'workbook': {
      const { tablesToXlsx } = await import('../tables/workbook.ts')
      return tablesToXlsx(file.workbook)
    }
    case 'codebook workbook': {
      const { codebookToXlsx } = await import('../codebook/xlsx.ts')
      return codebookToXlsx(file.codebook, file.options)
    }
  }
}
