import { z } from 'zod'

/** Where a host is and how this device is known to it; kept for coming back. */
export const hostPlace = z.object({
  name: z.string(),
  device: z.string(),
  addresses: z.array(z.string()),
  port: z.number(),
  fingerprint: z.string(),
  credential: z.string(),
})
export type HostPlace = z.infer<typeof hostPlace>

/** As part of an address of the web. */
export function hostInUrl(address: string): string {
  return address.includes(':') ? `[${address}]` : address
}
