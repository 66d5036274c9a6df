import { useRef, useState } from 'react'
import { sentenceOf } from '../../shared/analysis/question/sentence.ts'
import { leaf as leafShape, type Leaf } from '../../shared/analysis/question/question.ts'
import type { Names } from '../../shared/analysis/question/names.ts'
import type { Condition } from '../../shared/analysis/question/grammar.ts'
import type { TextKey } from '../app/i18n.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { FormDialog } from '../ui/index.ts'
import { ClauseField, type Draft } from './clause-field.tsx'

/** The form of one condition, with everything it can say. */
export function ConditionDialog({
  condition,
  given,
  names,
  onSave,
  onClose,
}: {
  condition: Condition
  given: Leaf | null
  names: Names
  onSave: (leaf: Leaf) => void
  onClose: () => void
}) {
  const t = useT()
  const language = useLanguage()
  const body = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState<Draft>(
    () => given ?? { type: condition.type, ...condition.fixed },
  )
  const parsed = leafShape.safeParse(draft)
  const change = (field: string, value: unknown) => {
    const { [field]: _, ...rest } = draft
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && !value.length)
    const next = isEmpty ? rest : { ...rest, [field]: value }
    // Values belong to an attribute.
    if (field === 'attributeId') for (const own of ['values', 'between', 'as']) delete next[own]
    setDraft(next)
  }
  const clauses = condition.clauses.filter(({ keyword }) => keyword !== 'unknown')
  return (
    <FormDialog
      title={t(`ask.conditions.${condition.keyword.replaceAll(' ', '_')}` as TextKey)}
      submitLabel={t(given === null ? 'ask.addCondition' : 'ask.changeCondition')}
      isReady={parsed.success}
      onSubmit={() => {
        if (parsed.success) onSave(parsed.data)
      }}
      onClose={onClose}
      initialFocus={body}
    >
      {condition.type !== 'text' && <p className="ask-any-of">{t('ask.anyOf')}</p>}
      <div ref={body} className="ask-clauses" tabIndex={-1}>
        {clauses.map((clause) => (
          <ClauseField
            key={clause.field}
            clause={clause}
            draft={draft}
            names={names}
            onChange={(value) => change(clause.field, value)}
          />
        ))}
      </div>
      <p className="ask-draft" role="status">
        {parsed.success && sentenceOf(parsed.data, names, language)}
      </p>
    </FormDialog>
  )
}
