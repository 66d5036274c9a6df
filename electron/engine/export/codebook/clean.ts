/**
 * Text that every format can hold: line ends as `\n`, no control characters but tab, line feed and
 * U+0085, no noncharacters (what XML 1.0 forbids or advises against), unpaired surrogates as
 * U+FFFD. Everything else, also direction marks and emoji, is left as it is.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/(?![\t\n\u0085])[\p{Cc}\p{Noncharacter_Code_Point}]/gu, '')
}

/** The same for a place that takes one line: line breaks and tabs become one space. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\n\t\u0085\u2028\u2029]+/g, ' ')
    .trim()
}

/** Whether the first letter with a direction is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)
  return (
    letter !== null &&
    /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}]/u.test(letter[0])
  )
}
