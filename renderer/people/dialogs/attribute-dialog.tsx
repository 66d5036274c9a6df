import { useRef, useState } from 'react'
import type { Attribute } from '../../../shared/model/entities.ts'
import { attributeTypes, type AttributeType, type HolderKind } from '../../../shared/model/kinds.ts'
import { closeDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { Field, FormDialog, Select, TextInput } from '../../ui/index.ts'

interface AttributeDialogProps {
  of: HolderKind
  attributeId?: string
}

/** A new attribute, or one that is changed. */
export function AttributeDialog({ of, attributeId }: AttributeDialogProps) {
  const found = useQuery('attributes.list', { of }, ['persons']).data?.items
  if (found === undefined) return null
  return <AttributeForm of={of} before={found.find(({ id }) => id === attributeId)} />
}

function AttributeForm({ of, before }: { of: HolderKind; before: Attribute | undefined }) {
  const t = useT()
  const first = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(before?.name ?? '')
  const [type, setType] = useState<AttributeType>(before?.type ?? 'text')
  const [lines, setLines] = useState((before?.options ?? []).join('\n'))
  const options = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const submit = async (): Promise<void> => {
    const fields = { name, type, ...(type === 'choice' ? { options } : {}) }
    const done = before
      ? await act('attributes.update', { attributeId: before.id, ...fields, ...renaming() })
      : await act('attributes.create', { of, ...fields })
    if (done !== undefined) closeDialog()
  }
  // As many lines as before: those that differ were given another name.
  const renaming = () => {
    const was = before?.options ?? []
    if (type !== 'choice' || was.length !== options.length) return {}
    const pairs = was.flatMap((option, index) => {
      const next = options[index] ?? option
      return option === next || was.includes(next) ? [] : [[option, next] as const]
    })
    return pairs.length === 0 ? {} : { options: was, renamed: Object.fromEntries(pairs) }
  }
  return (
    <FormDialog
      title={before ? t('people.column', { name: before.name }) : t('people.addColumn')}
      submitLabel={before ? t('people.save') : t('people.create')}
      isReady={name.trim() !== ''}
      onSubmit={() => void submit()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <Field label={t('people.attributeName')}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('people.attributeType')} hint={t('people.attributeTypeHint')}>
        {(props) => (
          <Select
            {...props}
            value={type}
            options={attributeTypes.map((value) => ({ value, label: t(`people.type.${value}`) }))}
            onValue={setType}
          />
        )}
      </Field>
      {type === 'choice' && (
        <Field label={t('people.attributeOptions')}>
          {(props) => (
            <textarea
              {...props}
              className="text-input people-options"
              rows={5}
              value={lines}
              onChange={(event) => setLines(event.target.value)}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}
