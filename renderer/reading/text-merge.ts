import type { TextEdit } from '../../shared/text/text-splice.ts'

/** A walk through a text from its beginning: lengths in UTF-16 code units that stay or go, new words. */
type Part = { keep: number } | { remove: number } | { insert: string }

/**
 * Edits that follow one another, made without knowing of `other`, as they must be when `other` came
 * first; and `other` as it is when it comes after them. Both ways give the same text. What was
 * written stays, whatever the other did around it; only words that still stand are taken away.
 */
export function editsAfter(
  edits: readonly TextEdit[],
  other: TextEdit,
): { edits: TextEdit[]; other: TextEdit[] } {
  let foreign = editToParts(other)
  const moved = edits.flatMap((edit) => {
    const [own, rest] = bothAfter(editToParts(edit), foreign)
    foreign = rest
    return partsToEdits(own)
  })
  return { edits: moved, other: partsToEdits(foreign) }
}

/** Each as it is after the other one; of words put in at one place those of `foreign` come first. */
function bothAfter(own: readonly Part[], foreign: readonly Part[]): [Part[], Part[]] {
  const ownAfter: Part[] = []
  const foreignAfter: Part[] = []
  const ahead = [...own]
  const others = [...foreign]
  let mine = ahead.shift()
  let theirs = others.shift()
  while (mine !== undefined || theirs !== undefined) {
    if (theirs !== undefined && 'insert' in theirs) {
      foreignAfter.push(theirs)
      ownAfter.push({ keep: theirs.insert.length })
      theirs = others.shift()
    } else if (mine !== undefined && 'insert' in mine) {
      ownAfter.push(mine)
      foreignAfter.push({ keep: mine.insert.length })
      mine = ahead.shift()
    } else {
      const length = Math.min(lengthOf(mine), lengthOf(theirs))
      const takesMine = mine !== undefined && 'remove' in mine
      const takesTheirs = theirs !== undefined && 'remove' in theirs
      if (!takesTheirs) ownAfter.push(takesMine ? { remove: length } : { keep: length })
      if (!takesMine) foreignAfter.push(takesTheirs ? { remove: length } : { keep: length })
      mine = without(mine, length) ?? ahead.shift()
      theirs = without(theirs, length) ?? others.shift()
    }
  }
  return [ownAfter, foreignAfter]
}

/** What lies behind the last part stays, however long it is. */
function lengthOf(part: Part | undefined): number {
  if (part === undefined) return Number.POSITIVE_INFINITY
  if ('keep' in part) return part.keep
  return 'remove' in part ? part.remove : part.insert.length
}

function without(part: Part | undefined, length: number): Part | undefined {
  const rest = lengthOf(part) - length
  if (part === undefined || rest === 0) return undefined
  return 'keep' in part ? { keep: rest } : { remove: rest }
}

function editToParts({ start, end, text }: TextEdit): Part[] {
  const parts: Part[] = []
  if (start > 0) parts.push({ keep: start })
  if (end > start) parts.push({ remove: end - start })
  if (text !== '') parts.push({ insert: text })
  return parts
}

/** As edits one after the other; what is put in where something was taken out is one edit. */
function partsToEdits(parts: readonly Part[]): TextEdit[] {
  const edits: TextEdit[] = []
  let at = 0
  let open: TextEdit | undefined
  for (const part of parts) {
    if ('keep' in part) {
      at += part.keep
      if (part.keep > 0) open = undefined
      continue
    }
    if (open === undefined) {
      open = { start: at, end: at, text: '' }
      edits.push(open)
    }
    if ('remove' in part) open.end += part.remove
    else {
      open.text += part.insert
      at += part.insert.length
    }
  }
  return edits
}
