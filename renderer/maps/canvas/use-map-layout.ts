import { useEffect, useRef, useState } from 'react'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import type { LayoutAnswer, LayoutRequest } from './layout-worker.ts'

export interface LaidOut {
  model: MapModel
  drawing: Drawing
}

/** Milliseconds after which a layout under way is spoken of. */
const patience = 300

/**
 * The drawing of a map, made in a worker. The last drawing stays until the next one is ready;
 * `isSlow` once that has taken a while, `hasFailed` if it cannot be laid out.
 */
export function useMapLayout(model: MapModel | undefined): {
  laidOut: LaidOut | undefined
  isSlow: boolean
  hasFailed: boolean
} {
  const worker = useRef<Worker | null>(null)
  const latest = useRef(0)
  const [laidOut, setLaidOut] = useState<LaidOut>()
  const [isSlow, setSlow] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const signature = model === undefined ? '' : JSON.stringify(model)

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
    },
    [],
  )
  useEffect(() => {
    if (signature === '') return undefined
    const asked = JSON.parse(signature) as MapModel
    const id = (latest.current += 1)
    // One that still works at an older map would only hold up the new one.
    worker.current?.terminate()
    const hand = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker.current = hand
    const slow = setTimeout(() => setSlow(true), patience)
    const finish = (): void => {
      clearTimeout(slow)
      setSlow(false)
      hand.terminate()
      if (worker.current === hand) worker.current = null
    }
    hand.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      finish()
      if (data.id !== latest.current) return
      setFailed(false)
      setLaidOut({ model: asked, drawing: data.drawing })
    })
    hand.addEventListener('error', () => {
      finish()
      if (id !== latest.current) return
      // Without a worker the window does it itself.
      try {
        setLaidOut({ model: asked, drawing: layOutMap(asked) })
        setFailed(false)
      } catch {
        setFailed(true)
      }
    })
    const request: LayoutRequest = { id, model: asked }
    hand.postMessage(request)
    return () => clearTimeout(slow)
  }, [signature])
  return { laidOut, isSlow, hasFailed }
}
