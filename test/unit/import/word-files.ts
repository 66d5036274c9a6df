import { strToU8, zipSync } from 'fflate'

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Further parts of a Word file: the elements inside each. */
interface WordParts {
  comments?: string
  footnotes?: string
  endnotes?: string
  styles?: string
}

/** A Word file with this inside its body, written by hand. */
export function docxOf(body: string, parts: WordParts = {}): Uint8Array {
  const names = (['comments', 'footnotes', 'endnotes', 'styles'] as const).filter(
    (name) => parts[name] !== undefined,
  )
  const overrides = names
    .map((name) => `<Override PartName="/word/${name}.xml" ContentType="${main}.${name}+xml"/>`)
    .join('')
  const links = names
    .map((name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`)
    .join('')
  const xml = (words: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${words}`)
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.document.main+xml"/>${overrides}</Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="main" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`,
    ),
    'word/document.xml': xml(
      `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    ),
    ...Object.fromEntries(
      names.map((name) => [
        `word/${name}.xml`,
        xml(`<w:${name} ${namespaces}>${parts[name] ?? ''}</w:${name}>`),
      ]),
    ),
  })
}

/** Runs of a paragraph, the first with its properties. */
export function p(runs: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

export function r(words: string, properties = ''): string {
  const look = properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
  return `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`
}
