import type { Box, Drawing } from './drawing.ts'
import { metrics } from './metrics.ts'

/** Bands at the left of lanes that stand together because they belong to one site. */
export function groupBands(lanes: Drawing['lanes']): ({ label: string } & Box)[] {
  const bands: ({ label: string } & Box)[] = []
  let previous = ''
  for (const lane of lanes) {
    const band = bands.at(-1)
    if (lane.group !== '' && band && previous === lane.group)
      band.height = lane.y + lane.height - band.y
    else if (lane.group !== '')
      bands.push({
        label: lane.group,
        x: metrics.margin,
        y: lane.y,
        width: metrics.groupHeader,
        height: lane.height,
      })
    previous = lane.group
  }
  return bands
}
