import type { CodedPassage } from '../../shared/model/entities.ts'
import { comparePassages } from './coding-marks.ts'

/** Puts a passage in, or its new codings with those it has. Order: by start, then longest first. */
export function mergeCodings(
  passages: readonly CodedPassage[],
  fresh: CodedPassage,
): CodedPassage[] {
  const index = passages.findIndex((passage) => passage.id === fresh.id)
  const known = passages[index]
  if (known === undefined) return insertPassage(passages, fresh)
  const codings = [
    ...known.codings,
    ...fresh.codings.filter((coding) => !known.codings.some((other) => other.id === coding.id)),
  ]
  return passages.with(index, { ...known, codings })
}

function insertPassage(passages: readonly CodedPassage[], fresh: CodedPassage): CodedPassage[] {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = passages[middle]
    if (other !== undefined && comparePassages(other, fresh) <= 0) low = middle + 1
    else high = middle
  }
  return passages.toSpliced(low, 0, fresh)
}

/** A passage in place of itself with another range. */
export function withPassage(
  passages: readonly CodedPassage[],
  fresh: CodedPassage,
): CodedPassage[] {
  return insertPassage(
    passages.filter((passage) => passage.id !== fresh.id),
    fresh,
  )
}

/** Without these codings, and without passages that had no others. */
export function withoutCodings(
  passages: readonly CodedPassage[],
  codingIds: readonly string[],
): CodedPassage[] {
  const gone = new Set(codingIds)
  return passages.flatMap((passage) => {
    if (!passage.codings.some((coding) => gone.has(coding.id))) return [passage]
    const codings = passage.codings.filter((coding) => !gone.has(coding.id))
    return codings.length === 0 ? [] : [{ ...passage, codings }]
  })
}
