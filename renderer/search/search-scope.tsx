import type { SearchScope } from '../../shared/contract/search.ts'
import { sourceKinds } from '../../shared/model/kinds.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { useCodes } from '../codes/code-data.ts'
import { kindKey } from '../sources/source-words.ts'
import { Field, Select, TextInput } from '../ui/index.ts'
import { narrowed } from './search-spec.ts'

interface Props {
  scope: SearchScope
  onScope: (scope: SearchScope) => void
}

/** Where is searched; each field narrows it down, “everything” does not. */
export function ScopeFields({ scope, onScope }: Props) {
  const t = useT()
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data
  const persons = useQuery('persons.list', {}, ['persons']).data
  const { analysts } = useProject()
  const attributes = useQuery('attributes.list', {}, ['persons']).data
  const { codes } = useCodes()
  const change = (fields: Partial<SearchScope>) => onScope(narrowed(scope, fields))
  const [attribute] = scope.attributes ?? []
  const chosen = attributes?.items.find(({ id }) => id === attribute?.attributeId)
  return (
    <fieldset className="search-scope">
      <legend className="visually-hidden">{t('search.scope.title')}</legend>
      <Choice
        label={t('search.scope.kind')}
        value={scope.kinds?.[0]}
        options={sourceKinds.map((kind) => ({ value: kind, label: t(kindKey(kind)) }))}
        onValue={(kind) => change({ kinds: sourceKinds.filter((other) => other === kind) })}
      />
      <Choice
        label={t('search.scope.folder')}
        value={scope.folderIds?.[0]}
        options={(sources?.folders ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(id) => change({ folderIds: listOf(id) })}
      />
      <Choice
        label={t('search.scope.person')}
        value={scope.personIds?.[0]}
        options={(persons?.items ?? []).map(({ id, pseudonym }) => ({
          value: id,
          label: pseudonym,
        }))}
        onValue={(id) => change({ personIds: listOf(id) })}
      />
      <Choice
        label={t('search.scope.code')}
        value={scope.codeIds?.[0]}
        options={codes.map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(id) =>
          change({ codeIds: listOf(id), withSubcodes: id === undefined ? undefined : true })
        }
      />
      <Choice
        label={t('search.scope.analyst')}
        value={scope.analystIds?.[0]}
        options={analysts.map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(id) => change({ analystIds: listOf(id) })}
      />
      <Choice
        label={t('search.scope.attribute')}
        value={attribute?.attributeId}
        options={(attributes?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onValue={(id) => change({ attributes: listOf(id).map((attributeId) => ({ attributeId })) })}
      />
      {attribute && chosen && chosen.options.length > 0 && (
        <Choice
          label={t('search.scope.value')}
          value={attribute.values?.[0]}
          options={chosen.options.map((option) => ({ value: option, label: option }))}
          onValue={(value) =>
            change({
              attributes: [
                { attributeId: chosen.id, ...(value === undefined ? {} : { values: [value] }) },
              ],
            })
          }
        />
      )}
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={t(`search.scope.${end}`)}>
          {(field) => (
            <TextInput
              {...field}
              placeholder="2024-03"
              value={scope[end] ?? ''}
              onChange={(event) => change({ [end]: event.target.value.trim() })}
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}

function listOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id]
}

interface ChoiceProps {
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  onValue: (value: string | undefined) => void
}

function Choice({ label, value, options, onValue }: ChoiceProps) {
  const t = useT()
  return (
    <Field label={label}>
      {(field) => (
        <Select
          {...field}
          value={value ?? ''}
          options={[{ value: '', label: t('search.scope.all') }, ...options]}
          onValue={(chosen) => onValue(chosen === '' ? undefined : chosen)}
        />
      )}
    </Field>
  )
}
