import { surroundings } from '../../../shared/text/surroundings.ts'
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
  return {
    id: `${id}:${start}`,
    sourceId: id,
    sourceTitle: title,
    start,
    end,
    quote: text.slice(start, end),
    ...surroundings(text, { start, end }, contextLength, paragraphAround(text, start, end)),
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
