import type { Language } from '../../../../shared/i18n/index.ts'
import { blockToTex, preamble } from '../codebook/tex.ts'
import { escapeTex } from '../codebook/tex-escape.ts'
import { CODEBOOK_WORDS } from '../codebook/words.ts'
import { tableBlocks } from '../tables/table-blocks.ts'
import { quotedWords, type AccountBlock, type AccountDocument, type Run } from './account-model.ts'

const levels = { 1: 'section', 2: 'subsection', 3: 'subsubsection' } as const

/** A document for pdfLaTeX, XeLaTeX or LuaLaTeX with nothing but standard packages. */
export function accountToTex(document: AccountDocument): string {
  const { language, title } = document
  const page = {
    language,
    locale: CODEBOOK_WORDS[language].locale,
    landscape: false,
    title,
    subtitle: '',
    metadata: document.metadata,
    blocks: [],
  }
  const body = document.blocks.map((block, index) => {
    const text = blockToText(block, page)
    if (block.type !== 'item') return text
    const name = block.ordered ? 'enumerate' : 'itemize'
    const before = document.blocks[index - 1]
    const after = document.blocks[index + 1]
    const depthBefore = before?.type === 'item' && before.list === block.list ? before.depth : -1
    const depthAfter = after?.type === 'item' && after.list === block.list ? after.depth : -1
    return [
      `\\begin{${name}}\n`.repeat(Math.max(0, block.depth - depthBefore)),
      text,
      `\n\\end{${name}}`.repeat(Math.max(0, block.depth - depthAfter)),
    ].join('')
  })
  return `${preamble(page)}\\usepackage{graphicx}
\\begin{document}
\\begin{center}
{\\LARGE\\bfseries ${escapeTex(title)}\\par}
\\medskip
{\\small ${escapeTex(document.metadata)}\\par}
\\end{center}
\\bigskip

${body.join('\n\n')}

\\end{document}
`
}

function blockToText(block: AccountBlock, page: Parameters<typeof blockToTex>[1]): string {
  switch (block.type) {
    case 'heading':
      return `\\${levels[block.level]}{${runsToTex(block.runs, page.language)}}`
    case 'paragraph':
      return runsToTex(block.runs, page.language)
    case 'quote':
      return `\\begin{quote}\n${runsToTex(block.runs, page.language)}\n\\end{quote}`
    case 'item':
      return `\\item ${runsToTex(block.runs, page.language)}`
    case 'quotation': {
      const label = block.label === '' ? '' : `\n\n{\\small ${escapeTex(block.label)}}`
      const translation =
        block.translation === '' ? '' : `\n\n\\textit{${lines(block.translation)}}`
      return `\\begin{quote}\n${lines(block.text)}${translation}${label}\n\\end{quote}`
    }
    case 'missing':
      return `\\textit{${escapeTex(block.text)}}`
    case 'map':
      return `\\begin{figure}[htbp]\n\\centering\n\\includegraphics[width=\\linewidth,height=0.8\\textheight,keepaspectratio]{${block.file}}\n\\caption{${escapeTex(block.caption)}}\n\\end{figure}`
    case 'table':
      return tableBlocks(block.data, page.language, true)
        .map((part) => blockToTex(part, page))
        .join('\n\n')
  }
}

function runsToTex(runs: readonly Run[], language: Language): string {
  return runs
    .map((run) => {
      if (run.type === 'break') return '\\newline\n'
      if (run.type === 'footnote') return `\\footnote{${escapeTex(run.text)}}`
      if (run.type === 'quoted') return escapeTex(quotedWords(run, language))
      const text = escapeTex(run.text)
      const leaning = run.italic ? `\\textit{${text}}` : text
      return run.bold ? `\\textbf{${leaning}}` : leaning
    })
    .join('')
}

function lines(text: string): string {
  return text
    .split(/\n{2,}/u)
    .map((part) => part.split('\n').map(escapeTex).join('\\newline\n'))
    .join('\n\n')
}
