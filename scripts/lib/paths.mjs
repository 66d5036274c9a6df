import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

export const modules = join(root, 'node_modules')
export const dist = join(root, 'dist')
/** Downloads and tools that are kept between runs; ignored by git. */
export const cache = join(root, '.cache')
