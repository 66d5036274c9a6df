import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist } from '../../scripts/lib/paths.mjs'

/**
 * The engine as the program runs it, in a process of its own: what is measured includes the way
 * there and back.
 */
export function startEngine() {
  const child = fork(join(dist, 'engine', 'engine-process.mjs'), [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map()
  let lastId = 0
  const listeners = new Set()
  child.on('message', ({ id, result, event, payload }) => {
    if (event) for (const listen of listeners) listen(event, payload)
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  const ask = async (kind, name, args) => {
    lastId += 1
    const id = lastId
    const answer = new Promise((resolve) => waiting.set(id, resolve))
    child.send({ id, kind, name, args })
    const result = await answer
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
    return result.value
  }
  return {
    command: (name, args = {}) => ask('command', name, args),
    query: (name, args = {}) => ask('query', name, args),
    /** When an event of this name and kind comes next; its time, as `performance.now` counts. */
    event: (name, isWanted = () => true) =>
      new Promise((resolve) => {
        const listen = (event, payload) => {
          if (event !== name || !isWanted(payload)) return
          listeners.delete(listen)
          resolve(performance.now())
        }
        listeners.add(listen)
      }),
    /** Resident memory in MB, now and at its highest; Linux only. */
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      const megabytes = (field) =>
        Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024
      return { now: megabytes('VmRSS'), highest: megabytes('VmHWM') }
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.disconnect()
      }),
  }
}

/** Milliseconds that `work` takes, and what it answers. */
export async function timed(work) {
  const start = performance.now()
  const value = await work()
  return { milliseconds: performance.now() - start, value }
}
