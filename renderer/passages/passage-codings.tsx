import { Plus, SlidersHorizontal, X } from 'lucide-react'
import { useState } from 'react'
import type { Code, Coding, PassageInContext } from '../../shared/model/entities.ts'
import { useT } from '../app/i18n.ts'
import { act } from '../app/engine-client.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { hueStyle } from '../ui/chip.tsx'
import { openSource } from '../reading/open-source.ts'
import { CodePicker } from './code-picker.tsx'
import { noteCodesUsed } from './recent-codes.ts'

interface Props {
  passage: PassageInContext
  codes: ReadonlyMap<string, Code>
  initials: ReadonlyMap<string, string>
}

/** The codes on a passage: add, take away, comment, weigh. */
export function PassageCodings({ passage, codes, initials }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [anchor, setAnchor] = useState<DOMRect | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const source = openSource(passage.sourceId)
  const coding = passage.codings.find((candidate) => candidate.id === opened)
  return (
    <section aria-label={t('passages.codes')}>
      <h4 className="passage-heading">{t('passages.codes')}</h4>
      <div className="passage-chips">
        {passage.codings.map((item) => (
          <CodingChip
            key={item.id}
            coding={item}
            code={codes.get(item.codeId)}
            initials={initials.get(item.analystId) ?? ''}
            isOpen={item.id === opened}
            onToggle={() => setOpened(item.id === opened ? null : item.id)}
            onRemove={() => void source.uncode([item.id])}
          />
        ))}
        {passage.state === 'placed' && !isReadOnly && (
          <button
            type="button"
            className="passage-add"
            onClick={(event) => setAnchor(event.currentTarget.getBoundingClientRect())}
          >
            <Plus size={12} strokeWidth={1.75} aria-hidden="true" /> {t('passages.addCode')}{' '}
            <kbd>C</kbd>
          </button>
        )}
      </div>
      {coding !== undefined && <CodingDetails key={coding.id} coding={coding} />}
      {anchor !== null && (
        <CodePicker
          anchor={anchor}
          mode="code"
          onClose={() => setAnchor(null)}
          onPick={(picked) => {
            setAnchor(null)
            noteCodesUsed(picked.codeIds)
            void source.code({ start: passage.start, end: passage.end }, picked)
          }}
        />
      )}
    </section>
  )
}

interface ChipProps {
  coding: Coding
  code: Code | undefined
  initials: string
  isOpen: boolean
  onToggle: () => void
  onRemove: () => void
}

function CodingChip({ coding, code, initials, isOpen, onToggle, onRemove }: ChipProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const name = code?.name ?? t('passages.unknownCode')
  const hasMore = coding.comment !== '' || coding.weight !== null
  return (
    <span className="passage-chip" style={hueStyle(code?.hue ?? 0)}>
      <button
        type="button"
        className="passage-chip-name"
        title={t('passages.openCode', { code: name })}
        onClick={() => openView({ type: 'code', id: coding.codeId })}
      >
        {name} <em>{initials}</em>
        {coding.weight !== null && <em>{coding.weight}</em>}
      </button>
      <button
        type="button"
        aria-label={t('passages.details', { code: name })}
        aria-expanded={isOpen}
        data-filled={hasMore}
        onClick={onToggle}
      >
        <SlidersHorizontal size={12} strokeWidth={1.75} />
      </button>
      <button
        type="button"
        aria-label={t('passages.removeCode', { code: name })}
        disabled={isReadOnly}
        onClick={onRemove}
      >
        <X size={12} strokeWidth={2} />
      </button>
    </span>
  )
}

function CodingDetails({ coding }: { coding: Coding }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [comment, setComment] = useState(coding.comment)
  const [weight, setWeight] = useState(coding.weight)
  const save = (change: { comment?: string; weight?: number | null }): void => {
    void act('codings.update', { codingId: coding.id, ...change })
  }
  return (
    <div className="passage-details">
      <label>
        <span>{t('passages.comment')}</span>
        <textarea
          rows={3}
          placeholder={t('passages.commentPlaceholder')}
          readOnly={isReadOnly}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          onBlur={() => {
            if (comment !== coding.comment) save({ comment })
          }}
        />
      </label>
      {weight === null ? (
        <button
          type="button"
          className="passage-plain"
          disabled={isReadOnly}
          onClick={() => {
            setWeight(50)
            save({ weight: 50 })
          }}
        >
          {t('passages.weightOn')}
        </button>
      ) : (
        <div className="passage-weight">
          <label>
            <span>
              {t('passages.weight')} {weight}
            </span>
            <input
              type="range"
              min={0}
              max={100}
              disabled={isReadOnly}
              value={weight}
              onChange={(event) => setWeight(Number(event.target.value))}
              onPointerUp={() => save({ weight })}
              onKeyUp={() => save({ weight })}
            />
          </label>
          <button
            type="button"
            className="passage-plain"
            disabled={isReadOnly}
            onClick={() => {
              setWeight(null)
              save({ weight: null })
            }}
          >
            {t('passages.weightOff')}
          </button>
        </div>
      )}
    </div>
  )
}
