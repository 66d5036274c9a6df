import { memo, useLayoutEffect, useRef, useState } from 'react'
import type { CSSProperties } from 'react'
import { useT } from '../app/i18n.ts'
import { IndexMark } from '../indexing/index-mark.tsx'
import { overlaps } from './coding-marks.ts'
import type { CodingMark } from './coding-marks.ts'
import { layOutStripes } from './stripe-layout.ts'
import type { Extent } from './stripe-layout.ts'
import type { Surface } from './surface.ts'
import type { ShownPart } from './use-surface.ts'
import './stripes.css'

/** How a code is drawn. */
export interface CodeLook {
  name: string
  hue: number
  /** Of what is no coding. */
  kind?: CodingMark['kind']
}

interface Props {
  surface: Surface
  marks: readonly CodingMark[]
  part: ShownPart
  looks: ReadonlyMap<string, CodeLook>
  analysts: ReadonlyMap<string, string>
  analystId: string
  focusedId: string | null
  onHover: (mark: CodingMark | null) => void
  onFocus: (mark: CodingMark) => void
  onOpen: (mark: CodingMark) => void
}

interface Drawn {
  mark: CodingMark
  top: number
  height: number
  column: number
  labelTop: number | null
}

const labelHeight = 15

/** A stripe for each coding beside its words, with the code's name. */
export function Stripes(props: Props) {
  const { surface, marks, part, looks } = props
  const t = useT()
  const [drawn, setDrawn] = useState<{ items: Drawn[]; columns: number }>({ items: [], columns: 0 })
  const measured = useRef<{ tick: number; extents: Map<string, MeasuredExtent> }>(noExtents())

  useLayoutEffect(() => {
    if (measured.current.tick !== part.tick) measured.current = { ...noExtents(), tick: part.tick }
    setDrawn(measure(surface, marks, part, looks, measured.current.extents))
  }, [surface, marks, part, looks])

  const pitch = drawn.columns <= 3 ? 13 : Math.max(5, Math.floor(52 / drawn.columns))
  return (
    <div
      className="reading-stripes"
      role="group"
      aria-label={t('reading.stripes')}
      style={{ '--pitch': `${pitch}px`, '--columns': Math.min(drawn.columns, 10) } as CSSProperties}
    >
      {drawn.items.map((item) => {
        const look = looks.get(item.mark.codeId)
        const name = look?.name ?? t('reading.stripeUnknown')
        const analyst = props.analysts.get(item.mark.analystId) ?? ''
        return (
          <Stripe
            key={item.mark.codingId}
            item={item}
            name={name}
            hue={look?.hue ?? 0}
            label={look?.kind === undefined ? t('reading.stripe', { code: name, analyst }) : name}
            isFocused={item.mark.passageId === props.focusedId}
            isOthers={props.analystId !== '' && item.mark.analystId !== props.analystId}
            onHover={props.onHover}
            onFocus={props.onFocus}
            onOpen={props.onOpen}
          />
        )
      })}
    </div>
  )
}

interface StripeProps {
  item: Drawn
  name: string
  hue: number
  label: string
  isFocused: boolean
  isOthers: boolean
  onHover: (mark: CodingMark | null) => void
  onFocus: (mark: CodingMark) => void
  onOpen: (mark: CodingMark) => void
}

const Stripe = memo(
  function Stripe({
    item,
    name,
    hue,
    label,
    isFocused,
    isOthers,
    onHover,
    onFocus,
    onOpen,
  }: StripeProps) {
    const { mark } = item
    const classes = ['reading-stripe']
    if (isFocused) classes.push('is-focused')
    if (isOthers) classes.push('is-others')
    if (mark.isPending) classes.push('is-pending')
    if (mark.kind !== undefined) classes.push(`is-${mark.kind}`)
    return (
      <button
        type="button"
        tabIndex={-1}
        className={classes.join(' ')}
        aria-label={label}
        title={item.labelTop === null ? name : undefined}
        style={
          {
            '--h': hue,
            '--c': Math.min(item.column, 10),
            top: item.top,
            height: item.height,
          } as CSSProperties
        }
        onPointerEnter={() => onHover(mark)}
        onPointerLeave={() => onHover(null)}
        onClick={() => onFocus(mark)}
        onDoubleClick={() => onOpen(mark)}
      >
        {item.labelTop !== null && (
          <span className="reading-stripe-name" style={{ top: item.labelTop - item.top }}>
            {mark.kind !== undefined && <IndexMark kind={mark.kind} />}
            {name}
          </span>
        )}
      </button>
    )
  },
  (before, after) =>
    before.item.mark === after.item.mark &&
    before.item.top === after.item.top &&
    before.item.height === after.item.height &&
    before.item.column === after.item.column &&
    before.item.labelTop === after.item.labelTop &&
    before.name === after.name &&
    before.hue === after.hue &&
    before.label === after.label &&
    before.isFocused === after.isFocused &&
    before.isOthers === after.isOthers,
)

/** Where a passage was measured, and what it was then. */
interface MeasuredExtent extends Extent {
  paragraph: HTMLElement | undefined
  length: number
  words: string
}

function noExtents(): { tick: number; extents: Map<string, MeasuredExtent> } {
  return { tick: -1, extents: new Map() }
}

/**
 * Measuring is the dear part. A passage measured since the lines were last laid out anew is not
 * measured again, unless its own words have changed, as while its text is edited.
 */
function measure(
  surface: Surface,
  marks: readonly CodingMark[],
  part: ShownPart,
  looks: ReadonlyMap<string, CodeLook>,
  extents: Map<string, MeasuredExtent>,
): { items: Drawn[]; columns: number } {
  const origin = surface.root.getBoundingClientRect().top
  const seen: { mark: CodingMark; top: number; bottom: number }[] = []
  for (const mark of marks) {
    if (mark.start >= part.range.end) break
    if (!overlaps(mark, part.range) || !looks.has(mark.codeId)) continue
    const { top, bottom } = extentOf(surface, mark, origin, extents)
    seen.push({ mark, top, bottom })
  }
  seen.sort((a, b) => a.top - b.top || b.bottom - a.bottom)
  const { stripes, columns } = layOutStripes(seen, labelHeight)
  const items = seen.map(({ mark, top, bottom }, index) => ({
    mark,
    top,
    height: Math.max(8, bottom - top),
    column: stripes[index]?.column ?? 0,
    labelTop: stripes[index]?.labelTop ?? null,
  }))
  return { items, columns }
}

function extentOf(
  surface: Surface,
  mark: CodingMark,
  origin: number,
  extents: Map<string, MeasuredExtent>,
): MeasuredExtent {
  const paragraph = surface.positions.blockAt(mark.start)
  const from = surface.starts[surface.paragraphAt(mark.start)] ?? 0
  const words = `${mark.start - from} ${surface.lastEdited(mark)}`
  const length = mark.end - mark.start
  const known = extents.get(mark.passageId)
  if (known?.paragraph === paragraph && known?.length === length && known.words === words)
    return known
  const rect = surface.rectangle(mark)
  const extent = {
    top: Math.round(rect.top - origin),
    bottom: Math.round(rect.bottom - origin),
    paragraph,
    length,
    words,
  }
  extents.set(mark.passageId, extent)
  return extent
}
