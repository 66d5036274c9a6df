/** A file name from the title of the project: without signs that some systems refuse. */
export function fileName(title: string, kind: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? kind : `${plain} – ${kind}`
}
