import { useMemo } from 'react'
import type { CodedPassage } from '../../shared/model/entities.ts'
import type { CodingView } from '../../shared/model/rounds.ts'
import { useCodes } from '../codes/code-data.ts'
import { useCodingView, useCodingsOfView } from '../rounds/coding-view.ts'
import { passagesToMarks } from './coding-marks.ts'
import type { CodingMark } from './coding-marks.ts'
import { isShown } from './shown-codings.tsx'
import type { CodeLook } from './stripes.tsx'

/** The same object until a code looks different: counts change with every coding, and are not drawn. */
export function useCodeLooks(
  codes: ReturnType<typeof useCodes>['codes'],
): ReadonlyMap<string, CodeLook> {
  const key = JSON.stringify(codes.map(({ id, name, hue }) => [id, { name, hue }]))
  return useMemo(() => new Map(JSON.parse(key) as [string, CodeLook][]), [key])
}

/** Marks of the codings that are to be seen. */
export function useShownMarks(
  sourceId: string,
  passages: readonly CodedPassage[],
  shown: string,
  analystId: string,
): readonly CodingMark[] {
  const { sets } = useCodes()
  const view = useCodingView()
  const codingsOfView = useCodingsOfView(sourceId, view)
  const marks = useMemo(() => passagesToMarks(passages), [passages])
  return useMemo(
    () =>
      shown === 'all' && view === 'all'
        ? marks
        : marks.filter(
            (mark) => isShown(mark, shown, sets) && isOfView(mark, view, analystId, codingsOfView),
          ),
    [marks, shown, view, analystId, codingsOfView, sets],
  )
}

/**
 * Whether a mark is of the codings that are looked at. What is not a coding, an activation of a text
 * or an account of work, is neither settled nor a difference.
 */
export function isOfView(
  mark: CodingMark,
  view: CodingView,
  analystId: string,
  codingsOfView?: ReadonlySet<string>,
): boolean {
  if (view === 'all') return true
  if (view === 'mine') return mark.analystId === analystId
  if (view === 'partner') return mark.analystId !== analystId
  return codingsOfView?.has(mark.codingId) === true
}
