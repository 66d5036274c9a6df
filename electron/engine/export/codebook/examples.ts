import type { CodebookCode } from '../../../../shared/analysis/codebook.ts'
import { cleanLine, cleanText } from './clean.ts'
import type { DocumentQuote } from './document-model.ts'
import type { CodebookExportOptions } from './options.ts'

const DEFAULT_EXAMPLES = 2

/** The examples of a code that an export prints. */
export function examplesOf(code: CodebookCode, options: CodebookExportOptions): DocumentQuote[] {
  return code.examples
    .slice(0, Math.max(0, options.examples ?? DEFAULT_EXAMPLES))
    .map((example) => ({
      text: cleanText(example.quote).trim(),
      reference: [example.sourceTitle, example.locator].map(cleanLine).filter(Boolean).join(', '),
      passageId: example.passageId,
    }))
}
