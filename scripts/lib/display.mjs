import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

const screen = ['-screen', '0', '1600x1000x24']

/**
 * The command line that runs a program with a window: as it is where there is a display, otherwise
 * on a virtual one of its own.
 */
export function onADisplay(command, args) {
  if (process.platform !== 'linux' || hasDisplay()) return [command, args]
  return ['xvfb-run', ['-a', '-s', screen.join(' '), command, ...args]]
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/**
 * Starts virtual displays that share neither clipboard nor focus. Each names itself when it is ready
 * (`:99`), so that two that start at once never take the same name. `end` closes them again.
 */
export async function virtualDisplays(count) {
  const started = Array.from({ length: count }, startDisplay)
  const end = () => {
    for (const { server } of started) server.kill()
  }
  try {
    return { names: await Promise.all(started.map(({ name }) => name)), end }
  } catch (error) {
    end()
    throw error
  }
}

function startDisplay() {
  // One that begins anew after its last window refuses the next, if that comes too soon.
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const ended = once(server, 'close').then(([code]) => {
    throw new Error(`The virtual display ended with ${code}.`)
  })
  const ready = once(createInterface({ input: server.stdio[3] }), 'line')
  const name = Promise.race([ready.then(([number]) => `:${number}`), ended])
  return { server, name }
}
