import { z } from 'zod'
import { id, memo } from '../model/entities.ts'
import { memoKinds, memoStatuses } from '../model/kinds.ts'
import { define } from './define.ts'

const nothing = z.object({})
const about = z.object({ type: z.enum(['project', 'source', 'code', 'passage']), id })

/** Bytes of a Yjs update: a Uint8Array on a port, base64 in JSON. */
const update = z.union([z.instanceof(Uint8Array), z.string()])

export const memoCommands = {
  'memos.create': define(
    'Makes a memo about the project, a source, a code or a passage.',
    z.object({
      title: z.string().optional(),
      kind: z.enum(memoKinds).optional(),
      about: about.optional(),
      text: z.string().optional().describe('plain text to begin with, one paragraph a line'),
    }),
    memo,
  ),
  'memos.update': define(
    'Changes title, kind, status or what a memo is about.',
    z.object({
      memoId: id,
      title: z.string().optional(),
      kind: z.enum(memoKinds).optional(),
      status: z.enum(memoStatuses).optional(),
      about: about.optional(),
    }),
    nothing,
  ),
  'memos.write': define(
    'Appends a Yjs update of the memo’s rich text (root "root", Lexical binding).',
    z.object({ memoId: id, update }),
    nothing,
  ),
  'memos.delete': define(
    'Deletes memos; can be undone.',
    z.object({ memoIds: z.array(id).min(1) }),
    nothing,
  ),
}

export const memoQueries = {
  'memos.list': define(
    'All memos, or those about one thing, last changed first.',
    z.object({ about: about.optional() }),
    z.object({ items: z.array(memo) }),
  ),
  'memos.state': define(
    'The Yjs state of a memo’s rich text, as one update in base64.',
    z.object({ memoId: id }),
    z.object({ update: z.string() }),
  ),
}
