import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import type { Code } from '../../shared/model/entities.ts'
import type { TextRange } from '../../shared/text/segments.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useSettings } from '../app/settings.ts'
import { showInspector } from '../app/side-panels.ts'
import { openView, select, useWorkspace } from '../app/workspace.ts'
import { useStore } from '../app/store.ts'
import { useCodes } from '../codes/code-data.ts'
import { ReadingAidsMenu } from '../indexing/reading-aids-menu.tsx'
import { useIndexing } from '../indexing/use-indexing.tsx'
import { ReaderMarks, useTellWhere } from '../meeting/live/reader-marks.tsx'
import { CodePicker } from '../passages/code-picker.tsx'
import type { PickedCodes } from '../passages/code-picker.tsx'
import { CodingViewSelect } from '../rounds/coding-view-select.tsx'
import { RoundBanner } from '../rounds/round-banner.tsx'
import { innermostAt } from './coding-marks.ts'
import type { CodingMark } from './coding-marks.ts'
import { DocumentHead } from './document-head.tsx'
import { EditBanner } from './edit-banner.tsx'
import { FindBar } from './find-bar.tsx'
import { GoToBar } from './go-to-bar.tsx'
import { openSource } from './open-source.ts'
import { RangeHandles } from './range-handles.tsx'
import { codeRange, codingInHand, recodeAs } from './reading-acts.ts'
import type { ReadingScene } from './reading-acts.ts'
import { readingKey } from './reading-keys.ts'
import { useReadingActions } from './reading-actions.ts'
import { rememberedPlace } from './remembered-place.ts'
import { ShownCodings } from './shown-codings.tsx'
import { useCodeLooks, useShownMarks } from './shown-marks.ts'
import { Stripes } from './stripes.tsx'
import { useCodeDrag } from './use-code-drag.ts'
import { useEditSession } from './use-edit-session.ts'
import { useReadingStatus } from './use-reading-status.ts'
import { useShownPart, useSurface } from './use-surface.ts'
import { useReadOnlyCaret } from './use-text-input.ts'
import './reading-view.css'
import './reading-blocks.css'

interface Props {
  sourceId: string
  at?: TextRange
  active: boolean
}

type Picker = { mode: 'code' | 'recode'; range: TextRange; anchor: DOMRect }

/** A source as it is read and coded. */
export function ReadingView(props: Props) {
  return <ReadingDocument key={props.sourceId} {...props} />
}

