import { createReadStream, fstatSync, openSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { failureIn } from '../../shared/i18n/failure.ts'
import { fileRefusal, messageOf, Refusal } from '../engine/refusal.ts'
import { open, type Run } from './commands.ts'

/**
 * Carries out a file of commands, one JSON object a line. Each line is answered before the next one is
 * read, so an answer means that the change is durable. A line that is refused, or is no command, is
 * answered with the reason and the next ones go on. Ends early only when nobody reads the answers.
 */
export async function runCommands(run: Run): Promise<number> {
  const from = run.args.places[2] ?? ''
  const input = from === '-' ? process.stdin : commandFile(resolve(from))
  await open(run)
  let isRefused = false
  let count = 0
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue
      const result = await answer(run, line)
      if (!result.ok) isRefused = true
      run.output.line(JSON.stringify(result))
      count += 1
      if (run.output.isCutOff()) {
        run.output.problem(
          `Nobody reads the answers any more. The ${count} lines so far were carried out and are saved; the rest were not.`,
        )
        return 1
      }
    }
  } catch (error) {
    throw new Refusal('file.notReadable', { path: from, problem: messageOf(error) })
  }
  return isRefused ? 1 : 0
}

function commandFile(path: string): NodeJS.ReadableStream {
  try {
    const file = openSync(path, 'r')
    if (fstatSync(file).isDirectory()) throw new Refusal('file.notAFile', { path })
    return createReadStream(path, { fd: file })
  } catch (error) {
    throw fileRefusal(error, path)
  }
}

async function answer({ engine }: Run, line: string): Promise<{ ok: boolean }> {
  const request = requestOf(line)
  if (request) return engine.command(request.command, request.args)
  const problem = 'the line is not {"command": …, "args": {…}}'
  return { ok: false, error: failureIn('en', 'args.invalid', { problem }) } as { ok: false }
}

function requestOf(line: string): { command: string; args: unknown } | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''))
    if (typeof value !== 'object' || value === null || !('command' in value)) return null
    const args = 'args' in value ? value.args : {}
    return typeof value.command === 'string' ? { command: value.command, args } : null
  } catch {
    return null
  }
}
