import type { Drawing } from './drawing.ts'
import { drawMap } from './draw-map.ts'
import type { MapModel } from './map-model.ts'
import type { Group, Item, Picture } from './picture.ts'
import { n } from './picture.ts'

const family = "'Inter Variable', Inter, 'Segoe UI', Helvetica, Arial, sans-serif"

/** A map as a standalone SVG file: its text can be selected, its title and description are read out. */
export function drawingToSvg(
  drawing: Drawing,
  model: MapModel,
  options: { font?: string } = {},
): string {
  return pictureToSvg(drawMap(drawing, model), model, options.font ?? family)
}

export function pictureToSvg(
  picture: Picture,
  words: Pick<MapModel, 'title' | 'description'>,
  font = family,
): string {
  const box = [picture.x, picture.y, picture.width, picture.height].map(n).join(' ')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(picture.width)}" height="${n(picture.height)}" viewBox="${box}" role="img" aria-labelledby="map-title map-description" font-family="${escaped(font)}">`,
    `<title id="map-title">${escaped(words.title)}</title>`,
    `<desc id="map-description">${escaped(words.description)}</desc>`,
    `<rect x="${n(picture.x)}" y="${n(picture.y)}" width="${n(picture.width)}" height="${n(picture.height)}" fill="#ffffff"/>`,
    ...picture.groups.filter((group) => group.items.length > 0).map(groupToSvg),
    '</svg>',
    '',
  ].join('\n')
}

function groupToSvg(group: Group): string {
  const key = group.key === '' ? '' : ` data-key="${escaped(group.key)}"`
  const title = group.title === '' ? '' : `<title>${escaped(group.title)}</title>`
  const role = group.role.replace(' ', '-')
  return `<g class="${role}"${key}>${title}${group.items.map(itemToSvg).join('')}</g>`
}

function itemToSvg(item: Item): string {
  if (item.kind === 'path') {
    const dash = item.dash.length > 0 ? ` stroke-dasharray="${item.dash.map(n).join(' ')}"` : ''
    const stroke = item.stroke
      ? ` stroke="${item.stroke}" stroke-width="${n(item.width)}" stroke-linejoin="round"`
      : ''
    const cap = item.isRound ? ' stroke-linecap="round"' : ''
    const opacity = item.opacity < 1 ? ` opacity="${n(item.opacity)}"` : ''
    return `<path d="${item.d}" fill="${item.fill ?? 'none'}"${stroke}${dash}${cap}${opacity}/>`
  }
  const anchor = item.anchor === 'middle' ? ' text-anchor="middle"' : ''
  const turn = item.isTurned ? ` transform="rotate(-90 ${n(item.x)} ${n(item.y)})"` : ''
  return `<text x="${n(item.x)}" y="${n(item.y)}" font-size="${n(item.size)}" font-weight="${item.weight}" fill="${item.fill}"${anchor}${turn}>${escaped(item.text)}</text>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML holds it; characters that XML forbids are left out. */
export function escaped(text: string): string {
  return [...text]
    .filter((letter) => isAllowed(letter.codePointAt(0) ?? 0))
    .map((letter) => entities[letter] ?? letter)
    .join('')
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}
