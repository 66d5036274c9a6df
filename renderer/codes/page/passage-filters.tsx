import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { CodingViewSelect } from '../../rounds/coding-view-select.tsx'
import { Select } from '../../ui/index.ts'

export interface PassageFilter {
  sourceId: string
  analystId: string
  personId: string
  withSubcodes: boolean
}

export const noFilter: PassageFilter = {
  sourceId: '',
  analystId: '',
  personId: '',
  withSubcodes: false,
}

interface PassageFiltersProps {
  filter: PassageFilter
  hasSubcodes: boolean
  onChange: (filter: PassageFilter) => void
}

/** Which passages of a code are shown: from a source, by an analyst, of a person. */
export function PassageFilters({ filter, hasSubcodes, onChange }: PassageFiltersProps) {
  const t = useT()
  const { data: sources } = useQuery('sources.list', {}, ['sources'])
  const { data: persons } = useQuery('persons.list', {}, ['persons'])
  const { data: project } = useQuery('project.info', {}, ['project'])
  const analysts = project?.analysts ?? []
  return (
    <div className="passage-filters">
      <Select
        isQuiet
        aria-label={t('codes.filterSource')}
        value={filter.sourceId}
        options={[
          { value: '', label: t('codes.allSources') },
          ...(sources?.items ?? []).map((source) => ({ value: source.id, label: source.title })),
        ]}
        onValue={(sourceId) => onChange({ ...filter, sourceId })}
      />
      {(persons?.items.length ?? 0) > 0 && (
        <Select
          isQuiet
          aria-label={t('codes.filterPerson')}
          value={filter.personId}
          options={[
            { value: '', label: t('codes.allPersons') },
            ...(persons?.items ?? []).map((person) => ({
              value: person.id,
              label: person.pseudonym,
            })),
          ]}
          onValue={(personId) => onChange({ ...filter, personId })}
        />
      )}
      <CodingViewSelect />
      {analysts.length > 2 && (
        <Select
          isQuiet
          aria-label={t('codes.filterAnalyst')}
          value={filter.analystId}
          options={[
            { value: '', label: t('codes.allAnalysts') },
            ...analysts.map((analyst) => ({ value: analyst.id, label: analyst.name })),
          ]}
          onValue={(analystId) => onChange({ ...filter, analystId })}
        />
      )}
      {hasSubcodes && (
        <label className="passage-filter-check">
          <input
            type="checkbox"
            checked={filter.withSubcodes}
            onChange={(event) => onChange({ ...filter, withSubcodes: event.target.checked })}
          />
          {t('codes.withSubcodes')}
        </label>
      )}
    </div>
  )
}
