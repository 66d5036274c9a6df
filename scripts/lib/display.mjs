/**
 * The command line that runs a program with a window: as it is where there is a display, otherwise
 * on a virtual one of its own.
 */
export function onADisplay(command, args) {
  if (process.platform !== 'linux' || hasDisplay()) return [command, args]
  return ['xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', command, ...args]]
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}
