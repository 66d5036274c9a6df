import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { mapToPdf, svgToPng } from '../../../electron/engine/export/map-files.ts'
import { drawMap } from '../../../shared/analysis/map/draw-map.ts'
import { mapToDot, mapToMermaid } from '../../../shared/analysis/map/graph-text.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import { usedEntries } from '../../../shared/analysis/map/legend.ts'
import { printedPointSize } from '../../../shared/analysis/map/page.ts'
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
  it('makes one page of A4 across whose text can be read out (E2)', async () => {
    const map = processMap()
    const bytes = await mapToPdf(layOutMap(map), map)
    const document = await getDocument({ data: bytes, useSystemFonts: false }).promise
    expect(document.numPages).toBe(1)
    const page = await document.getPage(1)
    const [, , width, height] = page.view
    expect([Math.round(width!), Math.round(height!)]).toEqual([842, 595])
    const content = await page.getTextContent()
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ')
    for (const words of ['Sign consent', 'Forskrift § 5', 'if nobody', 'standpoint'])
      expect(text).toContain(words)
    const { info } = await document.getMetadata()
    expect((info as { Title: string }).Title).toBe(map.title)
    await document.cleanup()
  }, 60_000)

  it('makes a picture of as many pixels as its resolution asks for (E3)', async () => {
    const map = processMap()
    const drawing = layOutMap(map)
    const svg = drawingToSvg(drawing, map)
    const size = async (dpi: number) => {
      const png = Buffer.from(await svgToPng(svg, dpi))
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
      const at = png.indexOf('pHYs')
      expect(Math.round(png.readUInt32BE(at + 4) * 0.0254)).toBe(dpi)
      return [png.readUInt32BE(16), png.readUInt32BE(20)] as const
    }
    const [wide, high] = await size(200)
    expect(Math.max(wide / 277, high / 190) * 25.4).toBeCloseTo(200, -1)
    const [narrow] = await size(100)
    expect(Math.abs(narrow * 2 - wide)).toBeLessThan(4)
  }, 60_000)
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
