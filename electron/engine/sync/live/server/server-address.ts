import { z } from 'zod'
import { Refusal } from '../../../refusal.ts'

/** Where an institution's server is and what it is to be shown; kept on this device alone (S8). */
export const serverPlace = z.object({ address: z.string(), token: z.string() })
export type ServerPlace = z.infer<typeof serverPlace>

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The address of a server as it is asked: `wss://`, or `ws://` on this machine alone, since everything
 * would go over the network unsealed. Refuses with `live.badAddress` and `live.notSealed`.
 */
export function serverAddress(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  const isSocket = url?.protocol === 'wss:' || url?.protocol === 'ws:'
  if (!url || !isSocket || url.username !== '' || url.password !== '')
    throw new Refusal('live.badAddress', { address: text.trim().slice(0, 200) })
  if (url.protocol === 'ws:' && !ownMachine.has(url.hostname))
    throw new Refusal('live.notSealed', { address: url.host })
  url.hash = ''
  return url.href
}
