import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { mapToPdf, svgToPng } from '../../../electron/engine/export/map-files.ts'
import { drawMap } from '../../../shared/analysis/map/draw-map.ts'
import { mapToDot, mapToMermaid } from '../../../shared/analysis/map/graph-text.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import { usedEntries } from '../../../shared/analysis/map/legend.ts'
import { printedPointSize } from '../../../shared/analysis/map/page.ts'
import type { SheetChoice } from '../../../shared/analysis/map/sheets.ts'
import { drawingToSvg } from '../../../shared/analysis/map/svg.ts'
import { processMap } from './example-maps.ts'
import { edge, model, node } from './support.ts'

const nasty = `<"Mål" & 'mening'> \\ #1; \u0007 𝒳 end`

function nastyMap() {
  return model({
    title: nasty,
    description: nasty,
    lanes: [{ key: '"l"', label: nasty, group: nasty, isStandpoint: true }],
    nodes: [
      node('text:<1>', { label: nasty, detail: nasty, lane: '"l"', shape: 'text' }),
      node('b', { label: nasty, outline: 'dotted' }),
    ],
    edges: [edge('text:<1>', 'b', { label: nasty, style: 'governs', key: 'link:"&"' })],
    frames: [{ key: 'f', title: nasty, members: ['b'], texts: ['text:<1>'] }],
  })
}

interface Found {
  elements: { name: string; attributes: Record<string, string> }[]
  text: string
}

function parse(svg: string): Found {
  const found: Found = { elements: [], text: '' }
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => found.elements.push({ name: tag.name, attributes: tag.attributes }))
  parser.on('text', (text) => {
    found.text += `${text}\n`
  })
  parser.write(svg).close()
  return found
}

describe('SVG', () => {
  it('is well-formed whatever the words are (E1)', () => {
    const map = nastyMap()
    const found = parse(drawingToSvg(layOutMap(map), map))
    expect(found.text).toContain(nasty.replace('\u0007', ''))
    const keys = found.elements.map((element) => element.attributes['data-key'])
    expect(keys).toEqual(expect.arrayContaining(['text:<1>', 'b', 'link:"&"']))
  })

  it('has a title, a description, and every node and edge by its key (E1)', () => {
    const map = processMap()
    const found = parse(drawingToSvg(layOutMap(map), map))
    expect(found.text).toContain(map.title)
    expect(found.text).toContain(map.description)
    const keys = new Set(found.elements.map((element) => element.attributes['data-key']))
    for (const { key } of [...map.nodes, ...map.edges]) expect(keys).toContain(key)
    for (const { label } of map.edges)
      for (const word of label.split(' ')) expect(found.text).toContain(word)
  })

  it('has no text below 12 pixels (A1)', () => {
    const map = processMap()
    const sizes = parse(drawingToSvg(layOutMap(map), map))
      .elements.filter((element) => element.name === 'text')
      .map((element) => Number(element.attributes['font-size']))
    expect(Math.min(...sizes)).toBe(12)
    expect(printedPointSize({ width: 800, height: 500 })).toBeCloseTo(9)
    expect(printedPointSize({ width: 2000, height: 500 })).toBeLessThan(5)
  })

  it('uses only grey in black and white, and other shapes and dashes as before (E5)', () => {
    const map = { ...processMap(), preset: 'black and white' as const }
    const drawing = layOutMap(map)
    const { elements } = parse(drawingToSvg(drawing, map))
    for (const { attributes } of elements)
      for (const colour of [attributes['fill'], attributes['stroke']]) {
        const [, red, green, blue] = /^#(..)(..)(..)$/u.exec(colour ?? '#000000') ?? []
        expect([red, green]).toEqual([green, blue])
      }
    const shapes = (preset: typeof map) =>
      drawMap(drawing, preset).groups.flatMap((group) =>
        group.role === 'node' || group.role === 'edge'
          ? group.items.map((item) => (item.kind === 'path' ? [item.d, item.dash] : [item.text]))
          : [],
      )
    expect(shapes(map)).toEqual(shapes({ ...map, preset: 'notation' as never }))
  })

  it('explains in its legend what the map uses, and nothing else', () => {
    expect(usedEntries(model({ nodes: [node('a'), node('b')], edges: [edge('a', 'b')] }))).toEqual([
      'work',
      'sequence',
    ])
    expect(usedEntries(processMap())).toContain('circuit')
  })
})

