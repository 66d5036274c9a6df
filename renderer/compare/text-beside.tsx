import { useEffect, useMemo, useRef } from 'react'
import { paragraphPlaces } from '../../shared/text/paragraphs.ts'
import type { SourceText } from '../../shared/text/source-text.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import type { ComparedItem, Sides } from './compare-data.ts'
import { MarkedText } from './marked-text.tsx'

/** So many paragraphs before and after those that were marked. */
const around = 2

/** The paragraphs that were marked, among those about them, with what each marked in them. */
export function TextBeside({ item, sides }: { item: ComparedItem; sides: Sides }) {
  const t = useT()
  const { sourceId, start, end } = item
  const box = useRef<HTMLDivElement>(null)
  const { data } = useQuery('sources.text', { sourceId }, ['passages', 'sources'], { sourceId })
  const places = useMemo(
    () => (data === undefined ? [] : paragraphPlaces(data as SourceText)),
    [data],
  )
  const first = places.findIndex((place) => place.stop > start)
  const after = places.findIndex((place) => place.start >= end)
  const last = after === -1 ? places.length : after
  const shown = first === -1 ? [] : places.slice(Math.max(0, first - around), last + around)
  const isReady = shown.length > 0
  useEffect(() => {
    const mark = box.current?.querySelector('mark')
    if (isReady) mark?.scrollIntoView({ block: 'nearest' })
  }, [isReady])
  return (
    <div ref={box} className="pair-text" role="region" aria-label={t('compare.text')}>
      {shown.map((place, index) => {
        // Where the text has the name itself, it is not said twice.
        const isLabelled = (data?.blocks[place.ordinal - 1]?.label ?? 0) > 0
        const isNew = !isLabelled && place.speaker !== '' && place.turn !== shown[index - 1]?.turn
        return (
          <p key={place.ordinal} className="pair-paragraph">
            {isNew && <span className="pair-speaker">{place.speaker} </span>}
            <MarkedText
              text={data?.text.slice(place.start, place.stop) ?? ''}
              start={place.start}
              a={item.a}
              b={item.b}
              sides={sides}
            />
          </p>
        )
      })}
    </div>
  )
}

/** The same in words, for each of the two: what was marked, with the comment. */
export function MarkedBy({ item, sides }: { item: ComparedItem; sides: Sides }) {
  const t = useT()
  const both = [
    [sides.a, item.a],
    [sides.b, item.b],
  ] as const
  return (
    <dl className="pair-marked">
      {both.map(([{ name, initials }, coding]) => (
        <div key={name}>
          <dt>
            {coding === null
              ? t('compare.notMarked', { name, initials })
              : t('compare.marked', { name, initials })}
          </dt>
          {coding !== null && (
            <dd>
              {t('compare.quoted', {
                text: coding.quote.length > 300 ? `${coding.quote.slice(0, 300)} …` : coding.quote,
              })}
              {coding.comment !== '' && <span className="pair-comment">{coding.comment}</span>}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
