import type {
  CodebookDocument,
  DocumentBlock,
  DocumentLine,
  DocumentTable,
} from './document-model.ts'
import { escapeTex } from './tex-escape.ts'

const LEVELS = ['section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const

/** A document for pdfLaTeX, XeLaTeX or LuaLaTeX with nothing but standard packages. */
export function documentToTex(document: CodebookDocument): string {
  return `${preamble(document)}
\\begin{document}
\\begin{center}
{\\LARGE\\bfseries ${escapeTex(document.title)}\\par}
\\medskip
{\\large ${escapeTex(document.subtitle)}\\par}
\\smallskip
{\\small ${escapeTex(document.metadata)}\\par}
\\end{center}
\\bigskip

${document.blocks.map((block) => blockToTex(block, document)).join('\n\n')}

\\end{document}
`
}

export function preamble(document: CodebookDocument): string {
  const norwegian = document.language === 'nb'
  return `% !TeX encoding = UTF-8
\\documentclass[a4paper,11pt]{article}
\\usepackage{iftex}
\\ifPDFTeX
  \\usepackage[utf8]{inputenc}
  \\usepackage[T1]{fontenc}
  \\usepackage{lmodern}
\\else
  \\usepackage{fontspec}
\\fi
\\usepackage{textcomp}
\\usepackage[${document.landscape ? 'landscape,margin=15mm' : 'margin=25mm'}]{geometry}
\\usepackage{array,booktabs,longtable}
${norwegian ? '\\renewcommand{\\tablename}{Tabell}' : '\\renewcommand{\\tablename}{Table}'}
\\setcounter{secnumdepth}{0}
\\setlength{\\parindent}{0pt}
\\setlength{\\parskip}{4pt plus 1pt}
\\setlength{\\emergencystretch}{3em}
% \\spchars{first code point}{text}{code points}: the text if the font has it, else its code points.
\\ifPDFTeX
  \\DeclareRobustCommand{\\spchars}[3]{{\\footnotesize[#3]}}
  \\DeclareRobustCommand{\\sprtl}[1]{#1}
\\else
  \\IfFontExistsTF{Noto Color Emoji}{\\newfontfamily\\spfallback{Noto Color Emoji}}{\\let\\spfallback\\relax}
  \\DeclareRobustCommand{\\spchars}[3]{\\iffontchar\\font"#1 #2\\else{\\spfallback
    \\iffontchar\\font"#1 #2\\else\\normalfont\\footnotesize[#3]\\fi}\\fi}
  \\ifXeTeX
    \\TeXXeTstate=1
    \\DeclareRobustCommand{\\sprtl}[1]{\\beginR #1\\endR}
  \\else
    \\DeclareRobustCommand{\\sprtl}[1]{{\\textdir TRT #1}}
  \\fi
\\fi`
}

export function blockToTex(block: DocumentBlock, document: CodebookDocument): string {
  switch (block.type) {
    case 'heading':
      return `\\${LEVELS[Math.min(block.level, LEVELS.length) - 1] ?? 'section'}{${escapeTex(block.text)}}`
    case 'facts':
      return `\\nopagebreak{\\small ${block.items.map(escapeTex).join(' \\textperiodcentered{} ')}\\par}`
    case 'fine':
      return `{\\footnotesize ${block.items.map(escapeTex).join(' \\textperiodcentered{} ')}\\par}`
    case 'field':
      return `\\textbf{${escapeTex(block.label)}:} ${paragraphs(block.text)}`
    case 'quotes':
      return [
        `\\textbf{${escapeTex(block.label)}:}`,
        ...block.quotes.map(
          (quote) =>
            `\\begin{quote}\n${around(quote.before)}${paragraphs(quote.text)}${around(quote.after)}\n\n{\\small ${escapeTex(quote.reference)}${quote.passageId === '' ? '' : ` {[}${escapeTex(quote.passageId)}{]}`}}\n\\end{quote}`,
        ),
      ].join('\n')
    case 'paragraph':
    case 'note':
      return paragraphs(block.text)
    case 'table':
      return tableToTex(block, document.landscape)
  }
}

function around(text = ''): string {
  return text === '' ? '' : `\n\n{\\small ${escapeTex(text)}}\n\n`
}

function tableToTex(table: DocumentTable, landscape: boolean): string {
  const total = table.columns.reduce((sum, { weight }) => sum + weight, 0)
  const columns = table.columns.map(({ weight, align }) => {
    const side = align === 'right' ? '\\raggedleft' : '\\raggedright'
    const share = (weight / total).toFixed(4)
    return `>{${side}\\arraybackslash}p{\\dimexpr ${share}\\linewidth-2\\tabcolsep\\relax}`
  })
  const header = `${table.columns.map(({ label }) => `\\textbf{${escapeTex(label)}}`).join(' & ')} \\\\`
  const rows = table.rows.map((row) => `${row.map(cellToTex).join(' & ')} \\\\`)
  return `{\\${landscape ? 'scriptsize' : 'small'}\\setlength{\\tabcolsep}{3pt}\\setlength{\\LTleft}{0pt}
\\begin{longtable}{@{}${columns.join('')}@{}}
\\caption{${escapeTex(table.caption)}} \\\\
\\toprule
${header}
\\midrule
\\endfirsthead
\\toprule
${header}
\\midrule
\\endhead
\\bottomrule
\\endlastfoot
${rows.join(landscape ? '\n\\addlinespace\n' : '\n')}
\\end{longtable}}`
}

function cellToTex(cell: DocumentLine[]): string {
  return cell.map(lineToTex).join('\\par ')
}

function lineToTex(line: DocumentLine): string {
  const text = escapeTex(line.text).replace(/\n+/g, ' ')
  const indent = (line.indent ?? 0) === 0 ? '' : `\\hspace*{${line.indent ?? 0}em}`
  switch (line.style) {
    case 'name':
      return `${indent}\\textbf{${text}}`
    case 'quote':
      return `${indent}\\textit{${text}}`
    case 'small':
      return `${indent}{\\tiny ${text}\\par}`
    case 'text':
      return indent + text
  }
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').map(escapeTex).join('\\newline\n'))
    .join('\n\n')
}
