import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The same picture with at most 256 colours in a palette: a screenshot of text becomes a third as
 * large and looks the same. Takes PNGs with 8 bits a channel, not interlaced, as Chromium writes them.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = readPng(png)
  const { palette, indexes } = toPalette(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    indexes.copy(rows, y * (width + 1) + 1, y * width, (y + 1) * width)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Pixels as three bytes each. */
function readPng(png: Buffer): { width: number; height: number; pixels: Buffer } {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + length))
    }
    at += length + 12
  }
  const lines = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const pixels = Buffer.alloc(width * height * 3)
  let above = Buffer.alloc(stride)
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1)
    const line = unfilter(
      lines[from] ?? 0,
      lines.subarray(from + 1, from + 1 + stride),
      above,
      channels,
    )
    for (let x = 0; x < width; x++) {
      line.copy(pixels, (y * width + x) * 3, x * channels, x * channels + 3)
    }
    above = line
  }
  return { width, height, pixels }
}

/** Undoes the filter of one line, as the PNG specification numbers them (section 9). */
function unfilter(filter: number, line: Buffer, above: Buffer, step: number): Buffer<ArrayBuffer> {
  const out = Buffer.alloc(line.length)
  for (let at = 0; at < line.length; at++) {
    const left = at >= step ? (out[at - step] ?? 0) : 0
    const up = above[at] ?? 0
    const corner = at >= step ? (above[at - step] ?? 0) : 0
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
    out[at] = (line[at] ?? 0) + guess
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const sum = left + up - corner
  const [toLeft, toUp, toCorner] = [sum - left, sum - up, sum - corner].map(Math.abs)
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return left
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** The 256 most frequent colours, in steps of eight; every other pixel takes the nearest of them. */
function toPalette(pixels: Buffer): { palette: Buffer; indexes: Buffer } {
  const count = pixels.length / 3
  const uses = new Map<number, number>()
  const colourAt = (at: number) => pixels.readUIntBE(at * 3, 3)
  for (let at = 0; at < count; at++) {
    const colour = colourAt(at)
    uses.set(colour, (uses.get(colour) ?? 0) + 1)
  }
  const chosen = spread([...uses].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour))
  const places = new Map<number, number>()
  const indexes = Buffer.alloc(count)
  for (let at = 0; at < count; at++) {
    const colour = colourAt(at)
    let place = places.get(colour)
    if (place === undefined) {
      place = nearest(chosen, colour)
      places.set(colour, place)
    }
    indexes[at] = place
  }
  const palette = Buffer.alloc(chosen.length * 3)
  for (const [place, colour] of chosen.entries()) palette.writeUIntBE(colour, place * 3, 3)
  return { palette, indexes }
}

/** Frequent colours first, leaving out those that are nearly one already taken. */
function spread(byUse: readonly number[]): number[] {
  const chosen: number[] = []
  for (const closest of [150, 60, 20, 0]) {
    for (const colour of byUse) {
      if (chosen.length >= 256) return chosen
      if (chosen.every((other) => distance(colour, other) > closest)) chosen.push(colour)
    }
  }
  return chosen
}

function nearest(colours: readonly number[], colour: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [place, other] of colours.entries()) {
    const away = distance(colour, other)
    if (away < least) [best, least] = [place, away]
  }
  return best
}

function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = (a & 255) - (b & 255)
  return red * red + green * green + blue * blue
}