describe('PDF and PNG', () => {
  const choice = (sheets: SheetChoice['sheets'], paper: SheetChoice['paper'] = 'A4') => ({
    sheets,
    paper,
  })

  async function readPdf(bytes: Uint8Array) {
    const document = await getDocument({ data: bytes, useSystemFonts: false }).promise
    const pages = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const [, , width, height] = page.view
      const content = await page.getTextContent()
      const texts = content.items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ ...item, size: Math.abs(item.transform[3] || item.transform[1]) }]
          : [],
      )
      pages.push({
        size: [Math.round(width!), Math.round(height!)],
        texts,
        tree: await page.getStructTree(),
      })
    }
    const { info } = await document.getMetadata()
    await document.cleanup()
    return { pages, title: (info as { Title: string }).Title }
  }
  const wordsOn = (page: { texts: { str: string }[] } | undefined) =>
    (page?.texts ?? []).map(({ str }) => str).join(' ')

  it('makes one sheet of A4 whose text can be read out (E2)', async () => {
    const map = processMap()
    const { bytes, pages: count } = await mapToPdf(layOutMap(map), map, 'en', choice('one'))
    const { pages, title } = await readPdf(bytes)
    expect([pages.length, count]).toEqual([1, 1])
    expect(pages[0]?.size).toEqual([842, 595])
    for (const words of ['Sign consent', 'Forskrift § 5', 'if nobody', 'standpoint'])
      expect(wordsOn(pages[0])).toContain(words)
    expect(title).toBe(map.title)
    expect(pages[0]?.tree?.children[0]).toMatchObject({
      role: 'Document',
      children: [{ role: 'Figure', alt: `${map.title}. ${map.description}` }],
    })
  })

  it('takes as many sheets as nine points need, each box and its words whole on one (E6)', async () => {
    const map = processMap()
    const { bytes, points } = await mapToPdf(layOutMap(map), map)
    expect(points).toBeCloseTo(9)
    const { pages } = await readPdf(bytes)
    expect(pages.length).toBeGreaterThan(1)
    for (const { texts } of pages) for (const { size } of texts) expect(size).toBeGreaterThan(8.9)
    // The legend says “meeting” too.
    const boxWords = layOutMap(map)
      .nodes.flatMap(({ lines }) => lines)
      .filter((line) => line !== 'meeting')
    const found = pages.flatMap(({ texts }) => texts.map(({ str }) => str))
    for (const line of boxWords)
      expect(found.filter((str) => str === line).length, line).toBe(
        boxWords.filter((other) => other === line).length,
      )
    // Lanes are named on every sheet with a part of them, and every sheet says which it is.
    for (const [index, page] of pages.slice(0, 2).entries()) {
      expect(wordsOn(page)).toContain('Directorate')
      expect(wordsOn(page)).toContain(`sheet ${index + 1} of`)
    }
  })

  it('puts on one sheet of A3 what A4 has no room for (E6)', async () => {
    const map = processMap()
    const { bytes, points } = await mapToPdf(layOutMap(map), map, 'en', choice('auto', 'A3'))
    expect(points).toBeCloseTo(9)
    const { pages } = await readPdf(bytes)
    expect(pages.map(({ size }) => size)).toEqual([[1191, 842]])
  })

  it('stands upright where that prints larger (E6)', async () => {
    const map = model({
      axis: 'rank',
      nodes: Array.from({ length: 12 }, (_, rank) => node(`n${rank}`, { rank })),
    })
    const { bytes } = await mapToPdf(layOutMap(map), map)
    expect((await readPdf(bytes)).pages.map(({ size }) => size)).toEqual([[595, 842]])
  })

  it('makes a picture of as many pixels as its resolution asks for (E3)', async () => {
    const map = processMap()
    const drawing = layOutMap(map)
    const svg = drawingToSvg(drawing, map)
    const size = async (dpi: number) => {
      const made = await svgToPng(svg, dpi)
      const png = Buffer.from(made.bytes)
      expect(Math.abs((made.millimetres.width / 25.4) * dpi - png.readUInt32BE(16))).toBeLessThan(2)
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      const at = png.indexOf('pHYs')
      expect(Math.round(png.readUInt32BE(at + 4) * 0.0254)).toBe(dpi)
      return [png.readUInt32BE(16), png.readUInt32BE(20)] as const
    }
    const [wide, high] = await size(200)
    // As large as A4 asks for at least.
    expect(Math.max(wide / 277, high / 190) * 25.4).toBeGreaterThan(199)
    const [narrow] = await size(100)
    expect(Math.abs(narrow * 2 - wide)).toBeLessThan(4)
  })

  it('makes a picture larger than A4 where its letters would be too small on it (E3)', async () => {
    const map = model({
      nodes: Array.from({ length: 60 }, (_, n) =>
        node(`n${n}`, { label: `Step ${n} of the work` }),
      ),
      edges: Array.from({ length: 59 }, (_, n) => edge(`n${n}`, `n${n + 1}`)),
    })
    const made = await svgToPng(drawingToSvg(layOutMap(map), map), 100)
    const { width, height } = made.millimetres
    expect(made.points).toBeCloseTo(9)
    expect(Math.max(width, height)).toBeGreaterThan(297)
    const wide = Buffer.from(made.bytes).readUInt32BE(16)
    expect(Math.abs((width / 25.4) * 100 - wide)).toBeLessThan(2)
  })
})

describe('Graphviz and Mermaid', () => {
  it('quotes whatever the words are in Graphviz (E4)', () => {
    const text = mapToDot(nastyMap())
    expect(text).toContain('label="<\\"Mål\\" & \'mening\'> \\\\ #1;')
    const withoutStrings = text.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '')
    expect(withoutStrings).not.toContain('"')
    expect(withoutStrings).not.toContain('Mål')
    expect(withoutStrings).toContain('n0 -> n1')
    expect(text).toContain('shape=note')
    expect(text).toContain('arrowhead=empty')
    expect(text).toContain('subgraph cluster_0')
  })

  it('quotes whatever the words are in Mermaid (E4)', () => {
    const text = mapToMermaid(nastyMap())
    expect(text).toContain('flowchart LR')
    expect(text).toContain('#60;#34;Mål#34; #38;')
    const body = text.split('flowchart LR')[1]!.replaceAll(/"[^"\n]*"/gu, '')
    expect(body).not.toMatch(/["<&]/u)
    expect(body).toContain('n0 -.->')
  })

  it('has all nodes and edges of a map', () => {
    const map = processMap()
    expect(mapToDot(map).match(/ -> /gu)).toHaveLength(map.edges.length)
    expect(mapToMermaid(map).match(/^ {2}n\d+ (?:-->|-\.->|x--x)/gmu)).toHaveLength(
      map.edges.length,
    )
  })
})
