import { crc32 } from 'node:zlib'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import { drawMap } from '../../../shared/analysis/map/draw-map.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import { millimetresPerPixel, pageScale, pointsAt } from '../../../shared/analysis/map/page.ts'
import type { Size } from '../../../shared/analysis/map/page.ts'
import type { Item, PathItem, Picture, TextItem } from '../../../shared/analysis/map/picture.ts'
import { planSheets } from '../../../shared/analysis/map/sheets.ts'
import type { SheetChoice, SheetPlan } from '../../../shared/analysis/map/sheets.ts'
import { fontFile, rasterizerFile, weights } from './map-fonts.ts'
import { panelsOfSheets } from './map-sheets.ts'
import type { Panel } from './map-sheets.ts'

const pointsPerMillimetre = 72 / 25.4

/** A map on one or several sheets: lines, not pixels, and text that can be selected and searched. */
export async function mapToPdf(
  drawing: Drawing,
  model: MapModel,
  language = 'en',
  choice: SheetChoice = { paper: 'A4', sheets: 'auto' },
): Promise<{ bytes: Uint8Array; pages: number; points: number }> {
  const picture = drawMap(drawing, model)
  const { sheets, ...plan } = planSheets(drawing, picture, choice)
  const pages =
    sheets === 'whole'
      ? [[wholePanel(picture, plan)]]
      : panelsOfSheets(drawing, picture, model, { ...plan, sheets })
  const size: [number, number] = [
    plan.size.width * pointsPerMillimetre,
    plan.size.height * pointsPerMillimetre,
  ]
  const { document, root, written } = await newDocument(model, language)
  for (const panels of pages) {
    document.addPage({ size, margin: 0 })
    document.translate(plan.margin * pointsPerMillimetre, plan.margin * pointsPerMillimetre)
    document.scale(plan.scale * pointsPerMillimetre)
    drawFigure(document, root, model, panels)
  }
  root.end()
  document.end()
  return { bytes: await written, pages: pages.length, points: plan.points }
}

/** A picture on a page of its own size, to be set into a text: twelve pixels are nine points. */
export async function pictureToPdf(
  picture: Picture,
  words: Pick<MapModel, 'title' | 'description'>,
  language: string,
): Promise<Uint8Array> {
  const scale = millimetresPerPixel * pointsPerMillimetre
  const { document, root, written } = await newDocument(words, language)
  document.addPage({ size: [picture.width * scale, picture.height * scale], margin: 0 })
  document.scale(scale)
  const items = picture.groups.flatMap((group) => group.items)
  drawFigure(document, root, words, [{ dx: -picture.x, dy: -picture.y, clip: null, items }])
  root.end()
  document.end()
  return written
}

async function newDocument(
  { title, description }: Pick<MapModel, 'title' | 'description'>,
  language: string,
): Promise<{
  document: PDFKit.PDFDocument
  root: PDFKit.PDFStructureElement
  written: Promise<Uint8Array>
}> {
  // Loaded when it is needed, so that the program starts sooner.
  const { default: PDFDocument } = await import('pdfkit')
  const document = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    pdfVersion: '1.5',
    lang: language,
    displayTitle: true,
    info: { Title: title, Subject: description, Creator: 'Standpoint' },
  })
  const chunks: Uint8Array[] = []
  const written = new Promise<Uint8Array>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
  for (const weight of weights) document.registerFont(String(weight), fontFile(weight))
  const root = document.struct('Document')
  document.addStructure(root)
  return { document, root, written }
}

/** The whole picture in the middle of the sheet, from its upper border. */
function wholePanel(
  picture: Picture,
  { size, margin, scale }: Pick<SheetPlan, 'size' | 'margin' | 'scale'>,
): Panel {
  const room = (size.width - 2 * margin) / scale
  return {
    dx: (room - picture.width) / 2 - picture.x,
    dy: -picture.y,
    clip: null,
    items: picture.groups.flatMap(({ items }) => items),
  }
}

/** The panels of a page as one figure, of which a screen reader reads title and description. */
function drawFigure(
  document: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { title, description }: Pick<MapModel, 'title' | 'description'>,
  panels: readonly Panel[],
): void {
  const alt = [title, description].filter(Boolean).join('. ')
  const figure = document.struct('Figure', { alt }, () => {
    for (const panel of panels) drawPanel(document, panel)
  })
  root.add(figure)
  figure.end()
}

