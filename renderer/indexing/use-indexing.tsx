import { useCallback, useLayoutEffect, useMemo, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { CodedPassage } from '../../shared/model/entities.ts'
import type { TextRange } from '../../shared/text/segments.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import { useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { select } from '../app/workspace.ts'
import { overlaps } from '../reading/coding-marks.ts'
import type { CodingMark } from '../reading/coding-marks.ts'
import { lastSelection } from '../reading/last-selection.ts'
import { rangeToCode } from '../reading/reading-acts.ts'
import type { ReadingScene } from '../reading/reading-acts.ts'
import { isShown } from '../reading/shown-codings.tsx'
import { isOfView } from '../reading/shown-marks.ts'
import { useCodingView } from '../rounds/coding-view.ts'
import type { CodeLook } from '../reading/stripes.tsx'
import type { Surface } from '../reading/surface.ts'
import type { ShownPart } from '../reading/use-surface.ts'
import type { IndexAct } from './index-acts.ts'
import { IndexHost } from './index-host.tsx'
import type { BegunIndexing } from './index-host.tsx'
import { mergedMarks, useIndexMarks } from './index-marks.ts'
import { inHand } from './index-reading.ts'
import type { Outcome } from './in-hand.ts'
import { QuestionsBeside } from './questions-beside.tsx'
import { useReadingAids } from './reading-aids.ts'
import { WatchMarks } from './watch-marks.tsx'

interface Given {
  sourceId: string
  surface: Surface | null
  scene: RefObject<ReadingScene | null>
  part: ShownPart
  passages: readonly CodedPassage[]
  /** Codings that are shown. */
  marks: readonly CodingMark[]
  looks: ReadonlyMap<string, CodeLook>
  shown: string
  analystId: string
  isEditing: boolean
}

interface Indexing {
  /** Codings, activations and accounts that are shown, in the order of the text. */
  marks: readonly CodingMark[]
  looks: ReadonlyMap<string, CodeLook>
  open: (act: IndexAct, range: TextRange, questionId?: string) => void
  /** Whether a click in its words is meant for the passage. */
  isMarked: (passage: CodedPassage) => boolean
  popover: ReactNode
  /** What stands at the right edge of the text. */
  beside: ReactNode
}

/** What the index adds to a text that is read: its marks, and the popovers of its acts. */
export function useIndexing(given: Given): Indexing {
  const { sourceId, surface, scene, part, passages, shown, analystId } = given
  const t = useT()
  const aids = useReadingAids()
  const [begun, setBegun] = useState<BegunIndexing | null>(null)
  const view = useCodingView()
  const index = useIndexMarks(sourceId, passages)
  const shownIndex = useMemo(
    () => index.marks.filter((mark) => isShown(mark, shown, []) && isOfView(mark, view, analystId)),
    [index.marks, shown, view, analystId],
  )
  const marks = useMemo(() => mergedMarks(given.marks, shownIndex), [given.marks, shownIndex])
  const looks = useMemo(
    () => (index.looks.size === 0 ? given.looks : new Map([...given.looks, ...index.looks])),
    [given.looks, index.looks],
  )
  const marked = useMemo(() => new Set(index.marks.map((mark) => mark.passageId)), [index.marks])

  useLayoutEffect(() => {
    if (surface === null) return
    const seen = shownIndex.filter((mark) => overlaps(mark, part.range))
    for (const kind of ['activation', 'account'] as const) {
      const ranges = seen.filter((mark) => mark.kind === kind)
      surface.painter.plain(`index-${kind}`, ranges)
    }
  }, [surface, shownIndex, part])
  useLayoutEffect(() => {
    surface?.painter.plain('reading-indexed', begun === null ? [] : [begun.hand])
  }, [surface, begun])

  const open = (act: IndexAct, range: TextRange, questionId?: string): void => {
    const present = scene.current
    if (present === null) return
    setBegun({
      act,
      hand: inHand(present, range),
      anchor: present.surface.rectangle(range),
      ...(questionId === undefined ? {} : { questionId }),
    })
  }
  const onClose = useCallback(() => {
    setBegun((present) => {
      if (present !== null) surface?.select(present.hand)
      return null
    })
  }, [surface])
  const onDone = useCallback(
    ({ said, passageId }: Outcome) => {
      toastWithUndo(said)
      if (passageId !== undefined) select({ type: 'passage', id: passageId, sourceId })
    },
    [sourceId],
  )
  const answerWith = (questionId: string): void => {
    const present = scene.current
    const range = lastSelection(sourceId) ?? (present === null ? undefined : rangeToCode(present))
    if (range === undefined) toast({ text: t('reading.noSelection') })
    else open('answer', range, questionId)
  }
  return {
    marks,
    looks,
    open,
    isMarked: (passage) => passage.codings.length > 0 || marked.has(passage.id),
    beside: (
      <>
        {aids.questions && <QuestionsBeside sourceId={sourceId} onAnswer={answerWith} />}
        {/* While letters are typed the engine is not asked for terms with each of them. */}
        {aids.watchList && surface !== null && !given.isEditing && (
          <WatchMarks sourceId={sourceId} surface={surface} part={part} isQuiet={begun !== null} />
        )}
      </>
    ),
    popover: begun !== null && <IndexHost begun={begun} onDone={onDone} onClose={onClose} />,
  }
}
