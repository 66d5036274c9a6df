import { blockToMarkdown, escapeMarkdown } from '../codebook/markdown.ts'
import { tableBlocks } from '../tables/table-blocks.ts'
import { quotedWords, type AccountBlock, type AccountDocument, type Run } from './account-model.ts'

/** CommonMark with footnotes and tables as Pandoc and GitHub read them. */
export function accountToMarkdown(document: AccountDocument): string {
  const notes: string[] = []
  const parts: string[] = []
  let isList = false
  for (const block of document.blocks) {
    const text = blockToText(block, document, notes)
    // Items of a list stand under each other; all else is parted by an empty line.
    const isItem = block.type === 'item'
    if (isItem && isList) parts.push(`${parts.pop() ?? ''}\n${text}`)
    else parts.push(text)
    isList = isItem
  }
  return `${[
    `# ${escapeMarkdown(document.title)}`,
    escapeMarkdown(document.metadata),
    ...parts,
    ...notes.map((note, index) => `[^${index + 1}]: ${escapeMarkdown(note)}`),
  ].join('\n\n')}\n`
}

function blockToText(block: AccountBlock, document: AccountDocument, notes: string[]): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${runsToText(block.runs, document, notes)}`
    case 'paragraph':
      return runsToText(block.runs, document, notes)
    case 'quote':
      return quoted(runsToText(block.runs, document, notes))
    case 'item':
      return `${'   '.repeat(block.depth)}${block.ordered ? '1.' : '-'} ${runsToText(block.runs, document, notes)}`
    case 'quotation':
      return quoted(
        [block.text, block.translation, block.label === '' ? '' : `— ${block.label}`]
          .filter((text) => text !== '')
          .map(escapeMarkdown)
          .join('\n\n'),
      )
    case 'missing':
      return `*${escapeMarkdown(block.text)}*`
    case 'map':
      return `![${escapeMarkdown(block.caption)}](${block.file})`
    case 'table':
      return tableBlocks(block.data, document.language, false).map(blockToMarkdown).join('\n\n')
  }
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((row) => (row.trim() === '' ? '>' : `> ${row}`))
    .join('\n')
}

function runsToText(runs: readonly Run[], { language }: AccountDocument, notes: string[]): string {
  return runs
    .map((run) => {
      if (run.type === 'break') return '\\\n'
      if (run.type === 'footnote') {
        notes.push(run.text)
        return `[^${notes.length}]`
      }
      if (run.type === 'quoted') return escapeMarkdown(quotedWords(run, language))
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? []
      if (words === '') return run.text
      const mark = `${run.bold ? '**' : ''}${run.italic ? '*' : ''}`
      return `${before}${mark}${escapeMarkdown(words)}${[...mark].toReversed().join('')}${after}`
    })
    .join('')
}