function drawPanel(document: PDFKit.PDFDocument, { dx, dy, clip, items }: Panel): void {
  document.save()
  document.translate(dx, dy)
  if (clip !== null) document.rect(clip.x, clip.y, clip.width, clip.height).clip()
  for (const item of items) draw(document, item)
  document.restore()
}

function draw(document: PDFKit.PDFDocument, item: Item): void {
  document.save()
  if (item.kind === 'path') drawPath(document, item)
  else drawText(document, item)
  document.restore()
}

function drawPath(document: PDFKit.PDFDocument, item: PathItem): void {
  document.path(item.d).lineWidth(item.width).lineJoin('round').opacity(item.opacity)
  if (item.isRound) document.lineCap('round')
  if (item.dash.length > 0) document.addContent(`[${item.dash.join(' ')}] 0 d`)
  if (item.fill !== null && item.stroke !== null) document.fillAndStroke(item.fill, item.stroke)
  else if (item.fill !== null) document.fill(item.fill)
  else if (item.stroke !== null) document.stroke(item.stroke)
}

function drawText(document: PDFKit.PDFDocument, item: TextItem): void {
  document.font(String(item.weight)).fontSize(item.size).fillColor(item.fill)
  if (item.isTurned) document.rotate(-90, { origin: [item.x, item.y] })
  const width = item.anchor === 'middle' ? document.widthOfString(item.text) : 0
  document.text(item.text, item.x - width / 2, item.y, { lineBreak: false, baseline: 'alphabetic' })
}

let rasterizer: Promise<typeof import('@resvg/resvg-wasm')> | undefined

/** Started at the first use: a process can start it once only. */
async function startRasterizer(): Promise<typeof import('@resvg/resvg-wasm')> {
  const library = await import('@resvg/resvg-wasm')
  await library.initWasm(rasterizerFile())
  return library
}

/** More pixels than these a picture has only where A4 asks for them. */
const mostPixels = 40_000_000

/**
 * A picture of an SVG map with the pixels it needs at `dpi` dots to the inch in the size in which its
 * smallest letters have 9 points; a very large one is made smaller, though not than A4. The resolution
 * is noted in the file, so that Word sets it in that size, which is given in millimetres.
 */
export async function svgToPng(
  svg: string,
  dpi = 300,
): Promise<{ bytes: Uint8Array; points: number; millimetres: Size }> {
  rasterizer ??= startRasterizer()
  const { Resvg } = await rasterizer
  const size = { width: attribute(svg, 'width'), height: attribute(svg, 'height') }
  const fitted = pageScale(size)
  const most = Math.sqrt(mostPixels / (size.width * size.height)) * (25.4 / dpi)
  const scale = Math.max(fitted, Math.min(millimetresPerPixel, most))
  const picture = new Resvg(svg, {
    font: {
      fontBuffers: weights.map(fontFile),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
    fitTo: { mode: 'zoom', value: (scale * dpi) / 25.4 },
  })
  const rendered = picture.render()
  const bytes = withResolution(rendered.asPng(), dpi)
  rendered.free()
  picture.free()
  const millimetres = { width: size.width * scale, height: size.height * scale }
  return { bytes, points: pointsAt(scale), millimetres }
}

function attribute(svg: string, name: string): number {
  return Number(new RegExp(`<svg[^>]* ${name}="([\\d.]+)"`, 'u').exec(svg)?.[1] ?? 0)
}

/** Signature and header chunk, behind which the resolution belongs. */
const headerLength = 8 + 25

/** Adds a pHYs chunk: pixels to the metre both ways. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = Buffer.alloc(21)
  chunk.writeUInt32BE(9, 0)
  chunk.write('pHYs', 4, 'latin1')
  chunk.writeUInt32BE(Math.round(dpi / 0.0254), 8)
  chunk.writeUInt32BE(Math.round(dpi / 0.0254), 12)
  chunk.writeUInt8(1, 16)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17)
  return new Uint8Array(
    Buffer.concat([png.subarray(0, headerLength), chunk, png.subarray(headerLength)]),
  )
}
