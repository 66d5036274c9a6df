/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of Unix time in milliseconds, a counter, then random
 * bits. Ids made later sort later, also within a millisecond and when the clock is set back (6.2,
 * method 1). `random` fills the given bytes with random values.
 */
export function uuidMaker(random: (bytes: Uint8Array) => void): (now: number) => string {
  let time = 0
  let counter = 0
  return (now) => {
    const bytes = new Uint8Array(16)
    random(bytes)
    const view = new DataView(bytes.buffer)
    if (now <= time && counter < mostCounted) counter += 1
    else {
      time = Math.max(now, time + 1)
      // From the lower half, so that there is room to count on.
      counter = view.getUint16(6) & 0x7ff
    }
    view.setUint16(0, Math.floor(time / 2 ** 32))
    view.setUint32(2, time % 2 ** 32)
    view.setUint16(6, 0x7000 | counter)
    view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80)
    return written(bytes)
  }
}

const mostCounted = 0xfff

function written(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
