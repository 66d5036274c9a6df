export type Found =
  | 'pdf'
  | 'zip'
  | 'rtf'
  | 'compound'
  | 'program'
  | 'image'
  | 'audio or video'
  | 'archive'
  | 'database'
  | 'unknown'

const signatures: [Found, string][] = [
  ['pdf', '%PDF-'],
  ['zip', 'PK\u0003\u0004'],
  ['zip', 'PK\u0005\u0006'],
  ['rtf', '{\\rtf'],
  ['compound', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['program', 'MZ'],
  ['program', '\u007fELF'],
  ['program', '\u00cf\u00fa\u00ed\u00fe'],
  ['program', '\u00ca\u00fe\u00ba\u00be'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
  ['image', 'II*\u0000'],
  ['image', 'MM\u0000*'],
  ['audio or video', 'ID3'],
  ['audio or video', 'RIFF'],
  ['audio or video', 'OggS'],
  ['audio or video', 'fLaC'],
  ['audio or video', '\u001aE\u00df\u00a3'],
  ['archive', '\u001f\u008b'],
  ['archive', '7z\u00bc\u00af'],
  ['archive', 'Rar!'],
  ['archive', 'BZh'],
  ['database', 'SQLite format 3\u0000'],
]

/** What the first bytes of a file say that it is; `unknown` includes every kind of plain text. */
export function sniff(bytes: Uint8Array): Found {
  const head = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  const found = signatures.find(([, signature]) => head.startsWith(signature))?.[0]
  if (found === 'program' && head.startsWith('MZ') && !hasZeros(bytes)) return 'unknown'
  if (found === 'image' || found === 'audio or video') return hasZeros(bytes) ? found : 'unknown'
  if (found !== undefined) return found
  if (head.slice(4, 8) === 'ftyp') return 'audio or video'
  const early = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (/^\s*%PDF-/.test(early)) return 'pdf'
  return 'unknown'
}

/** Text may begin with `MZ` or `ID3`; what those signatures stand for has zero bytes early on. */
function hasZeros(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).includes(0)
}

/** A password-protected Office file is a compound file that holds the name of the locked part. */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'))
}
