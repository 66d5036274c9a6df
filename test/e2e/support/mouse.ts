import type { Locator, Page } from '@playwright/test'

export interface Point {
  x: number
  y: number
}

/** Drags with the button held down and in steps, as the drag and drop of the browser wants it. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  const { mouse } = page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move(from.x + 6, from.y + 3, { steps: 3 })
  await mouse.move(to.x, to.y, { steps: 12 })
  // Over the place itself, as a hand is before it lets go: the last step may have only come upon it.
  await mouse.move(to.x + 2, to.y)
  await mouse.move(to.x, to.y)
  await mouse.up()
}

/** A point near the left of an element, at a part of its height: 0 its top, 1 its bottom. */
export async function pointIn(element: Locator, height = 0.5): Promise<Point> {
  // Does nothing but wait until it is in view and no longer moves.
  await element.hover({ trial: true })
  const box = await element.boundingBox()
  if (box === null) throw new Error('not to be seen')
  return { x: box.x + Math.min(60, box.width / 2), y: box.y + box.height * height }
}
