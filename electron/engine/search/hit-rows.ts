import { wholeCharacter } from '../../../shared/text/edit.ts'
import type { ScopedSource } from './scope.ts'

const contextLength = 80

export interface HitRow {
  id: string
  sourceId: string
  sourceTitle: string
  start: number
  end: number
  quote: string
  before: string
  after: string
}

/** A hit with what stands around it in its paragraph. */
export function hitRow(
  { id, title }: Pick<ScopedSource, 'id' | 'title'>,
  text: string,
  start: number,
  end: number,
): HitRow {
  const { from, to } = paragraphAround(text, start, end)
  const left = wholeCharacter(text, Math.max(from, start - contextLength), 1)
  const right = wholeCharacter(text, Math.min(to, end + contextLength), -1)
  return {
    id: `${id}:${start}`,
    sourceId: id,
    sourceTitle: title,
    start,
    end,
    quote: text.slice(start, end),
    before: text.slice(left, start),
    after: text.slice(end, right),
  }
}

/** Beginning and end of the paragraph that holds [start, end). */
export function paragraphAround(
  text: string,
  start: number,
  end: number,
): { from: number; to: number } {
  const stop = text.indexOf('\n', end)
  return {
    from: start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1,
    to: stop < 0 ? text.length : stop,
  }
}
