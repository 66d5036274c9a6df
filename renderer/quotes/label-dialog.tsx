import { useRef, useState } from 'react'
import { labelFields } from '../../shared/analysis/quotes/label.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { Button, Field, FormDialog, TextInput } from '../ui/index.ts'

/** So many labels show what a pattern does. */
const shown = 5

/** The pattern of all labels of the project, with what it makes of the quotes there are. */
export function LabelDialog({ pattern, onClose }: { pattern: string; onClose: () => void }) {
  const t = useT()
  const language = useLanguage()
  const [draft, setDraft] = useState(pattern)
  const field = useRef<HTMLInputElement>(null)
  const preview = useQuery('quotes.preview', { pattern: draft, language }, [
    'quotes',
    'sources',
    'persons',
  ]).data?.items
  const insert = (name: string): void => {
    const at = field.current?.selectionStart ?? draft.length
    setDraft(`${draft.slice(0, at)}{${name}}${draft.slice(at)}`)
    field.current?.focus()
  }
  return (
    <FormDialog
      title={t('quotes.labelPattern')}
      submitLabel={t('quotes.labelSave')}
      isReady={draft.trim() !== ''}
      onSubmit={() => {
        void act('quotes.setLabel', { pattern: draft.trim() })
        onClose()
      }}
      onClose={onClose}
      initialFocus={field}
    >
      <Field label={t('quotes.labelPattern')} hint={t('quotes.labelHint')}>
        {(props) => (
          <TextInput
            {...props}
            ref={field}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
        )}
      </Field>
      <div className="label-fields" role="group" aria-label={t('quotes.labelInsert')}>
        {labelFields.map((name) => (
          <Button key={name} size="small" onClick={() => insert(name)}>
            {t(`quotes.field.${name}`)}
          </Button>
        ))}
      </div>
      <h3 className="label-preview-head">{t('quotes.labelPreview')}</h3>
      <ul className="label-preview" aria-live="polite">
        {preview?.length === 0 && <li>{t('quotes.labelNoQuotes')}</li>}
        {[...new Set(preview?.map(({ label }) => label))].slice(0, shown).map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </FormDialog>
  )
}
