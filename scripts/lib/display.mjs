/**
 * The command line that runs a program with a window: as it is where there is a display, otherwise
 * on a virtual one of its own; `number` keeps apart those that start at the same moment.
 */
export function onADisplay(command, args, number = 0) {
  if (process.platform !== 'linux' || hasDisplay()) return [command, args]
  const display = ['-a', '-n', String(99 + 20 * number), '-s', '-screen 0 1600x1000x24']
  return ['xvfb-run', [...display, command, ...args]]
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}
