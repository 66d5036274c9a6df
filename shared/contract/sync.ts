import { z } from 'zod'
import { define } from './define.ts'

export const syncCommands = {
  'sync.mergeCopy': define(
    'Takes over what a copy of this project holds and this one does not; twice is the same as once.',
    z.object({ path: z.string().min(1), password: z.string().optional() }),
    z.object({ documents: z.number().describe('documents that changed') }),
  ),
}
