import { parentPort, workerData } from 'node:worker_threads'
import { officeFileToBytes, type OfficeFile } from './office-file.ts'

/** What the thread says: how far it has come, and at last the file. */
export type FromWriter = { done: number; total: number } | { bytes: Uint8Array }

const say = (message: FromWriter) => parentPort?.postMessage(message)

// The thread: it writes the file that it was started with, and ends.
const bytes = await officeFileToBytes(workerData as OfficeFile, (done, total) =>
  say({ done, total }),
)
say({ bytes })
