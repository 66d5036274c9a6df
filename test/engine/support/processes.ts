import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** Ends a process and waits until it is over. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** The first line a process says with these words; fails when it ends before. */
export async function lineWith(output: Readable | null, words: string): Promise<string> {
  if (!output) throw new Error('no output')
  for await (const line of createInterface({ input: output }))
    if (line.includes(words)) {
      output.resume()
      return line
    }
  throw new Error(`ended without “${words}”`)
}
