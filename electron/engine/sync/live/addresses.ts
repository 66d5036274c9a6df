import { networkInterfaces } from 'node:os'

/** The address of the other end, as people write it. */
export function addressOf(socket: { remoteAddress?: string | undefined }): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
}

/** Where this machine can be reached by others on its networks; itself only if there is none. */
export function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const outward = all.filter(({ internal, family, address }) => {
    const isLinkLocal = address.startsWith('fe80:') || address.startsWith('169.254.')
    return !internal && !isLinkLocal && (family === 'IPv4' || family === 'IPv6')
  })
  const addresses = outward
    .toSorted((a, b) => a.family.localeCompare(b.family))
    .map(({ address }) => address)
  return addresses.length > 0 ? addresses.slice(0, 8) : ['127.0.0.1']
}
