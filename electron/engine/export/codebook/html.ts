import { isRightToLeft } from './clean.ts'
import type {
  CodebookDocument,
  DocumentBlock,
  DocumentLine,
  DocumentTable,
} from './document-model.ts'

const STYLE = `:root{color-scheme:light}
body{margin:0;background:#fdfcfa;color:#2a2724;font:17px/1.55 Georgia,'Source Serif 4',serif}
.codebook{max-width:44rem;margin:3rem auto;padding:0 1.5rem}
.codebook.wide{max-width:90rem}
h1,h2,h3,h4,h5,h6,table,.facts,.fine,.label,.subtitle,.metadata{font-family:system-ui,'Segoe UI',sans-serif}
h1{margin:0;font-size:2rem}.subtitle{margin:.2rem 0;font-size:1.25rem}
.metadata,.facts,.fine,.small{color:#6b645c;font-size:.82rem}
h2{margin:2.4rem 0 .2rem;font-size:1.35rem}h3{margin:1.9rem 0 .2rem;font-size:1.15rem}
h4,h5,h6{margin:1.6rem 0 .2rem;font-size:1rem}
.swatch{width:.7em;height:.7em;margin-right:.45em}
.facts,.fine{margin:.1rem 0 .6rem}.field,.quotes{margin:.5rem 0}.label{font-size:.82rem;font-weight:600}
.field p{margin:.1rem 0 .4rem;white-space:pre-line}
blockquote{margin:.4rem 0 .7rem;padding-left:1rem;border-left:3px solid #d8d2c8}
blockquote p{margin:0;font-style:italic;white-space:pre-line}blockquote footer{color:#6b645c;font-size:.82rem}
table{width:100%;margin:1.2rem 0;border-collapse:collapse;font-size:.85rem;line-height:1.4}
caption{padding-bottom:.4rem;text-align:left;font-weight:600}
th,td{padding:.35rem .5rem;border-bottom:1px solid #e3ded6;text-align:left;vertical-align:top;overflow-wrap:break-word;hyphens:auto}
thead th{border-top:1.5px solid #2a2724;border-bottom:1px solid #2a2724;overflow-wrap:normal;hyphens:manual}
tbody tr:last-child td{border-bottom:1.5px solid #2a2724}
.right{text-align:right;font-variant-numeric:tabular-nums}td p{margin:0 0 .15rem}
blockquote .around{color:#6b645c;font-style:normal;font-size:.82rem}
.name{font-weight:600}.quote{font-style:italic}
.in-1{padding-left:1.2rem}.in-2{padding-left:2.4rem}.in-3{padding-left:3.6rem}.in-4{padding-left:4.8rem}
.in-5{padding-left:6rem}.in-6{padding-left:7.2rem}
@media print{body{background:#fff;font-size:11pt}.codebook{max-width:none;margin:0;padding:0}
thead{display:table-header-group}tr,blockquote{break-inside:avoid}h2,h3,h4,h5,h6,.facts{break-after:avoid}}`

/** A page that stands alone: styles inside, no script, nothing fetched. */
export function documentToHtmlPage(document: CodebookDocument): string {
  const title = escapeHtml(`${document.title} – ${document.subtitle}`)
  const page = document.landscape
    ? '@page{size:A4 landscape;margin:15mm}'
    : '@page{size:A4;margin:25mm}'
  return `<!doctype html>
<html lang="${document.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}
${page}</style>
</head>
<body>
${documentToHtmlFragment(document)}
</body>
</html>
`
}

export function documentToHtmlFragment(document: CodebookDocument): string {
  return `<article class="codebook${document.landscape ? ' wide' : ''}" lang="${document.locale}">
<header>
<h1>${escapeHtml(document.title)}</h1>
<p class="subtitle"${direction(document.subtitle)}>${escapeHtml(document.subtitle)}</p>
<p class="metadata">${escapeHtml(document.metadata)}</p>
</header>
${document.blocks.map(blockToHtml).join('\n')}
</article>`
}

function blockToHtml(block: DocumentBlock): string {
  switch (block.type) {
    case 'heading':
      return headingToHtml(block)
    case 'facts':
    case 'fine':
      return `<p class="${block.type}">${block.items.map(isolated).join(' · ')}</p>`
    case 'field':
      return `<div class="field"><div class="label">${escapeHtml(block.label)}</div>${block.text
        .split(/\n{2,}/)
        .map((text) => `<p${direction(text)}>${escapeHtml(text)}</p>`)
        .join('')}</div>`
    case 'quotes':
      return `<div class="quotes"><div class="label">${escapeHtml(block.label)}</div>${block.quotes
        .map(
          (quote) =>
            `<blockquote>${around(quote.before)}<p${direction(quote.text)}>${escapeHtml(quote.text)}</p>${around(quote.after)}<footer>${isolated(quote.reference)}${quote.passageId === '' ? '' : ` [${escapeHtml(quote.passageId)}]`}</footer></blockquote>`,
        )
        .join('')}</div>`
    case 'paragraph':
    case 'note':
      return `<p>${escapeHtml(block.text)}</p>`
    case 'table':
      return tableToHtml(block)
  }
}

function around(text = ''): string {
  return text === '' ? '' : `<p class="around"${direction(text)}>${escapeHtml(text)}</p>`
}

function headingToHtml(block: Extract<DocumentBlock, { type: 'heading' }>): string {
  const level = Math.min(block.level + 1, 6)
  // A drawing rather than a style attribute, which the window's content policy would refuse.
  const swatch =
    block.colour === undefined
      ? ''
      : `<svg class="swatch" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><rect width="10" height="10" rx="2" fill="${block.colour}"/></svg>`
  return `<h${level}>${swatch}${isolated(block.text)}</h${level}>`
}

function tableToHtml(table: DocumentTable): string {
  const side = table.columns.map(({ align }) => (align === 'right' ? ' class="right"' : ''))
  const whole = table.columns.reduce((sum, { weight }) => sum + weight, 0)
  // Wishes: the browser widens a column whose longest word needs more.
  const widths = table.columns
    .map(({ weight }) => `<col width="${Math.round((100 * weight) / whole)}%">`)
    .join('')
  const head = table.columns
    .map(({ label }, column) => `<th scope="col"${side[column] ?? ''}>${escapeHtml(label)}</th>`)
    .join('')
  const rows = table.rows
    .map(
      (row) =>
        `<tr>${row.map((cell, column) => `<td${side[column] ?? ''}>${cell.map(lineToHtml).join('')}</td>`).join('')}</tr>`,
    )
    .join('\n')
  return `<table>
<caption>${escapeHtml(table.caption)}</caption>
<colgroup>${widths}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody>
</table>`
}

function lineToHtml(line: DocumentLine): string {
  const indent = Math.min(line.indent ?? 0, 6)
  const classes = indent === 0 ? line.style : `${line.style} in-${indent}`
  return `<p class="${classes}"${direction(line.text)}>${escapeHtml(line.text)}</p>`
}

function isolated(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`
}

function direction(text: string): string {
  return isRightToLeft(text) ? ' dir="rtl"' : ''
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
