import { z } from 'zod'

export const trailRow = z.object({
  stream: z.string().min(1).max(200),
  number: z.number().int().positive(),
  time: z.string(),
  analyst_id: z.string(),
  device_id: z.string(),
  command: z.string(),
  label: z.string(),
  changes: z.string(),
  entities: z.array(z.string()),
})

/**
 * What host and guest tell each other besides the documents; as JSON in stateless messages on the
 * document `project`.
 */
const message = z.discriminatedUnion('type', [
  /** What the sender holds, in parts: a `KnownState` as bytes, base64. */
  z.object({
    type: z.literal('state'),
    device: z.string().max(100),
    analyst: z.string().max(100),
    name: z.string().max(200),
    part: z.number().int().min(0),
    parts: z.number().int().min(1).max(1000),
    bytes: z.string(),
  }),
  /** Documents that have changed at the host. */
  z.object({ type: z.literal('changed'), names: z.array(z.string().max(400)) }),
  /** Rows of the activity trail, in the order of their numbers. */
  z.object({ type: z.literal('trail'), rows: z.array(trailRow) }),
  /** Hashes of originals the host has got. */
  z.object({ type: z.literal('originals'), hashes: z.array(z.string().max(100)) }),
])
export type Message = z.infer<typeof message>

/** Throws at what is no message. */
export function readMessage(text: string): Message {
  return message.parse(JSON.parse(text))
}

/** What somebody shows of where they are, with who they are; for awareness. */
export const shown = z.object({
  device: z.string().max(100),
  analystId: z.string().max(100),
  name: z.string().max(200),
  isHost: z.boolean(),
  since: z.string().max(40),
  sourceId: z.string().max(100).nullable(),
  start: z.number().nullable(),
  end: z.number().nullable(),
  top: z.number().nullable(),
  memo: z
    .object({
      id: z.string().max(100),
      anchor: z.string().max(500),
      focus: z.string().max(500),
    })
    .nullable()
    .default(null),
})
export type Shown = z.infer<typeof shown>
