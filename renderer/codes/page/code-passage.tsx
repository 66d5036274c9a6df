import { CornerUpRight, Star } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useFormat, useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import type { Code, PassageInContext } from '../../../shared/model/entities.ts'
import { Chip, hueStyle, IconButton } from '../../ui/index.ts'
import { nearEnd, nearStart } from './near-text.ts'

interface CodePassageProps {
  passage: PassageInContext
  hue: number
  /** Its other codes. */
  others: readonly Code[]
  isChosen: boolean
  isExample: boolean
  isCurrent: boolean
  onChoose: (event: MouseEvent | KeyboardEvent) => void
  onSelect: () => void
  onJump: (beside: boolean) => void
  onExample: () => void
  onOpenCode: (code: Code) => void
}

/** One passage with the words around it, as on a code's page. */
export function CodePassage(props: CodePassageProps) {
  const { passage, others, isChosen, isExample } = props
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const format = useFormat()
  const facts = [
    passage.speaker,
    passage.time === null ? '' : format.clock(passage.time),
    passage.page === '' ? '' : t('codes.page', { page: passage.page }),
  ].filter((fact) => fact !== '')
  return (
    <article
      className={`code-passage ${isChosen ? 'is-chosen' : ''} ${props.isCurrent ? 'is-current' : ''}`}
      style={hueStyle(props.hue)}
      onClick={props.onSelect}
      onDoubleClick={() => props.onJump(false)}
    >
      <input
        type="checkbox"
        className="code-passage-check"
        aria-label={t('codes.choosePassage', { label: passage.label })}
        checked={isChosen}
        onChange={() => undefined}
        onClick={(event) => {
          event.stopPropagation()
          props.onChoose(event)
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      <div className="code-passage-body">
        <p className="code-passage-text">
          <span className="code-passage-around">{nearEnd(passage.before)}</span>
          <mark>{passage.quote}</mark>
          <span className="code-passage-around">{nearStart(passage.after)}</span>
        </p>
        <div className="code-passage-meta">
          <button
            type="button"
            className="code-passage-source"
            onClick={(event) => {
              event.stopPropagation()
              props.onJump(event.ctrlKey || event.metaKey)
            }}
          >
            {passage.sourceTitle} · {passage.label}
          </button>
          {facts.length > 0 && <span>{facts.join(' · ')}</span>}
          {others.map((code) => (
            <Chip key={code.id} hue={code.hue} onClick={() => props.onOpenCode(code)}>
              {code.name}
            </Chip>
          ))}
        </div>
      </div>
      <div className="code-passage-tools">
        <IconButton
          size="small"
          icon={Star}
          isPressed={isExample}
          disabled={isReadOnly}
          className={isExample ? 'is-example' : ''}
          label={t(isExample ? 'codes.removeExample' : 'codes.makeExample')}
          onClick={(event) => {
            event.stopPropagation()
            props.onExample()
          }}
        />
        <IconButton
          size="small"
          icon={CornerUpRight}
          label={t('codes.jump')}
          onClick={(event) => {
            event.stopPropagation()
            props.onJump(event.ctrlKey || event.metaKey)
          }}
        />
      </div>
    </article>
  )
}
