export const CODEBOOK_FORMATS = ['docx', 'xlsx', 'csv', 'md', 'html', 'tex', 'qdc'] as const

export type CodebookFormat = (typeof CODEBOOK_FORMATS)[number]

export type ExportLanguage = 'en' | 'nb'

export type CodebookLayout = 'sections' | 'table'

export interface CodebookExportOptions {
  language: ExportLanguage
  /** One section per code, or one table. Followed by docx, md, html and tex; default 'sections'. */
  layout?: CodebookLayout
  /** At most this many example passages per code; default 2. */
  examples?: number
}
