import type { Box, Drawing } from './drawing.ts'
import type { MapModel } from './map-model.ts'
import { metrics } from './metrics.ts'
import type { Palette } from './palette.ts'
import type { Group, Item } from './picture.ts'
import { n, path, rectangle, text } from './picture.ts'
import { breakLines } from './text-measure.ts'

/** Paper, lanes with their names, sites, weeks. */
export function groundGroups(drawing: Drawing, model: MapModel, palette: Palette): Group[] {
  const lanes = drawing.lanes.map((lane): Group => ({
    key: lane.key,
    role: 'lane',
    title: lane.label,
    items: laneItems(lane, model, palette),
  }))
  const sites = drawing.groups.map((band): Group => ({
    key: '',
    role: 'lane',
    title: band.label,
    items: [
      path(rectangle(band), { stroke: palette.rule, width: 1 }),
      text(band.label, band.x + band.width / 2 + 4.3, band.y + band.height / 2, {
        ...{ size: metrics.smallSize, weight: 600, fill: palette.ink, isTurned: true },
      }),
    ],
  }))
  const ground: Group = { key: '', role: 'ground', title: '', items: [] }
  const last = drawing.lanes.at(-1)
  const bottom = last ? last.y + last.height : drawing.height - metrics.margin
  for (const [index, tick] of drawing.ticks.entries()) {
    const box = {
      x: tick.left,
      y: metrics.margin + metrics.tickHeader - 6,
      width: tick.right - tick.left,
      height: bottom - metrics.margin - metrics.tickHeader + 6,
    }
    if (index % 2 === 0 && drawing.ticks.length > 1)
      ground.items.push(path(rectangle(box), { fill: palette.week }))
  }
  const axis: Group = { key: '', role: 'ground', title: '', items: [] }
  for (const tick of drawing.ticks) {
    axis.items.push(
      text(tick.label, tick.x, tick.y, {
        ...{ size: metrics.smallSize, weight: 500, fill: palette.muted },
      }),
      path(`M${n(tick.x)} ${n(tick.y + 4)}L${n(tick.x)} ${n(tick.y + 9)}`, {
        ...{ stroke: palette.muted, width: 1 },
      }),
    )
  }
  if (drawing.note)
    axis.items.push(
      text(drawing.note.label, drawing.note.x, drawing.note.y, {
        ...{ anchor: 'start', size: metrics.smallSize, weight: 500, fill: palette.muted },
      }),
    )
  return [ground, ...lanes, ...sites, axis]
}

function laneItems(lane: Drawing['lanes'][number], model: MapModel, palette: Palette): Item[] {
  const items: Item[] = []
  if (lane.isStandpoint) items.push(path(rectangle(lane), { fill: palette.standpoint }))
  items.push(path(rectangle(lane), { stroke: palette.rule, width: 1 }))
  let line = lane.y + 20
  for (const words of breakLines(lane.label, metrics.smallSize, metrics.laneHeader - 10, 5)) {
    items.push(
      text(words, lane.x + 9, line, {
        ...{ anchor: 'start', size: metrics.smallSize, fill: palette.ink },
        weight: lane.isStandpoint ? 600 : 500,
      }),
    )
    line += metrics.smallLine
  }
  if (lane.isStandpoint)
    items.push(
      path(star(lane.x + 14, line - 3.5, 5.5), { fill: palette.ink }),
      text(model.words.standpoint, lane.x + 23, line + 1, {
        ...{ anchor: 'start', size: metrics.smallSize, fill: palette.muted },
      }),
    )
  return items
}

function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const turn = (index * Math.PI) / 5 - Math.PI / 2
    const length = index % 2 === 0 ? radius : radius * 0.42
    return `${n(x + length * Math.cos(turn))} ${n(y + length * Math.sin(turn))}`
  })
  return `M${corners.join('L')}Z`
}

/** The colour behind words. */
export function groundAt(drawing: Drawing, words: Box, palette: Palette): string {
  const [x, y] = [words.x + words.width / 2, words.y + words.height / 2]
  const lane = drawing.lanes.find((one) => y >= one.y && y < one.y + one.height)
  if (lane?.isStandpoint === true) return palette.standpoint
  const week = drawing.ticks.findIndex((tick) => x >= tick.left && x < tick.right)
  return week >= 0 && week % 2 === 0 && drawing.ticks.length > 1 ? palette.week : palette.paper
}
