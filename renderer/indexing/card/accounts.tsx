import { accountModes, visibilities } from '../../../shared/model/institution-kinds.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import type { WorkAccount } from '../../../shared/model/institution.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Field, InlineEdit, Select } from '../../ui/index.ts'
import { IndexMark } from '../index-mark.tsx'
import { CardPart, Remove, takeAway } from './card-parts.tsx'

const worded = ['doing', 'withWhom', 'resources', 'circumstances', 'timeAndEffort'] as const

/** The work that a passage tells of, edited where it stands. */
export function IndexedAccounts({ passageId }: { passageId: string }) {
  const t = useT()
  const items = useQuery('workAccounts.list', { passageId }, ['indexing']).data?.items ?? []
  return (
    <CardPart title={t('indexing.card.accounts')}>
      {items.map((item) => (
        <OneAccount key={item.id} item={item} />
      ))}
    </CardPart>
  )
}

function OneAccount({ item }: { item: WorkAccount }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { id } = item
  const name = item.doing === '' ? t('indexing.marks.accountPlain') : item.doing
  const change = (fields: Omit<CommandInput<'workAccounts.update'>, 'workAccountId'>): void =>
    void act('workAccounts.update', { workAccountId: id, ...fields })
  return (
    <article className="passage-index-item" aria-label={name}>
      <header>
        <span className="passage-index-name is-work">
          <IndexMark kind="account" />
          {name}
        </span>
        <Remove
          label={t('indexing.card.remove', { what: name })}
          onRemove={() =>
            void takeAway(
              'workAccounts.delete',
              { workAccountIds: [id] },
              t('indexing.card.removed.account'),
            )
          }
        />
      </header>
      {worded.map((field) => (
        <div key={field} className="field field-inline">
          <span className="field-label" aria-hidden>
            {t(`indexing.row.${field}`)}
          </span>
          <InlineEdit
            label={t(`indexing.row.${field}`)}
            placeholder={t(`indexing.place.${field}`)}
            value={item[field]}
            onSave={(words) => change({ [field]: words })}
          />
        </div>
      ))}
      <Field label={t('indexing.row.visibility')} isInline>
        {(props) => (
          <Select
            {...props}
            isQuiet
            disabled={isReadOnly}
            value={item.visibility}
            options={visibilities.map((value) => ({
              value,
              label: t(`institution.visibility.${value}`),
            }))}
            onValue={(visibility) => change({ visibility })}
          />
        )}
      </Field>
      <Field label={t('indexing.row.accountMode')} isInline>
        {(props) => (
          <Select
            {...props}
            isQuiet
            disabled={isReadOnly}
            value={item.mode}
            options={accountModes.map((value) => ({
              value,
              label: t(`institution.accountMode.${value}`),
            }))}
            onValue={(mode) => change({ mode })}
          />
        )}
      </Field>
    </article>
  )
}
