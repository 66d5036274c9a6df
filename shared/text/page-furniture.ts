import type { SetAside } from './source-text.ts'
import { printedPageNumber } from './text-lines.ts'
import type { LinedText, TextLine } from './text-lines.ts'

interface Page {
  lines: TextLine[]
  label: string | undefined
}

/**
 * Takes page numbers and the heads and feet that recur on many pages out of lines whose page starts
 * are known. Works on texts of three pages and more; a line that does not recur always stays.
 */
export function takeOutFurniture(lines: TextLine[]): LinedText {
  const pages = pagesOf(lines)
  if (pages.length < 3) return { lines, setAside: [] }
  const heads = recurring(pages.map((page) => page.lines[0]))
  const feet = recurring(pages.map((page) => page.lines[page.lines.length - 1]))
  const numbered = pages.filter((page) => edgeNumber(page) !== undefined).length
  const numbersCount = numbered >= Math.max(3, pages.length * 0.5)
  const setAside: SetAside[] = []
  const kept: TextLine[] = []
  for (const page of pages) {
    const rest = [...page.lines]
    let label = page.label
    const takeOut = (line: TextLine | undefined, known: Set<string>, top: boolean): boolean => {
      if (line === undefined || rest.length < 2) return false
      const printed = printedPageNumber(line.text)
      if (printed !== undefined && numbersCount) {
        label = String(printed)
        setAside.push({ text: line.text, reason: 'page-number', page: label })
        return true
      }
      if (!known.has(furnitureKey(line.text))) return false
      const reason = top ? 'running-head' : 'running-foot'
      setAside.push({ text: line.text, reason, ...(label === undefined ? {} : { page: label }) })
      return true
    }
    for (let round = 0; round < 2; round += 1) {
      if (takeOut(rest[0], heads, true)) rest.shift()
      if (takeOut(rest[rest.length - 1], feet, false)) rest.pop()
    }
    rest.forEach((line, index) => {
      if (index > 0 || label === undefined) kept.push(line)
      else kept.push({ ...line, gap: page.lines[0] === line ? line.gap : 'page', page: label })
    })
  }
  return { lines: kept, setAside }
}

function pagesOf(lines: TextLine[]): Page[] {
  const pages: Page[] = []
  for (const line of lines) {
    const last = pages[pages.length - 1]
    if (last === undefined || line.page !== undefined)
      pages.push({ lines: [line], label: line.page })
    else last.lines.push(line)
  }
  return pages
}

function edgeNumber(page: Page): number | undefined {
  const first = page.lines[0]
  const last = page.lines[page.lines.length - 1]
  return printedPageNumber(first?.text ?? '') ?? printedPageNumber(last?.text ?? '')
}

/** Lines that differ only in their numbers count as the same. */
function furnitureKey(text: string): string {
  return text.replace(/\d+/g, '#').toLowerCase()
}

function recurring(lines: (TextLine | undefined)[]): Set<string> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    if (line === undefined || line.text.length > 120) continue
    const key = furnitureKey(line.text)
    if (/^\p{L}{0,2}#?$/u.test(key) || /[.!?,]$/.test(key)) continue
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const least = Math.max(3, lines.length * 0.3)
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
}
