import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A long real text that lies beside the repository; null, and a line that says so, where it does not. */
export function corpusPath(): string | null {
  const path = fileURLToPath(
    new URL('../../../../shared/corpora/job-specialists-2021.txt', import.meta.url),
  )
  if (existsSync(path)) return path
  console.log('corpus: there is no ../shared here; the long text was not tried')
  return null
}
