import type { KeyboardEvent, MouseEvent } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { textStatuses } from '../../../shared/model/institution-kinds.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { InlineEdit, openContextMenu, Select } from '../../ui/index.ts'
import { useLinkDrop } from '../links/link-drop.ts'
import { StatusMark } from '../status-mark.tsx'
import { openText, updateTexts } from '../text-acts.ts'
import type { TextWords } from '../text-data.ts'
import { textMenu } from '../text-menu.ts'

interface RegisterRowProps {
  text: InstitutionalText
  words: TextWords
  /** Of the list, from 0. */
  index: number
  top: number
  isChosen: boolean
  isFocused: boolean
  isSelected: boolean
  onChoose: (isRange: boolean) => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  onSelect: (event: MouseEvent) => void
}

/** A text of the register; level and status are changed where they stand, links made by dragging. */
export function RegisterRow(props: RegisterRowProps) {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const { text, words, isFocused, isChosen } = props
  const inner = isFocused ? 0 : -1
  const { isOver, dragProps, dropProps } = useLinkDrop({ type: 'text', id: text.id })
  return (
    <div
      role="row"
      tabIndex={inner}
      data-index={props.index}
      data-autofocus={isFocused ? '' : undefined}
      aria-selected={isChosen}
      aria-rowindex={props.index + 2}
      className={[
        'register-row',
        'register-text',
        isChosen ? 'is-chosen' : '',
        props.isSelected ? 'is-selected' : '',
        isOver ? 'is-target' : '',
      ].join(' ')}
      style={{ transform: `translateY(${props.top}px)` }}
      {...dragProps}
      {...dropProps}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
      onClick={props.onSelect}
      onDoubleClick={() => openText(text.id)}
      onContextMenu={(event) => openContextMenu(event, textMenu(text, isReadOnly))}
    >
      <div role="gridcell" className="register-check">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('texts.choose', { title: text.title })}
          checked={isChosen}
          onChange={() => undefined}
          onClick={(event) => {
            event.stopPropagation()
            props.onChoose(event.shiftKey)
          }}
        />
      </div>
      <div role="gridcell" className="register-cell register-title-cell">
        <StatusMark status={text.status} replicable={text.replicable} />
        <button
          type="button"
          tabIndex={inner}
          className="register-open"
          title={text.title}
          onClick={(event) => {
            event.stopPropagation()
            openText(text.id, { beside: event.ctrlKey || event.metaKey })
          }}
        >
          {text.title}
        </button>
        {text.aliases.length > 0 && (
          <span className="register-aliases" title={text.aliases.join(', ')}>
            {text.aliases.join(', ')}
          </span>
        )}
      </div>
      <div role="gridcell" className="register-cell register-level">
        <InlineEdit
          tabIndex={inner}
          label={`${t('institution.column.level')}: ${text.title}`}
          value={text.level}
          suggestions={words.levels}
          onSave={(level) => void updateTexts([text.id], { level })}
        />
      </div>
      <div role="gridcell" className="register-cell register-issuer" title={text.issuer}>
        {text.issuer}
      </div>
      <div role="gridcell" className="register-cell register-genre" title={text.genre}>
        {text.genre}
      </div>
      <div role="gridcell" className="register-cell register-status">
        <Select
          isQuiet
          tabIndex={inner}
          disabled={isReadOnly}
          aria-label={`${t('institution.column.status')}: ${text.title}`}
          value={text.status}
          options={textStatuses.map((status) => ({
            value: status,
            label: t(`institution.textStatus.${status}`),
          }))}
          onValue={(status) => void updateTexts([text.id], { status })}
        />
      </div>
      {(['clauses', 'links', 'activations'] as const).map((column) => (
        <div key={column} role="gridcell" className={`register-cell register-${column}`}>
          {text[column] === 0 ? '' : format.number(text[column])}
        </div>
      ))}
    </div>
  )
}
