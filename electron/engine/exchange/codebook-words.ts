import {
  codeKinds,
  codeStatuses,
  type CodeKind,
  type CodeStatus,
} from '../../../shared/model/kinds.ts'
import { CODEBOOK_WORDS } from '../export/codebook/words.ts'

const LANGUAGES = Object.values(CODEBOOK_WORDS)

/** The kind that a word in English or bokmål means. */
export function kindByWord(word: string): CodeKind | undefined {
  const wanted = plainWord(word)
  return codeKinds.find(
    (kind) => kind === wanted || LANGUAGES.some(({ kinds }) => kinds[kind] === wanted),
  )
}

export function statusByWord(word: string): CodeStatus | undefined {
  const wanted = plainWord(word)
  return codeStatuses.find(
    (status) => status === wanted || LANGUAGES.some(({ statuses }) => statuses[status] === wanted),
  )
}

/** Lower case, single spaces, no punctuation: how words from files are compared. */
export function plainWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
