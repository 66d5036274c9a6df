import type {
  CodebookDocument,
  DocumentBlock,
  DocumentLine,
  DocumentTable,
} from './document-model.ts'

/** CommonMark with GitHub's tables. Text from the project never becomes markup. */
export function documentToMarkdown(document: CodebookDocument): string {
  return `${[
    `# ${escapeMarkdown(document.title)}`,
    `**${escapeMarkdown(document.subtitle)}**`,
    escapeMarkdown(document.metadata),
    ...document.blocks.map(blockToMarkdown),
  ].join('\n\n')}\n`
}

export function blockToMarkdown(block: DocumentBlock): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(Math.min(block.level + 1, 6))} ${escapeMarkdown(block.text)}`
    case 'facts':
      return block.items.map(escapeMarkdown).join(' · ')
    case 'fine':
      return block.items.map(escapeMarkdown).join(' · ')
    case 'field':
      return `**${escapeMarkdown(block.label)}:** ${paragraphs(block.text).join('\n\n')}`
    case 'quotes':
      return [
        `**${escapeMarkdown(block.label)}:**`,
        ...block.quotes.map((quote) =>
          [
            ...[quote.before ?? '', quote.text, quote.after ?? '']
              .filter((text) => text !== '')
              .flatMap(paragraphs)
              .flatMap((text) => [...text.split('\n'), '']),
            `— ${escapeMarkdown(quote.reference)}${quote.passageId === '' ? '' : ` \\[${escapeMarkdown(quote.passageId)}\\]`}`,
          ]
            .map((line) => (line === '' ? '>' : `> ${line}`))
            .join('\n'),
        ),
      ].join('\n\n')
    case 'paragraph':
    case 'note':
      return escapeMarkdown(block.text)
    case 'table':
      return tableToMarkdown(block)
  }
}

function tableToMarkdown(table: DocumentTable): string {
  const rows = table.rows.map((row) => row.map((cell) => cell.map(lineToMarkdown).join('<br>')))
  return [
    `*${escapeMarkdown(table.caption)}*`,
    '',
    tableRow(table.columns.map(({ label }) => escapeMarkdown(label))),
    tableRow(table.columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map(tableRow),
  ].join('\n')
}

function tableRow(cells: string[]): string {
  return `| ${cells.join(' | ')} |`
}

function lineToMarkdown(line: DocumentLine): string {
  const text = escapeMarkdown(line.text).replace(/\\?\n/g, '<br>')
  const indent = '&emsp;'.repeat(line.indent ?? 0)
  return line.style === 'name' ? `${indent}**${text}**` : indent + text
}

/** Paragraphs of a text, each escaped; a single line break stays one. */
function paragraphs(text: string): string[] {
  return text.split(/\n{2,}/).map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => escapeMarkdown(line.trim()))
      .join('\\\n'),
  )
}

/**
 * Every character that can begin markup gets a backslash, so that the text reads as it was written.
 * A full stop or bracket after a number is one only at the start of a line (ordered lists).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([#+\-=])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2')
}
