import Fuse from 'fuse.js'
import { useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import type { Name } from '../../shared/analysis/question/names.ts'
import type { LeafOf, Question } from '../../shared/analysis/question/question.ts'
import { useT } from '../app/i18n.ts'

const conditionOf = {
  code: (id): LeafOf<'coded'> => ({ type: 'coded', codeIds: [id] }),
  codeSet: (id) => ({ type: 'coded', codeSetIds: [id] }),
  source: (id) => ({ type: 'source', sourceIds: [id] }),
  folder: (id) => ({ type: 'source', folderIds: [id] }),
  person: (id) => ({ type: 'person', personIds: [id], as: 'speaker' }),
  case: (id) => ({ type: 'case', caseIds: [id] }),
  analyst: (id) => ({ type: 'coded', analystIds: [id] }),
  text: (id) => ({ type: 'activation', textIds: [id] }),
  actor: (id) => ({ type: 'activation', actorIds: [id] }),
  term: (id) => ({ type: 'term', termIds: [id] }),
  question: (id) => ({ type: 'answer', questionIds: [id] }),
} as const satisfies Record<string, (id: string) => Question>
type Addable = keyof typeof conditionOf

function isAddable(kind: string): kind is Addable {
  return Object.hasOwn(conditionOf, kind)
}

/** A field in which a name is typed; what is chosen becomes a condition. */
export function AddByName({
  inputId,
  names,
  onAdd,
  onGiveUp,
}: {
  inputId: string
  /** Undefined until they are known: an Enter typed ahead of them waits. */
  names: readonly Name[] | undefined
  /** Escape in an empty field. */
  onGiveUp: () => void
  onAdd: (condition: Question) => void
}) {
  const t = useT()
  const listId = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [isAhead, setIsAhead] = useState(false)
  const fuse = useMemo(
    () =>
      new Fuse(
        (names ?? []).filter(({ kind }) => isAddable(kind)),
        { keys: ['name'], threshold: 0.3, ignoreLocation: true },
      ),
    [names],
  )
  const found = typed.trim() === '' ? [] : fuse.search(typed.trim(), { limit: 8 })
  const current = Math.min(at, found.length - 1)
  const choose = (name: Name | undefined) => {
    if (name === undefined || !isAddable(name.kind)) return
    onAdd(conditionOf[name.kind](name.id))
    setTyped('')
    setAt(0)
  }
  const catchUp = useEffectEvent(() => {
    if (isAhead) choose(found[current]?.item)
    setIsAhead(false)
  })
  useEffect(() => {
    if (names !== undefined) catchUp()
  }, [names])
  return (
    <div className="ask-add">
      <input
        id={inputId}
        data-autofocus
        role="combobox"
        className="ask-add-input"
        aria-label={t('ask.add')}
        placeholder={t('ask.addPlaceholder')}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        {...(found.length > 0 ? { 'aria-activedescendant': `${listId}-${current}` } : {})}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
          setIsAhead(false)
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(current + 1, found.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(current - 1, 0))
          else if (event.key === 'Enter' && names === undefined) setIsAhead(typed.trim() !== '')
          else if (event.key === 'Enter') choose(found[current]?.item)
          else if (event.key === 'Escape' && typed !== '') setTyped('')
          else if (event.key === 'Escape') onGiveUp()
          else return
          event.preventDefault()
        }}
      />
      {names !== undefined && typed.trim() !== '' && found.length === 0 && (
        <p className="ask-add-none" role="status">
          {t('ask.nothingCalled', { typed: typed.trim() })}
        </p>
      )}
      <ul id={listId} role="listbox" aria-label={t('ask.suggestions')} hidden={found.length === 0}>
        {found.map(({ item }, index) => (
          <li
            key={`${item.kind} ${item.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            onMouseDown={(event) => {
              event.preventDefault()
              choose(item)
            }}
          >
            <span>{isAddable(item.kind) && t(`ask.kinds.${item.kind}`)}</span> {item.name}
            {item.of !== undefined && item.kind === 'code' && <small> {item.of}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}
