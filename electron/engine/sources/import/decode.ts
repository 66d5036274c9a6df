import iconv from 'iconv-lite'
import { cleanText } from '../../../../shared/text/clean-text.ts'
import type { ImportNote } from './types.ts'

export interface Decoded {
  text: string
  encoding: string
  notes: ImportNote[]
}

/**
 * Bytes as cleaned text: by the given encoding, by a byte order mark, as UTF-8 where that is valid,
 * as UTF-16 where every other byte is zero, else as Windows-1252 (a superset of Latin-1's letters).
 * Undefined if the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array, wanted?: string): Decoded | undefined {
  if (wanted !== undefined && iconv.encodingExists(wanted)) {
    return cleaned(iconv.decode(Buffer.from(bytes), wanted), wanted, [])
  }
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return cleaned(new TextDecoder('utf-8').decode(bytes.subarray(3)), 'utf-8', [])
  }
  if (first === 0xff && second === 0xfe) return sixteen(bytes.subarray(2), 'utf-16le', [])
  if (first === 0xfe && second === 0xff) return sixteen(bytes.subarray(2), 'utf-16be', [])
  const zeros = zeroBytes(bytes)
  if (zeros.total > 0) {
    const half = zeros.sampled / 2
    if (zeros.odd > half * 0.6 && zeros.even < half * 0.1) {
      return sixteen(bytes, 'utf-16le', guessed('utf-16le'))
    }
    if (zeros.even > half * 0.6 && zeros.odd < half * 0.1) {
      return sixteen(bytes, 'utf-16be', guessed('utf-16be'))
    }
    if (zeros.total > zeros.sampled * 0.02) return undefined
  }
  try {
    return cleaned(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8', [])
  } catch {
    if (controlShare(bytes) > 0.05) return undefined
    const text = iconv.decode(Buffer.from(bytes), 'windows-1252')
    return cleaned(text, 'windows-1252', guessed('windows-1252'))
  }
}

function guessed(encoding: string): ImportNote[] {
  return [{ code: 'encoding-guessed', detail: encoding }]
}

function sixteen(bytes: Uint8Array, encoding: string, notes: ImportNote[]): Decoded {
  return cleaned(iconv.decode(Buffer.from(bytes), encoding), encoding, notes)
}

function cleaned(raw: string, encoding: string, notes: ImportNote[]): Decoded {
  const result = cleanText(raw)
  const found: ImportNote[] =
    result.cleaned > 0 ? [{ code: 'characters-cleaned', count: result.cleaned }] : []
  return { text: result.text, encoding, notes: [...notes, ...found] }
}

function zeroBytes(bytes: Uint8Array): {
  even: number
  odd: number
  total: number
  sampled: number
} {
  const sampled = Math.min(bytes.length, 65_536)
  let even = 0
  let odd = 0
  for (let index = 0; index < sampled; index += 1) {
    if (bytes[index] !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  return { even, odd, total: even + odd, sampled }
}

function controlShare(bytes: Uint8Array): number {
  const sampled = Math.min(bytes.length, 65_536)
  let control = 0
  for (let index = 0; index < sampled; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) control += 1
  }
  return control / Math.max(1, sampled)
}
