/** Every way to end a line (CRLF, CR, VT, NEL, line and paragraph separator) as one `\n`. */
const lineEnds = /\r\n?|[\u000b\u0085\u2028\u2029]/g

/** Control characters that carry no words, byte order marks, and halves of surrogate pairs. */
// eslint-disable-next-line no-control-regex
const strayCharacters =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * Text that is safe to keep: line ends are `\n`, form feeds stay (they begin pages), control
 * characters are dropped and unpaired surrogates become U+FFFD.
 */
export function cleanText(raw: string): { text: string; cleaned: number } {
  let cleaned = 0
  const text = raw.replace(lineEnds, '\n').replace(strayCharacters, (character) => {
    if (character === '\ufeff') return ''
    cleaned += 1
    return character >= '\ud800' && character <= '\udfff' ? '\ufffd' : ''
  })
  return { text, cleaned }
}
