import { Plus, X } from 'lucide-react'
import type { Condition } from '../../shared/analysis/question/grammar.ts'
import type { Name, Names } from '../../shared/analysis/question/names.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { sentenceOf } from '../../shared/analysis/question/sentence.ts'
import type { TextKey } from '../app/i18n.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { Button, IconButton, Menu, Segmented } from '../ui/index.ts'
import { AddByName } from './add-by-name.tsx'
import type { Beside } from './chip-menu.ts'
import { addable } from './condition-fields.ts'

const joins = ['and', 'or', 'overlapping', 'not'] as const
/** How what is added is joined to the question as it stands. */
export type Join = (typeof joins)[number]

/** Adds a condition, by its name or from the menu of all conditions. */
export function AddTools(props: {
  inputId: string
  names: readonly Name[] | undefined
  wording: Names
  hasQuestion: boolean
  join: Join
  onJoin: (join: Join) => void
  beside: Beside | null
  besideText: Question | null
  onAdd: (condition: Question) => void
  onForm: (condition: Condition) => void
  onAlone: () => void
}) {
  const { beside, besideText, hasQuestion, join } = props
  const t = useT()
  const language = useLanguage()
  return (
    <>
      {hasQuestion && beside === null && (
        <Segmented
          label={t('ask.joins.label')}
          value={join}
          options={joins.map((value) => ({ value, label: t(`ask.joins.${value}`) }))}
          onValue={props.onJoin}
        />
      )}
      {beside !== null && besideText !== null && (
        <span className="ask-beside">
          {t('ask.besideThis', {
            what: sentenceOf(besideText, props.wording, language),
            how: t(`ask.beside.${beside.how.replace(' ', '_')}` as TextKey),
          })}
          <IconButton icon={X} size="small" label={t('ui.cancel')} onClick={props.onAlone} />
        </span>
      )}
      <AddByName
        inputId={props.inputId}
        names={props.names}
        onAdd={props.onAdd}
        onGiveUp={props.onAlone}
      />
      <Menu
        trigger={<Button icon={Plus}>{t('ask.condition')}</Button>}
        align="end"
        items={addable.map((condition) => ({
          label: t(`ask.conditions.${condition.keyword.replaceAll(' ', '_')}` as TextKey),
          perform: () => props.onForm(condition),
        }))}
      />
    </>
  )
}
