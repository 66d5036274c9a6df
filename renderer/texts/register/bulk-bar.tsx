import { Merge, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { textStatuses } from '../../../shared/model/institution-kinds.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button, Select, TextInput } from '../../ui/index.ts'
import type { TextStatus } from '../status-mark.tsx'
import { deleteTexts, updateTexts } from '../text-acts.ts'
import type { TextWords } from '../text-data.ts'
import { openTextDialog } from '../text-dialog-state.ts'

interface BulkBarProps {
  chosen: readonly InstitutionalText[]
  words: TextWords
  onAll: () => void
  onNone: () => void
}

/** What can be done with all chosen texts at once. */
export function BulkBar({ chosen, words, onAll, onNone }: BulkBarProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const ids = chosen.map(({ id }) => id)
  const say = (field: string, value: string): void =>
    toastWithUndo(t('texts.changed', { count: ids.length, field, value }))
  const setStatus = async (status: TextStatus): Promise<void> => {
    const isDone = await updateTexts(ids, { status })
    if (isDone) say(t('institution.column.status'), t(`institution.textStatus.${status}`))
  }
  const set = async (field: 'level' | 'issuer' | 'genre', value: string): Promise<void> => {
    if (await updateTexts(ids, { [field]: value })) say(t(`institution.column.${field}`), value)
  }
  return (
    <div
      className="register-bulk"
      role="toolbar"
      aria-label={t('texts.chosen', { count: ids.length })}
    >
      <strong>{t('texts.chosen', { count: ids.length })}</strong>
      <Button size="small" variant="quiet" onClick={onAll}>
        {t('texts.chooseAll')}
      </Button>
      <Button size="small" variant="quiet" onClick={onNone}>
        {t('texts.chooseNone')}
      </Button>
      <Select
        aria-label={t('texts.setStatus')}
        disabled={isReadOnly}
        value=""
        options={[
          { value: '', label: t('texts.setStatus') },
          ...textStatuses.map((status) => ({
            value: status as string,
            label: t(`institution.textStatus.${status}`),
          })),
        ]}
        onValue={(value) => {
          const status = textStatuses.find((each) => each === value)
          if (status !== undefined) void setStatus(status)
        }}
      />
      {(['level', 'issuer', 'genre'] as const).map((field) => (
        <BulkField
          key={field}
          label={t(
            field === 'level'
              ? 'texts.setLevel'
              : field === 'issuer'
                ? 'texts.setIssuer'
                : 'texts.setGenre',
          )}
          placeholder={`${t(`institution.column.${field}`)} …`}
          suggestions={words[`${field}s`]}
          isReadOnly={isReadOnly}
          onSet={(value) => void set(field, value)}
        />
      ))}
      <span className="register-gap" />
      <Button
        size="small"
        icon={Merge}
        disabled={isReadOnly}
        onClick={() => openTextDialog({ type: 'merge', textIds: ids })}
      >
        {t('texts.mergeChosen')}
      </Button>
      <Button
        size="small"
        variant="danger"
        icon={Trash2}
        disabled={isReadOnly}
        onClick={() => void deleteTexts(chosen)}
      >
        {t('ui.delete')}
      </Button>
    </div>
  )
}

interface BulkFieldProps {
  label: string
  placeholder: string
  suggestions: readonly string[]
  isReadOnly: boolean
  onSet: (value: string) => void
}

function BulkField({ label, placeholder, suggestions, isReadOnly, onSet }: BulkFieldProps) {
  const listId = useId()
  const [value, setValue] = useState('')
  return (
    <>
      <TextInput
        aria-label={label}
        placeholder={placeholder}
        disabled={isReadOnly}
        list={listId}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || value.trim() === '') return
          event.preventDefault()
          onSet(value.trim())
          setValue('')
        }}
      />
      <datalist id={listId}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </>
  )
}
