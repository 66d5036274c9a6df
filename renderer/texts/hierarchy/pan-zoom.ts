import { useCallback, useEffect, useRef, useState } from 'react'

/** What is at x, y on the sheet is seen at `x * scale + shift`. */
export interface Frame {
  x: number
  y: number
  scale: number
}

interface Sheet {
  x: number
  y: number
  width: number
  height: number
}

const smallest = 0.15
const largest = 3
/** Below this the words cannot be read, so the first look does not go below it. */
const readable = 0.7
const margin = 16

export interface PanZoom {
  frame: Frame
  panBy: (x: number, y: number) => void
  /** Around the middle of what is seen, unless a place in the element is given. */
  zoomBy: (factor: number, at?: { x: number; y: number }) => void
  fit: () => void
  /** Moves so that a box of the sheet is seen, if it is not. */
  reveal: (box: Sheet) => void
}

/** Pan and zoom of a sheet in an element: wheel pans, with Ctrl it zooms. */
export function usePanZoom(element: SVGSVGElement | null, sheet: Sheet): PanZoom {
  const [frame, setFrame] = useState<Frame>({ x: 0, y: 0, scale: 1 })
  const isMoved = useRef(false)
  const { x, y, width, height } = sheet

  const zoomBy = useCallback(
    (factor: number, at?: { x: number; y: number }): void => {
      isMoved.current = true
      const box = element?.getBoundingClientRect()
      const middle = at ?? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 }
      setFrame((old) => {
        const scale = Math.min(largest, Math.max(smallest, old.scale * factor))
        const ratio = scale / old.scale
        return {
          x: middle.x - (middle.x - old.x) * ratio,
          y: middle.y - (middle.y - old.y) * ratio,
          scale,
        }
      })
    },
    [element],
  )
  const panBy = useCallback((byX: number, byY: number): void => {
    isMoved.current = true
    setFrame((old) => ({ ...old, x: old.x + byX, y: old.y + byY }))
  }, [])
  const fitTo = useCallback(
    (least: number): void => {
      const box = element?.getBoundingClientRect()
      if (box === undefined || box.width === 0) return
      const room = { width: box.width - 2 * margin, height: box.height - 2 * margin }
      const scale = Math.max(
        least,
        Math.min(1, room.width / Math.max(1, width), room.height / Math.max(1, height)),
      )
      setFrame({
        x: margin - x * scale + Math.max(0, (room.width - width * scale) / 2),
        y: margin - y * scale + Math.max(0, (room.height - height * scale) / 2),
        scale,
      })
    },
    [element, x, y, width, height],
  )
  const reveal = useCallback(
    (target: Sheet): void => {
      const box = element?.getBoundingClientRect()
      if (box === undefined) return
      isMoved.current = true
      setFrame((old) => ({
        ...old,
        x: old.x + overlap(target.x * old.scale + old.x, target.width * old.scale, box.width),
        y: old.y + overlap(target.y * old.scale + old.y, target.height * old.scale, box.height),
      }))
    },
    [element],
  )

  useEffect(() => {
    isMoved.current = false
    fitTo(readable)
  }, [fitTo])

  useEffect(() => {
    if (element === null) return
    const watch = new ResizeObserver(() => {
      if (!isMoved.current) fitTo(readable)
    })
    watch.observe(element)
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      if (event.ctrlKey || event.metaKey) {
        const box = element.getBoundingClientRect()
        const at = { x: event.clientX - box.left, y: event.clientY - box.top }
        zoomBy(Math.exp(-event.deltaY / 300), at)
      } else if (event.shiftKey) panBy(-event.deltaY, 0)
      else panBy(-event.deltaX, -event.deltaY)
    }
    // React listens passively, and then the page would scroll or zoom too.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      watch.disconnect()
      element.removeEventListener('wheel', onWheel)
    }
  }, [element, fitTo, panBy, zoomBy])

  return {
    frame,
    panBy,
    zoomBy,
    reveal,
    fit: () => {
      isMoved.current = false
      fitTo(smallest)
    },
  }
}

/** How far to move so that a stretch of this length stands within the room. */
function overlap(start: number, length: number, room: number): number {
  if (start < margin) return margin - start
  const over = start + length - (room - margin)
  return over > 0 ? -Math.min(over, start - margin) : 0
}
