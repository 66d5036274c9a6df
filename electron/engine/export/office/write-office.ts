import { Worker } from 'node:worker_threads'
import type { Task } from '../../task.ts'
import type { OfficeFile } from './office-file.ts'
import type { FromWriter } from './office-writer.ts'

/** Beside this file in the sources; where the program is built, beside the engine. */
const writer = import.meta.url.endsWith('.ts')
  ? './office-writer.ts'
  : '../engine/office-writer.mjs'

/**
 * Writes a file of Word or Excel in a thread of its own, so that the engine answers others meanwhile.
 * Stopping the task ends the thread.
 */
export function writeOffice(file: OfficeFile, task: Task): Promise<Uint8Array> {
  const thread = new Worker(new URL(writer, import.meta.url), { workerData: file })
  const written = new Promise<Uint8Array>((resolve, reject) => {
    thread.on('message', (said: FromWriter) => {
      if ('bytes' in said) resolve(said.bytes)
      else task.tell(said.done, said.total)
    })
    thread.once('error', reject)
    thread.once('exit', (code) =>
      reject(new Error(`The thread that writes files ended with exit code ${code}.`)),
    )
  })
  return task.during(written, () => thread.terminate())
}
