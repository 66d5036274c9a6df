import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface FontLook {
  bold: boolean
  italic: boolean
}

const boldName = /bold|black|heavy|demi|[-,]bd\b|^(?:cm|sf|ec)bx/i
const italicName = /italic|oblique|kursiv|slanted|[-,]it\b|^(?:cm|sf|ec)(?:ti|sl|it|bxti)/i

/**
 * Adds to `known` how the named fonts of a page look, by their own names. Fonts are there only after
 * the whole page was gone through, so that is done for pages with a new font alone. A page that
 * cannot be gone through has words, but no bold and italic.
 */
export async function fontLooks(
  page: PDFPageProxy,
  names: readonly string[],
  known: Map<string, FontLook>,
): Promise<void> {
  const fresh = names.filter((name) => !known.has(name))
  if (fresh.length === 0) return
  try {
    await page.getOperatorList()
  } catch {
    return
  }
  for (const name of fresh) {
    if (page.commonObjs.has(name)) known.set(name, lookOf(page.commonObjs.get(name)))
  }
}

function lookOf(font: unknown): FontLook {
  const isFont = typeof font === 'object' && font !== null
  const full: unknown = isFont ? Reflect.get(font, 'name') : undefined
  const name = typeof full === 'string' ? full.replace(/^[A-Z]{6}\+/, '') : ''
  return {
    bold: boldName.test(name) || (isFont && Reflect.get(font, 'bold') === true),
    italic: italicName.test(name) || (isFont && Reflect.get(font, 'italic') === true),
  }
}
