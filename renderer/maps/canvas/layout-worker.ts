import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import type { Drawing } from '../../../shared/analysis/map/drawing.ts'
import type { MapModel } from '../../../shared/analysis/map/map-model.ts'

export interface LayoutRequest {
  id: number
  model: MapModel
}

export interface LayoutAnswer {
  id: number
  drawing: Drawing
}

/** Lays maps out off the window's own thread, so that it never stands still. */
self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const answer: LayoutAnswer = { id: data.id, drawing: layOutMap(data.model) }
  self.postMessage(answer)
})
