import * as Y from 'yjs'
import { contextLength } from '../../../shared/text/anchor.ts'
import { surroundings } from '../../../shared/text/surroundings.ts'
import { presentPosition } from './restored-anchors.ts'

/** A passage as its source's document keeps it, in the map `passages` under its id. */
export interface PassageRecord {
  /** Yjs relative positions in base64. The start clings to the character after it, the end to the one before. */
  start: string
  end: string
  /** Words at the time of coding, and up to 32 UTF-16 code units on either side. */
  quote: string
  before: string
  after: string
  created: string
  createdBy: string
  /** In a layer of a round, whose document holds passages of several sources. */
  sourceId?: string
}

/** A coding as its source's document keeps it, in the map `codings` under its id. */
export interface CodingRecord {
  passageId: string
  codeId: string
  analystId: string
  /** working, settled, or the id of a round. */
  layer: string
  /** In the settled layer: the item of a comparison that was decided so. */
  settles?: string
  weight: number | null
  comment: string
  created: string
  createdBy: string
  changed: string
  /** In a layer of a round. */
  sourceId?: string
}

/** Anchors `[start, end)`, offsets in UTF-16 code units of the present text. */
export function anchorRange(
  body: Y.Text,
  text: string,
  start: number,
  end: number,
): Pick<PassageRecord, 'start' | 'end' | 'quote' | 'before' | 'after'> {
  return {
    start: encodePosition(Y.createRelativePositionFromTypeIndex(body, start, 0)),
    end: encodePosition(Y.createRelativePositionFromTypeIndex(body, end, -1)),
    quote: text.slice(start, end),
    ...surroundings(text, { start, end }, contextLength),
  }
}

/** Where a passage is now; null if its words are gone. */
export function resolveRange(
  doc: Y.Doc,
  record: PassageRecord,
): { start: number; end: number } | null {
  const start = resolvePosition(doc, record.start)
  const end = resolvePosition(doc, record.end)
  return start === null || end === null || start >= end ? null : { start, end }
}

/**
 * Which new characters stand for ones that undo brought back, only the document itself says: what the
 * memory of the device that undid knows of it, the others do not, and a place must be the same on all.
 * With `isLocal` that is asked too, for what is not kept.
 */
export function resolvePosition(doc: Y.Doc, position: string, isLocal = false): number | null {
  const relative = Y.decodeRelativePosition(Buffer.from(presentPosition(doc, position), 'base64'))
  return Y.createAbsolutePositionFromRelativePosition(relative, doc, isLocal)?.index ?? null
}

function encodePosition(position: Y.RelativePosition): string {
  return Buffer.from(Y.encodeRelativePosition(position)).toString('base64')
}
