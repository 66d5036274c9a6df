import type { SearchScope } from '../../shared/contract/search.ts'
import { sourceKinds } from '../../shared/model/kinds.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { RangeFields } from '../ask/range-fields.tsx'
import { useCodes } from '../codes/code-data.ts'
import { kindKey } from '../sources/source-words.ts'
import { ScopeAttributes } from './scope-attributes.tsx'
import { narrowed } from './search-spec.ts'
import { SeveralChoice } from './several-choice.tsx'
import '../ask/ask.css'

interface Props {
  scope: SearchScope
  onScope: (scope: SearchScope) => void
}

/** Where is searched; each field narrows it down to any of what is chosen, an empty one does not. */
export function ScopeFields({ scope, onScope }: Props) {
  const t = useT()
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data
  const persons = useQuery('persons.list', {}, ['persons']).data
  const { analysts } = useProject()
  const { codes } = useCodes()
  const change = (fields: Partial<SearchScope>) => onScope(narrowed(scope, fields))
  const none = t('search.scope.all')
  const named = (things: readonly { id: string; name: string }[] = []) =>
    things.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <fieldset className="search-scope">
      <legend className="visually-hidden">{t('search.scope.title')}</legend>
      <SeveralChoice
        label={t('search.scope.kind')}
        none={none}
        choices={sourceKinds.map((kind) => ({ value: kind, label: t(kindKey(kind)) }))}
        chosen={scope.kinds ?? []}
        onChange={(kinds) => change({ kinds: sourceKinds.filter((kind) => kinds.includes(kind)) })}
      />
      <SeveralChoice
        label={t('search.scope.folder')}
        none={none}
        choices={named(sources?.folders)}
        chosen={scope.folderIds ?? []}
        onChange={(folderIds) => change({ folderIds })}
      />
      <SeveralChoice
        label={t('search.scope.person')}
        none={none}
        choices={named(persons?.items.map(({ id, pseudonym }) => ({ id, name: pseudonym })))}
        chosen={scope.personIds ?? []}
        onChange={(personIds) => change({ personIds })}
      />
      <SeveralChoice
        label={t('search.scope.code')}
        none={none}
        choices={named(codes)}
        chosen={scope.codeIds ?? []}
        onChange={(codeIds) =>
          change({ codeIds, withSubcodes: codeIds.length === 0 ? undefined : true })
        }
      />
      <SeveralChoice
        label={t('search.scope.analyst')}
        none={none}
        choices={named(analysts)}
        chosen={scope.analystIds ?? []}
        onChange={(analystIds) => change({ analystIds })}
      />
      <RangeFields
        label={t('search.scope.dated')}
        value={{ from: scope.from, to: scope.to }}
        isNumber={false}
        onChange={(ends) => change({ from: String(ends?.from ?? ''), to: String(ends?.to ?? '') })}
      />
      <ScopeAttributes
        conditions={scope.attributes ?? []}
        onConditions={(attributes) => change({ attributes })}
      />
    </fieldset>
  )
}
