import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { act } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { Button, Field, TextInput } from '../../ui/index.ts'

interface Props {
  name: string
  /** Called with the id of the relation that was made. */
  onDone: (relationId: string) => void
  onClose: () => void
}

/** A relation of the project's own: its name, how it reads backwards, and whether it points upward. */
export function RelationForm({ name: given, onDone, onClose }: Props) {
  const t = useT()
  const [name, setName] = useState(given)
  const [inverse, setInverse] = useState('')
  const [isUpward, setUpward] = useState(false)
  const add = async (): Promise<void> => {
    if (name.trim() === '') return
    const made = await act('relations.create', { name, inverse, upward: isUpward })
    if (made !== undefined) onDone(made.id)
  }
  // It may stand within a form, where Enter means this one and not that.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) void add()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className="relation-form"
      role="group"
      aria-label={t('links.ownRelation')}
      onKeyDown={onKeyDown}
    >
      <Field label={t('links.relationName')}>
        {(props) => (
          <TextInput
            {...props}
            autoFocus={given === ''}
            placeholder={t('links.relationNamePlaceholder')}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('links.relationInverse')}>
        {(props) => (
          <TextInput
            {...props}
            autoFocus={given !== ''}
            placeholder={t('links.relationInversePlaceholder')}
            value={inverse}
            onChange={(event) => setInverse(event.target.value)}
          />
        )}
      </Field>
      <label className="relation-upward">
        <input
          type="checkbox"
          checked={isUpward}
          onChange={(event) => setUpward(event.target.checked)}
        />
        {t('links.relationUpward')}
      </label>
      <div className="claim-buttons">
        <Button size="small" variant="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button
          size="small"
          variant="primary"
          disabled={name.trim() === ''}
          onClick={() => void add()}
        >
          {t('links.addRelation')}
        </Button>
      </div>
    </div>
  )
}
