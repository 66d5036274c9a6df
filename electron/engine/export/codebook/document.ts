import type { Codebook, CodebookCode } from '../../../../shared/analysis/codebook.ts'
import { hueToHex } from '../../exchange/code-colour.ts'
import { cleanLine, cleanText } from './clean.ts'
import { examplesOf } from './examples.ts'
import { codesTable } from './document-table.ts'
import type {
  CodebookDocument,
  DocumentBlock,
  DocumentLine,
  DocumentTable,
} from './document-model.ts'
import type { CodebookExportOptions } from './options.ts'
import { CODEBOOK_WORDS, longDate, totalsSentence, usageSentence } from './words.ts'

/** Lays a codebook out as sections (an overview, then one section a code) or as one table. */
export function codebookToDocument(
  codebook: Codebook,
  options: CodebookExportOptions,
): CodebookDocument {
  const words = CODEBOOK_WORDS[options.language]
  const asTable = options.layout === 'table'
  return {
    language: options.language,
    locale: words.locale,
    landscape: asTable,
    title: words.codebook,
    subtitle: cleanLine(codebook.project.title),
    metadata: metadataLine(codebook, options),
    blocks: [...body(codebook, options, asTable), ...setsBlocks(codebook, options)],
  }
}

export function metadataLine(codebook: Codebook, options: CodebookExportOptions): string {
  return [
    longDate(codebook.project.exported, options.language),
    ...(codebook.project.analysts.length > 0
      ? [codebook.project.analysts.map(cleanLine).join(', ')]
      : []),
    totalsSentence(codebook.totals, options.language),
  ].join(' · ')
}

function body(
  codebook: Codebook,
  options: CodebookExportOptions,
  asTable: boolean,
): DocumentBlock[] {
  const words = CODEBOOK_WORDS[options.language]
  if (codebook.codes.length === 0) return [{ type: 'paragraph', text: words.noCodes }]
  if (asTable) return [codesTable(codebook, options)]
  return [
    overviewTable(codebook, options),
    ...codebook.codes.flatMap((code) => codeBlocks(code, options)),
  ]
}

function overviewTable(codebook: Codebook, options: CodebookExportOptions): DocumentTable {
  const words = CODEBOOK_WORDS[options.language]
  return {
    type: 'table',
    caption: words.overview,
    columns: [
      { label: words.code, weight: 42, align: 'left' },
      { label: words.fields.kind, weight: 15, align: 'left' },
      { label: words.fields.status, weight: 15, align: 'left' },
      { label: words.fields.passages, weight: 14, align: 'right' },
      { label: words.fields.sources, weight: 14, align: 'right' },
    ],
    rows: codebook.codes.map((code) => [
      [{ style: 'text', text: cleanLine(code.name), indent: code.depth }],
      textCell(words.kinds[code.kind]),
      textCell(words.statuses[code.status]),
      textCell(String(code.passages)),
      textCell(String(code.sources)),
    ]),
  }
}

function codeBlocks(code: CodebookCode, options: CodebookExportOptions): DocumentBlock[] {
  const words = CODEBOOK_WORDS[options.language]
  const { fields } = words
  const quotes = examplesOf(code, options)
  const path = code.path.map(cleanLine).join(' › ')
  const texts = [
    { label: fields.definition, text: code.definition },
    { label: fields.whenToUse, text: code.whenToUse },
    { label: fields.whenNotToUse, text: code.whenNotToUse },
    { label: fields.aliases, text: code.aliases.join('; ') },
  ]
  return [
    {
      type: 'heading',
      level: code.depth + 1,
      text: cleanLine(code.name),
      colour: hueToHex(code.hue),
    },
    {
      type: 'facts',
      items: [
        ...(path === '' ? [] : [`${words.under}: ${path}`]),
        capitalised(words.kinds[code.kind]),
        words.statuses[code.status],
        usageSentence(code, options.language),
      ],
    },
    ...texts
      .map(({ label, text }) => ({ type: 'field' as const, label, text: cleanText(text).trim() }))
      .filter(({ text }) => text !== ''),
    ...(quotes.length === 0
      ? []
      : [
          {
            type: 'quotes' as const,
            label: quotes.length === 1 ? words.example : fields.examples,
            quotes,
          },
        ]),
    {
      type: 'fine',
      items: [
        `${fields.id}: ${code.id}`,
        `${fields.created}: ${longDate(code.created, options.language)}`,
        `${fields.changed}: ${longDate(code.changed, options.language)}`,
      ],
    },
  ]
}

function setsBlocks(codebook: Codebook, options: CodebookExportOptions): DocumentBlock[] {
  const words = CODEBOOK_WORDS[options.language]
  const nameById = new Map(codebook.codes.map((code) => [code.id, cleanLine(code.name)]))
  const rows = codebook.sets.map((set) => [
    [{ style: 'name' as const, text: cleanLine(set.name) }],
    textCell(set.codeIds.flatMap((id) => nameById.get(id) ?? []).join('; ')),
  ])
  if (rows.length === 0) return []
  return [
    { type: 'heading', level: 1, text: words.codeSets },
    {
      type: 'table',
      caption: words.codeSets,
      columns: [
        { label: words.set, weight: 30, align: 'left' },
        { label: words.codes, weight: 70, align: 'left' },
      ],
      rows,
    },
  ]
}

function textCell(text: string): DocumentLine[] {
  return [{ style: 'text', text }]
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
