import type { Input, WebContents } from 'electron'

const smallest = -3
const largest = 6

/** Zoom by keyboard as in a browser, for keys that the window does not use for something else. */
export function followZoomKeys(
  contents: WebContents,
  isTaken: (accelerator: string) => boolean,
): void {
  contents.on('before-input-event', (event, input) => {
    const step = zoomStep(input)
    if (step === undefined || isTaken(`CmdOrCtrl+${acceleratorKey(input)}`)) return
    const level = step === 0 ? 0 : contents.getZoomLevel() + step
    contents.setZoomLevel(Math.min(largest, Math.max(smallest, level)))
    event.preventDefault()
  })
}

/** 1 in, -1 out, 0 back to 100 %, `undefined` for any other key. */
function zoomStep(input: Input): number | undefined {
  const modifier = process.platform === 'darwin' ? input.meta : input.control
  if (input.type !== 'keyDown' || !modifier || input.alt) return undefined
  if (input.key === '+' || input.key === '=') return 1
  if (input.key === '-') return -1
  if (input.key === '0') return 0
  return undefined
}

function acceleratorKey(input: Input): string {
  return input.key === '+' ? 'Plus' : input.key
}
