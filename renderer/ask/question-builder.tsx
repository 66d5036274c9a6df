import { useEffect, useRef, type KeyboardEvent } from 'react'
import { withoutPart } from '../../shared/analysis/question/edit.ts'
import type { Names } from '../../shared/analysis/question/names.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { piecesOf, type Path, type Piece } from '../../shared/analysis/question/sentence.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { Menu } from '../ui/index.ts'
import { chipMenu, type Beside } from './chip-menu.ts'

export interface BuilderProps {
  question: Question | null
  names: Names
  onChange: (question: Question | null) => void
  /** Opens the form of the condition at this place. */
  onEdit: (path: Path) => void
  /** What is added next is to stand beside this place. */
  onBeside: (beside: Beside) => void
}

/** The question as a sentence; its conditions and relations are chips, each with a menu. */
export function QuestionBuilder(props: BuilderProps) {
  const { question, names, onChange } = props
  const t = useT()
  const language = useLanguage()
  const sentence = useRef<HTMLHeadingElement>(null)
  const focusNext = useRef<number | null>(null)
  useEffect(() => {
    if (focusNext.current === null) return
    const chips = chipsOf(sentence.current)
    chips[Math.min(Math.max(focusNext.current, 0), chips.length - 1)]?.focus()
    focusNext.current = null
  }, [question])
  if (question === null) return <h1 className="ask-sentence">{t('ask.title')}</h1>
  const remove = (path: Path, at: number) => {
    focusNext.current = at - 1
    onChange(withoutPart(question, path))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, path: Path) => {
    const chips = chipsOf(sentence.current)
    const at = chips.indexOf(event.currentTarget)
    if (event.key === 'ArrowRight') chips[at + 1]?.focus()
    else if (event.key === 'ArrowLeft') chips[at - 1]?.focus()
    else if (event.key === 'Home') chips[0]?.focus()
    else if (event.key === 'End') chips.at(-1)?.focus()
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(path, at)
    else return
    event.preventDefault()
  }
  const pieces = piecesOf(question, names, language)
  return (
    <h1 className="ask-sentence" ref={sentence}>
      {pieces.map(({ role, text, path }, index) =>
        role === 'glue' ? (
          <span key={index}>{text}</span>
        ) : (
          <Menu
            key={index}
            trigger={
              <button
                type="button"
                className={`ask-chip ask-chip-${role}`}
                onKeyDown={(event) => onKeyDown(event, path)}
              >
                {text}
              </button>
            }
            items={chipMenu(t, {
              ...props,
              question,
              role,
              path,
              onRemove: () => remove(path, pieces.slice(0, index).filter(isChip).length),
            })}
          />
        ),
      )}
    </h1>
  )
}

function isChip({ role }: Piece): boolean {
  return role !== 'glue'
}

function chipsOf(sentence: HTMLElement | null): HTMLElement[] {
  return [...(sentence?.querySelectorAll<HTMLElement>('.ask-chip') ?? [])]
}
