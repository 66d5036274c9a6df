import { X } from 'lucide-react'
import type { SearchScope } from '../../shared/contract/search.ts'
import type { Attribute } from '../../shared/model/entities.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { RangeFields } from '../ask/range-fields.tsx'
import { Field, IconButton, Select, TextInput } from '../ui/index.ts'
import { SeveralChoice } from './several-choice.tsx'

export type AttributeScope = NonNullable<SearchScope['attributes']>[number]

/** Attributes that must hold, all of them: any of some values, or from and to. */
export function ScopeAttributes({
  conditions,
  onConditions,
}: {
  conditions: readonly AttributeScope[]
  onConditions: (conditions: AttributeScope[]) => void
}) {
  const t = useT()
  const all = useQuery('attributes.list', {}, ['persons']).data?.items ?? []
  if (all.length === 0) return null
  const isChosen = (id: string) => conditions.some(({ attributeId }) => attributeId === id)
  return (
    <>
      {conditions.map((condition, at) => {
        const attribute = all.find(({ id }) => id === condition.attributeId)
        if (!attribute) return null
        return (
          <div key={attribute.id} className="search-attribute">
            <AttributeField
              {...{ attribute, condition }}
              onCondition={(next) => onConditions(conditions.with(at, next))}
            />
            <IconButton
              icon={X}
              size="small"
              label={t('search.scope.without', { name: attribute.name })}
              onClick={() => onConditions(conditions.toSpliced(at, 1))}
            />
          </div>
        )
      })}
      {all.some(({ id }) => !isChosen(id)) && (
        <Field label={t('search.scope.attribute')}>
          {(field) => (
            <Select
              {...field}
              value=""
              options={[
                { value: '', label: t('search.scope.addAttribute') },
                ...all
                  .filter(({ id }) => !isChosen(id))
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onValue={(attributeId) => onConditions([...conditions, { attributeId }])}
            />
          )}
        </Field>
      )}
    </>
  )
}

function AttributeField({
  attribute: { name, type, options },
  condition: { attributeId, values = [], min, max, from, to },
  onCondition,
}: {
  attribute: Attribute
  condition: AttributeScope
  onCondition: (condition: AttributeScope) => void
}) {
  const t = useT()
  const take = (next: readonly string[]) =>
    onCondition({ attributeId, ...(next.length === 0 ? {} : { values: [...next] }) })
  switch (type) {
    case 'number':
      return (
        <RangeFields
          label={name}
          value={{ from: min, to: max }}
          isNumber
          onChange={(ends) =>
            onCondition({
              attributeId,
              ...(typeof ends?.from === 'number' ? { min: ends.from } : {}),
              ...(typeof ends?.to === 'number' ? { max: ends.to } : {}),
            })
          }
        />
      )
    case 'date':
      return (
        <RangeFields
          label={name}
          value={{ from, to }}
          isNumber={false}
          onChange={(ends) =>
            onCondition({
              attributeId,
              ...(typeof ends?.from === 'string' ? { from: ends.from } : {}),
              ...(typeof ends?.to === 'string' ? { to: ends.to } : {}),
            })
          }
        />
      )
    case 'choice':
    case 'yes-no':
      return (
        <SeveralChoice
          label={name}
          none={t('search.scope.anyValue')}
          choices={
            type === 'choice'
              ? options.map((option) => ({ value: option, label: option }))
              : (['yes', 'no'] as const).map((value) => ({ value, label: t(`people.${value}`) }))
          }
          chosen={values}
          onChange={take}
        />
      )
    case 'text':
      return (
        <Field label={name} hint={t('search.scope.words')}>
          {(field) => (
            <TextInput
              {...field}
              placeholder={t('search.scope.anyValue')}
              defaultValue={values.join('; ')}
              onChange={(event) =>
                take(
                  event.target.value
                    .split(';')
                    .map((word) => word.trim())
                    .filter((word) => word !== ''),
                )
              }
            />
          )}
        </Field>
      )
  }
}
