export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; value: number | undefined }
  /** One byte in the code page of the current font. */
  | { kind: 'byte'; byte: number }
  | { kind: 'text'; text: string }

/** Cuts RTF (one character for each byte) into tokens. Binary data is passed over. */
export function* rtfTokens(rtf: string): Generator<RtfToken> {
  const pattern =
    /[{}]|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|[^{}\\\r\n]+|[\r\n]+/g
  let match = pattern.exec(rtf)
  while (match !== null) {
    const [whole, word, value, hex, symbol] = match
    if (whole === '{') yield { kind: 'open' }
    else if (whole === '}') yield { kind: 'close' }
    else if (word !== undefined) {
      const number = value === undefined ? undefined : Number(value)
      if (word === 'bin') pattern.lastIndex += Math.max(0, number ?? 0)
      else yield { kind: 'word', word, value: number }
    } else if (hex !== undefined) yield { kind: 'byte', byte: parseInt(hex, 16) }
    else if (symbol !== undefined) yield symbolToken(symbol)
    else if (!/^[\r\n]/.test(whole)) yield { kind: 'text', text: whole }
    match = pattern.exec(rtf)
  }
}

function symbolToken(symbol: string): RtfToken {
  if (symbol === '~') return { kind: 'text', text: '\u00a0' }
  if (symbol === '_') return { kind: 'text', text: '\u2011' }
  if (symbol === '-') return { kind: 'text', text: '' }
  if (symbol === '\n' || symbol === '\r') return { kind: 'word', word: 'par', value: undefined }
  if (symbol === '\t') return { kind: 'word', word: 'tab', value: undefined }
  if (symbol === '*') return { kind: 'word', word: '*', value: undefined }
  if (symbol === '{' || symbol === '}' || symbol === '\\') return { kind: 'text', text: symbol }
  return { kind: 'text', text: '' }
}
