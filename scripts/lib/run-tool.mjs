import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { modules, root } from './paths.mjs'

/** Path of a script inside an installed package, to be run with this Node. */
export function toolScript(path) {
  return join(modules, path)
}

/**
 * Runs a program in the repository's folder. Answers its exit code and, with `capture`, what it
 * wrote to both streams in the order it came; otherwise the streams are this process's own.
 */
export function run(command, args, { capture = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
    })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (error) => resolve({ code: 127, output: `${command}: ${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
