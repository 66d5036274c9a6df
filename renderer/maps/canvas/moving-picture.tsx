import { useOnViewportChange, useReactFlow } from '@xyflow/react'
import type { Viewport } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import type { Item, Picture } from '../../../shared/analysis/map/picture.ts'
import { inTheme } from '../../texts/hierarchy/picture-items.tsx'

/** Milliseconds after the last movement until the map itself is seen again. */
const rest = 160
/** Pixels of a side of the stand-in; what is larger is drawn smaller. */
const largest = 4096

/** What has been drawn ahead: the whole picture, at so many pixels for each of its own. */
interface Print {
  canvas: HTMLCanvasElement
  scale: number
  picture: Picture
  colours: string
}

/**
 * Stands in for a large map while it is moved: a picture of it drawn ahead, which is put anew on the
 * screen sixty times a second, where hundreds of boxes and lines could not be painted that often.
 */
export function MovingPicture({ picture }: { picture: Picture }) {
  const screen = useRef<HTMLCanvasElement>(null)
  const print = useRef<Print | null>(null)
  const timer = useRef(0)
  const { getZoom } = useReactFlow()

  const prepare = useCallback((): void => {
    const element = screen.current
    if (element === null) return
    const fitting = Math.min(largest / picture.width, largest / picture.height)
    const scale = Math.min(getZoom() * window.devicePixelRatio, fitting)
    const colours = coloursOf(element)
    const known = print.current
    const isGood =
      known?.picture === picture &&
      known.colours === colours &&
      (known.scale === scale || (known.scale > scale && known.scale < 2 * scale))
    if (!isGood)
      print.current = { canvas: printOf(picture, scale, element), scale, picture, colours }
  }, [picture, getZoom])

  useEffect(() => {
    const idle = requestIdleCallback(prepare)
    return () => cancelIdleCallback(idle)
  }, [prepare])
  useEffect(() => () => window.clearTimeout(timer.current), [])

  const onChange = useCallback(
    (viewport: Viewport): void => {
      const element = screen.current
      const ready = print.current
      if (element === null || ready?.picture !== picture) return
      const root = element.closest('.react-flow')
      root?.classList.add('is-moving')
      show(element, ready, viewport)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => {
        root?.classList.remove('is-moving')
        requestIdleCallback(prepare)
      }, rest)
    },
    [picture, prepare],
  )
  useOnViewportChange({ onChange })
  return <canvas ref={screen} className="map-moving" aria-hidden="true" />
}

/** Puts the part of the picture that is seen on the screen. */
function show(screen: HTMLCanvasElement, { canvas, scale, picture }: Print, at: Viewport): void {
  const ratio = window.devicePixelRatio
  const [width, height] = [screen.clientWidth * ratio, screen.clientHeight * ratio]
  if (screen.width !== width || screen.height !== height) {
    screen.width = width
    screen.height = height
  }
  const context = screen.getContext('2d')
  if (context === null) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  const zoom = (at.zoom / scale) * ratio
  const x = (at.x + picture.x * at.zoom) * ratio
  const y = (at.y + picture.y * at.zoom) * ratio
  context.imageSmoothingQuality = 'low'
  context.drawImage(canvas, x, y, canvas.width * zoom, canvas.height * zoom)
}

/** What tells one theme from another. */
function coloursOf(element: Element): string {
  const style = getComputedStyle(element)
  return ['--paper', '--text', '--map-text'].map((name) => style.getPropertyValue(name)).join()
}

function printOf(picture: Picture, scale: number, element: Element): HTMLCanvasElement {
  const style = getComputedStyle(element)
  const colourOf = (colour: string | null): string => {
    const themed = inTheme(colour)
    const name = /^var\((.+)\)$/.exec(themed)?.[1]
    return name === undefined ? themed : style.getPropertyValue(name).trim()
  }
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(picture.width * scale)
  canvas.height = Math.ceil(picture.height * scale)
  const context = canvas.getContext('2d')
  if (context === null) return canvas
  context.scale(scale, scale)
  context.translate(-picture.x, -picture.y)
  context.lineJoin = 'round'
  for (const group of picture.groups)
    for (const item of group.items) draw(context, item, colourOf, style.fontFamily)
  return canvas
}

function draw(
  context: CanvasRenderingContext2D,
  item: Item,
  colourOf: (colour: string | null) => string,
  family: string,
): void {
  if (item.kind === 'text') {
    context.save()
    context.font = `${item.weight} ${item.size}px ${family}`
    context.textAlign = item.anchor === 'middle' ? 'center' : 'start'
    context.fillStyle = colourOf(item.fill)
    context.translate(item.x, item.y)
    if (item.isTurned) context.rotate(-Math.PI / 2)
    context.fillText(item.text, 0, 0)
    context.restore()
    return
  }
  const path = new Path2D(item.d)
  context.globalAlpha = item.opacity
  if (item.fill !== null) {
    context.fillStyle = colourOf(item.fill)
    context.fill(path)
  }
  if (item.stroke !== null) {
    context.strokeStyle = colourOf(item.stroke)
    context.lineWidth = item.width
    context.lineCap = item.isRound ? 'round' : 'butt'
    context.setLineDash([...item.dash])
    context.stroke(path)
  }
  context.globalAlpha = 1
}
