import type { InstitutionalText } from '../../../shared/model/institution.ts'
import { useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { openView, select } from '../../app/workspace.ts'
import { Chip, Select } from '../../ui/index.ts'
import { updateTexts } from '../text-acts.ts'

/** The sources of the project that hold the text; one can be added or taken away. */
export function TextSources({ text }: { text: InstitutionalText }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const sources = useQuery('sources.list', {}, ['sources', 'folders']).data?.items ?? []
  const linked = sources.filter((source) => text.sourceIds.includes(source.id))
  const others = sources.filter((source) => !text.sourceIds.includes(source.id))
  const set = (sourceIds: string[]): void => void updateTexts([text.id], { sourceIds })
  return (
    <div className="text-chips">
      {linked.map((source) => (
        <Chip
          key={source.id}
          title={t('texts.openSource', { title: source.title })}
          onClick={() => {
            openView({ type: 'source', id: source.id })
            select({ type: 'source', id: source.id })
          }}
          {...(isReadOnly
            ? {}
            : {
                removeLabel: t('texts.removeSource', { title: source.title }),
                onRemove: () => set(text.sourceIds.filter((id) => id !== source.id)),
              })}
        >
          {source.title}
        </Chip>
      ))}
      {others.length > 0 && (
        <Select
          isQuiet
          className="text-add-select"
          disabled={isReadOnly}
          aria-label={t('texts.addSource')}
          value=""
          options={[
            { value: '', label: t('texts.addSource') },
            ...others.map((source) => ({ value: source.id, label: source.title })),
          ]}
          onValue={(id) => {
            if (id !== '') set([...text.sourceIds, id])
          }}
        />
      )}
      {linked.length === 0 && <span className="text-quiet">{t('texts.noSources')}</span>}
    </div>
  )
}
