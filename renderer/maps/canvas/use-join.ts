import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import type { Point } from '../../../shared/analysis/map/drawing.ts'
import { join } from '../maps-acts.ts'

/** A line that is being drawn by hand, from a node to where the pointer is. */
export interface Draft {
  from: string
  to: Point
}

/** Drawing a line from the grip of one node to another node. */
export function useJoin(): {
  draft: Draft | null
  onJoin: (key: string, event: React.PointerEvent) => void
} {
  const { screenToFlowPosition } = useReactFlow()
  const [draft, setDraft] = useState<Draft | null>(null)
  const onJoin = useCallback(
    (from: string, event: React.PointerEvent): void => {
      if (event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      const over = new AbortController()
      const { signal } = over
      const at = ({ clientX, clientY }: { clientX: number; clientY: number }) =>
        screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false })
      setDraft({ from, to: at(event) })
      const end = (): void => {
        over.abort()
        setDraft(null)
      }
      window.addEventListener('pointermove', (move) => setDraft({ from, to: at(move) }), { signal })
      window.addEventListener('pointercancel', end, { signal })
      window.addEventListener(
        'keydown',
        (key) => {
          if (key.key === 'Escape') end()
        },
        { signal },
      )
      window.addEventListener(
        'pointerup',
        (up) => {
          end()
          const target = document.elementFromPoint(up.clientX, up.clientY)
          const to = target?.closest<HTMLElement>('[data-node]')?.dataset['node']
          if (to !== undefined) void join(from, to)
        },
        { signal },
      )
    },
    [screenToFlowPosition],
  )
  return { draft, onJoin }
}