function ReadingDocument({ sourceId, at, active }: Props) {
  const t = useT()
  const settings = useSettings()
  const open = useMemo(() => openSource(sourceId), [sourceId])
  useEffect(() => open.attach(), [open])
  const { text, passages, failure } = useStore(open.store, (state) => state)
  const { data: source } = useQuery('sources.get', { sourceId }, ['sources'], { sourceId })
  const { data: project } = useQuery('project.info', {}, ['project'])
  open.analystId = project?.analystId ?? ''

  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const surface = useSurface(root, scroller, text, settings.readingMeasure)
  const edit = useEditSession(open, surface)
  const part = useShownPart(surface, edit.isEditing)
  const [picker, setPicker] = useState<Picker | null>(null)
  const [bar, setBar] = useState<'find' | 'go' | null>(null)
  const [hovered, setHovered] = useState<CodingMark | null>(null)
  const [focusedCodingId, setFocusedCodingId] = useState<string | null>(null)
  const focusedId = useWorkspace(({ selection }) =>
    selection.type === 'passage' && selection.sourceId === sourceId ? selection.id : null,
  )
  const { codes } = useCodes()
  const looks = useCodeLooks(codes)
  const analysts = useMemo(
    () => new Map((project?.analysts ?? []).map(({ id, initials }) => [id, initials])),
    [project],
  )
  const [shownCodings, setShownCodings] = useState('all')
  const shownMarks = useShownMarks(sourceId, passages, shownCodings, open.analystId)

  const scene = useRef<ReadingScene | null>(null)
  const indexing = useIndexing({
    sourceId,
    surface,
    scene,
    part,
    passages,
    marks: shownMarks,
    looks,
    shown: shownCodings,
    analystId: open.analystId,
    isEditing: edit.isEditing,
  })
  useLayoutEffect(() => {
    scene.current =
      surface === null
        ? null
        : {
            surface,
            source: open,
            focusedId,
            focusedCodingId,
            codes,
            codeNamed: (name) => codeNamed(codes, name),
            openPicker: (mode, range) =>
              setPicker({ mode, range, anchor: surface.rectangle(range) }),
            openIndexing: indexing.open,
            isMarked: indexing.isMarked,
          }
  })

  useLayoutEffect(() => {
    if (surface === null) return
    surface.painter.paintCodings(shownMarks, part.range, (mark) => looks.get(mark.codeId)?.hue)
  }, [surface, shownMarks, part, looks])

  const focused = passages.find((passage) => passage.id === focusedId && passage.state === 'placed')
  const focusedHue =
    looks.get(
      (focused?.codings.find((coding) => coding.id === focusedCodingId) ?? focused?.codings.at(-1))
        ?.codeId ?? '',
    )?.hue ?? 257
  // A passage moves with what is typed before it, and stays the same object.
  const { start: focusStart, end: focusEnd } = focused ?? {}
  useLayoutEffect(() => {
    const hasFocus = focusStart !== undefined && focusEnd !== undefined
    surface?.painter.focus(hasFocus ? { start: focusStart, end: focusEnd } : null, focusedHue)
  }, [surface, focusStart, focusEnd, focusedHue, part])
  useLayoutEffect(() => {
    surface?.painter.light(hovered, indexing.looks.get(hovered?.codeId ?? '')?.hue ?? 0)
  }, [surface, hovered, indexing.looks])
  useLayoutEffect(() => {
    surface?.painter.plain('reading-kept', picker === null ? [] : [picker.range])
  }, [surface, picker])

  const noted = useRef<TextRange | null>(null)
  const note = useCallback((place: TextRange) => {
    noted.current = place
  }, [])
  const hasBegun = useRef(false)
  useEffect(() => {
    if (surface === null) return
    if (at !== undefined && at !== noted.current) {
      surface.show(at)
      if (at.end > at.start) surface.select(at)
    } else if (!hasBegun.current) {
      const kept = rememberedPlace(sourceId)
      if (kept !== undefined) surface.restore(kept)
    }
    hasBegun.current = true
  }, [surface, at, sourceId])

  useReadingStatus(surface, text, shownMarks, sourceId, active, note)
  useTellWhere(surface, sourceId, active)
  useReadOnlyCaret(surface, edit.isEditing, () => void open.readPassages())
  useCodeDrag(surface, scene)
  useReadingActions(active, scene, {
    find: () => setBar('find'),
    goTo: () => setBar('go'),
    toggleEdit: edit.toggle,
  })

  const closePicker = useCallback(() => {
    setPicker((present) => {
      if (present !== null) surface?.select(present.range)
      return null
    })
  }, [surface])
  const onPick = (picked: PickedCodes): void => {
    const present = scene.current
    if (picker === null || present === null) return
    if (picker.mode === 'code') void codeRange(open, picker.range, picked)
    else {
      const codingId = codingInHand(present)
      const codeId = picked.codeIds[0]
      if (codingId !== undefined && codeId !== undefined) recodeAs(open, codingId, codeId)
    }
    closePicker()
  }
  const closeBar = (): void => {
    setBar(null)
    root.current?.focus({ preventScroll: true })
  }
  const unfolding = useRef<ReturnType<typeof setTimeout>>(undefined)
  const focusMark = useCallback(
    (mark: CodingMark) => {
      setFocusedCodingId(mark.codingId)
      select({ type: 'passage', id: mark.passageId, sourceId })
      // Not under the pointer of a double click: the stripes move when the inspector takes room.
      clearTimeout(unfolding.current)
      unfolding.current = setTimeout(() => {
        const keepInSight = (): void => scene.current?.surface.show(mark, false)
        if (showInspector()) requestAnimationFrame(keepInSight)
      }, 250)
    },
    [sourceId],
  )
  const openMark = useCallback((mark: CodingMark) => {
    clearTimeout(unfolding.current)
    if (mark.kind === undefined) openView({ type: 'code', id: mark.codeId })
    else if (mark.textId !== undefined && mark.textId !== '')
      openView({ type: 'text', id: mark.textId })
  }, [])

  return (
    <div
      className="reading"
      data-face={settings.readingFace}
      style={
        {
          '--reading-size': `${settings.readingSize}px`,
          '--reading-measure': settings.readingMeasure,
        } as CSSProperties
      }
    >
      {edit.isEditing ? <EditBanner session={edit} /> : <RoundBanner sourceId={sourceId} />}
      {bar === 'find' && surface !== null && (
        <FindBar surface={surface} tick={part.tick} onClose={closeBar} />
      )}
      {bar === 'go' && surface !== null && <GoToBar surface={surface} onClose={closeBar} />}
      <div className="reading-body">
        <div ref={scroller} className="reading-scroller">
          <div className="reading-page">
            <div className="reading-top">
              {source !== undefined && <DocumentHead source={source} />}
              <CodingViewSelect className="reading-shown" />
              <ShownCodings value={shownCodings} onChange={setShownCodings} />
              <ReadingAidsMenu />
            </div>
            {failure !== undefined && <p role="alert">{failure.message}</p>}
            {text === undefined && failure === undefined && (
              <p role="status">{t('reading.loading')}</p>
            )}
            {text?.text.trim() === '' && !edit.isEditing && (
              <p className="reading-empty">
                {t('reading.empty')} {t('reading.emptyHint')}
              </p>
            )}
            <div className="reading-sheet">
              <div
                ref={root}
                className="reading-text"
                data-autofocus
                role="textbox"
                aria-multiline="true"
                aria-readonly={!edit.isEditing}
                aria-label={t('reading.textLabel', { title: source?.title ?? '' })}
                aria-description={t('reading.textHint')}
                contentEditable
                suppressContentEditableWarning
                spellCheck={false}
                lang={source?.language === 'other' ? undefined : source?.language}
                onKeyDown={(event) => {
                  const present = scene.current
                  if (present === null || edit.isEditing || event.nativeEvent.isComposing) return
                  if (readingKey(event.nativeEvent, present)) event.preventDefault()
                  else if (event.key === 'Dead') event.preventDefault()
                }}
                onClick={() => {
                  const present = scene.current
                  const selection = surface?.positions.selection()
                  if (
                    present === null ||
                    selection === undefined ||
                    selection.end > selection.start
                  )
                    return
                  const here = innermostAt(passages, selection.start, indexing.isMarked)
                  setFocusedCodingId(null)
                  select(
                    here === undefined
                      ? { type: 'source', id: sourceId }
                      : { type: 'passage', id: here.id, sourceId },
                  )
                }}
              />
              {surface !== null && (
                <ReaderMarks surface={surface} sourceId={sourceId} tick={part.tick} />
              )}
              {surface !== null && (
                <Stripes
                  surface={surface}
                  marks={indexing.marks}
                  part={part}
                  looks={indexing.looks}
                  analysts={analysts}
                  analystId={open.analystId}
                  focusedId={focusedId}
                  onHover={setHovered}
                  onFocus={focusMark}
                  onOpen={openMark}
                />
              )}
              {surface !== null &&
                focused !== undefined &&
                !edit.isEditing &&
                project?.readOnly === false && (
                  <RangeHandles
                    key={focused.id}
                    surface={surface}
                    passage={focused}
                    tick={part.tick}
                    hue={focusedHue}
                    onChange={(range) => void open.changeRange(focused.id, range)}
                  />
                )}
            </div>
          </div>
        </div>
        {indexing.beside}
      </div>
      {indexing.popover}
      {picker !== null && (
        <CodePicker
          anchor={picker.anchor}
          mode={picker.mode}
          onPick={onPick}
          onClose={closePicker}
        />
      )}
    </div>
  )
}

function codeNamed(codes: readonly Code[], name: string): string | undefined {
  const same = codes.filter((code) => code.name.toLowerCase() === name.toLowerCase())
  return (same.find((code) => code.parentId === null) ?? same[0])?.id
}
