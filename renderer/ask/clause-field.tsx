import { useState } from 'react'
import type { Clause } from '../../shared/analysis/question/grammar.ts'
import type { Name, Names } from '../../shared/analysis/question/names.ts'
import { evidenceKinds, presences } from '../../shared/analysis/question/question.ts'
import { Wording } from '../../shared/analysis/question/phrase.ts'
import { readValue } from '../../shared/model/attribute-values.ts'
import type { TextKey } from '../app/i18n.ts'
import { useLanguage, useT } from '../app/i18n.ts'
import { Field, Select, TextInput } from '../ui/index.ts'
import { ChoiceList } from './choice-list.tsx'
import { wordsOf } from './condition-fields.ts'
import { RangeFields } from './range-fields.tsx'

/** A condition while it is being written. */
export type Draft = Record<string, unknown>

interface Props {
  clause: Clause
  draft: Draft
  names: Names
  onChange: (value: unknown) => void
}

/** The control for one clause of a condition, by what the clause takes. */
export function ClauseField(props: Props) {
  const { clause, draft, names, onChange } = props
  const t = useT()
  const language = useLanguage()
  const { field } = clause
  const label = t(`ask.fields.${field}` as TextKey)
  const value = draft[field]
  const list = Array.isArray(value) ? value.map(String) : []
  const attribute = names.find('attribute', String(draft['attributeId'] ?? ''))
  if (clause.takes === 'names' && (field === 'layer' || field === 'attributeId')) {
    const known = names.all(clause.kind).map(({ id, name }) => ({ value: id, label: name }))
    const own =
      field === 'layer'
        ? (['working', 'settled'] as const).map((each) => ({
            value: each as string,
            label: t(`ask.layers.${each}`),
          }))
        : []
    const nothing = t(
      field === 'layer' ? 'ask.any' : known.length === 0 ? 'ask.noneToChoose' : 'ask.choose',
    )
    return (
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={typeof value === 'string' ? value : ''}
            options={[{ value: '', label: nothing }, ...own, ...known]}
            onValue={onChange}
          />
        )}
      </Field>
    )
  }
  if (clause.takes === 'names') {
    const wording = new Wording(names, language)
    const kinds =
      clause.kind !== 'thing'
        ? [clause.kind]
        : evidenceKinds.filter((kind) => draft['kind'] === undefined || draft['kind'] === kind)
    const choices = kinds.flatMap((kind) =>
      names.all(kind).map(({ id }) => ({ value: id, label: wording.name(kind, id) })),
    )
    return (
      <ChoiceList
        label={label}
        choices={choices}
        chosen={list}
        onChange={onChange}
        isShownEmpty={clause.keyword === '' || clause.kind === 'thing'}
      />
    )
  }
  if (clause.takes === 'words') {
    const choices = wordsOf(String(draft['type']), field).map(({ value: word, text }) => ({
      value: word,
      label: t(text),
    }))
    return <ChoiceList label={label} choices={choices} chosen={list} onChange={onChange} />
  }
  if (field === 'kind' || field === 'as') {
    if (field === 'as' && attribute?.of !== 'persons') return null
    const options = field === 'kind' ? evidenceKinds : presences
    return (
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={typeof value === 'string' ? value : ''}
            options={[
              { value: '', label: t('ask.any') },
              ...options.map((each) => ({ value: each, label: t(`ask.words.${each}`) })),
            ]}
            onValue={onChange}
          />
        )}
      </Field>
    )
  }
  if (clause.takes === 'texts') return <TextsField {...props} label={label} attribute={attribute} />
  if (clause.takes === 'period' || clause.takes === 'numbers') {
    if (field === 'between' && attribute?.type !== 'number' && attribute?.type !== 'date')
      return null
    const isNumber = clause.takes === 'numbers' && attribute?.type !== 'date'
    return (
      <RangeFields
        key={String(draft['attributeId'])}
        label={label}
        value={value}
        isNumber={isNumber}
        onChange={onChange}
      />
    )
  }
  if (field === 'isSet')
    return attribute === undefined ? null : (
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            value={value === undefined ? '' : String(value)}
            options={[
              { value: '', label: t('ask.any') },
              { value: 'true', label: t('ask.words.known') },
              { value: 'false', label: t('ask.words.unknown') },
            ]}
            onValue={(next) => onChange(next === '' ? undefined : next === 'true')}
          />
        )}
      </Field>
    )
  if (clause.takes === 'nothing')
    return (
      <label className="ask-check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked ? true : undefined)}
        />
        {label}
      </label>
    )
  return (
    <Field label={label}>
      {(control) => (
        <TextInput
          {...control}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Roles, or values of an attribute: chosen where they are known, else written. */
function TextsField({
  clause,
  draft,
  names,
  onChange,
  label,
  attribute,
}: Props & { label: string; attribute: Name | undefined }) {
  const t = useT()
  const value = draft[clause.field]
  const chosen = Array.isArray(value) ? value.map(String) : []
  if (clause.field === 'roles') {
    const choices = names.all('role').map(({ name }) => ({ value: name, label: name }))
    return <ChoiceList label={label} choices={choices} chosen={chosen} onChange={onChange} />
  }
  if (attribute === undefined) return null
  if (attribute.type === 'yes-no')
    return (
      <ChoiceList
        label={label}
        choices={[
          { value: 'true', label: t('sentence.attribute.yes') },
          { value: 'false', label: t('sentence.attribute.no') },
        ]}
        chosen={chosen}
        onChange={(next) => onChange(next.map((each) => each === 'true'))}
      />
    )
  if (attribute.type === 'choice') {
    const choices = (attribute.options ?? []).map((each) => ({ value: each, label: each }))
    return <ChoiceList label={label} choices={choices} chosen={chosen} onChange={onChange} />
  }
  return (
    <WrittenValues
      key={attribute.id}
      label={label}
      type={attribute.type === 'number' || attribute.type === 'date' ? attribute.type : 'text'}
      given={chosen}
      onChange={onChange}
    />
  )
}

/** Values that are typed, read as the attribute takes them; what cannot be read is said. */
function WrittenValues({
  label,
  type,
  given,
  onChange,
}: {
  label: string
  type: 'text' | 'number' | 'date'
  given: readonly string[]
  onChange: (values: unknown) => void
}) {
  const t = useT()
  const [text, setText] = useState(given.join('; '))
  const read = (written: string) =>
    written.split(';').map((each) => readValue({ type, options: [] }, each))
  const isWrong = !read(text).every(({ ok }) => ok)
  const wrong = t(type === 'date' ? 'ask.writeDate' : 'ask.writeNumber')
  return (
    <Field label={label} hint={t('ask.valuesHint')} error={isWrong ? wrong : undefined}>
      {(control) => (
        <TextInput
          {...control}
          aria-invalid={isWrong}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            onChange(
              read(event.target.value).flatMap((each) =>
                each.ok && each.value !== null ? [each.value] : [],
              ),
            )
          }}
        />
      )}
    </Field>
  )
}
