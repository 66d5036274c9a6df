import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import type { Link, LinkEnd } from '../../../shared/model/institution.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select } from '../../app/workspace.ts'
import {
  Button,
  DeleteButton,
  Field,
  IconButton,
  InlineEdit,
  Select,
  TextInput,
} from '../../ui/index.ts'
import { AddClaim, ClaimList } from './claims.tsx'
import { EndFinder } from './end-finder.tsx'
import { EvidenceMark } from './evidence-mark.tsx'
import { endKey, openEnd, useLinkEnds } from './link-ends.ts'
import type { EndOrNew } from './link-ends.ts'
import { useRelations } from './relations.ts'
import './links.css'

/** A link in the inspector: in words both ways, in force from and to, and its evidence. */
export function LinkCard({ linkId }: { linkId: string }) {
  const t = useT()
  const links = useQuery('links.list', {}, ['texts', 'work', 'passages', 'sources']).data?.items
  if (links === undefined) return null
  const link = links.find((item) => item.id === linkId)
  if (link === undefined) return <p className="claim-hint link-gone">{t('links.gone')}</p>
  return <KnownLink link={link} />
}

function KnownLink({ link }: { link: Link }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { all, of } = useRelations()
  const { id: linkId } = link
  const about = { type: 'link' as const, id: linkId }
  const relation = of(link.relation)
  const update = (fields: Omit<Parameters<typeof act<'links.update'>>[1], 'linkId'>): void =>
    void act('links.update', { linkId, ...fields })
  const remove = async (): Promise<void> => {
    const done = await act('links.delete', { linkIds: [linkId] })
    if (done === undefined) return
    select({ type: 'none' })
    toastWithUndo(t('links.removed', { from: link.fromLabel, to: link.toLabel }))
  }
  return (
    <article className="link-card" aria-label={t('links.link')}>
      <header className="link-card-head">
        <h3>{t('links.link')}</h3>
        <EvidenceMark evidence={link} />
        <IconButton
          icon={ArrowLeftRight}
          size="small"
          label={t('links.turn')}
          disabled={isReadOnly}
          onClick={() => update({ from: link.to, to: link.from })}
        />
        <DeleteButton
          size="small"
          label={t('links.remove')}
          disabled={isReadOnly}
          onClick={() => void remove()}
        />
      </header>
      <End
        label={t('links.from')}
        end={link.from}
        name={link.fromLabel}
        other={link.to}
        onChange={(from) => update({ from })}
      />
      <Select
        isQuiet
        className="link-card-relation"
        aria-label={t('links.relation')}
        value={link.relation}
        disabled={isReadOnly}
        options={all.map(({ id, forward }) => ({ value: id, label: forward }))}
        onValue={(value) => update({ relation: value })}
      />
      <End
        label={t('links.to')}
        end={link.to}
        name={link.toLabel}
        other={link.from}
        onChange={(to) => update({ to })}
      />
      {relation !== undefined && relation.backward !== relation.forward && (
        <p className="link-card-backward">
          {t('links.readBackwards', {
            to: link.toLabel,
            relation: relation.backward,
            from: link.fromLabel,
          })}
        </p>
      )}
      <h4>{t('links.evidence')}</h4>
      <ClaimList about={about} />
      <AddClaim about={about} />
      <h4>{t('links.about')}</h4>
      <Field label={t('links.validFrom')} isInline>
        {(props) => (
          <DateField
            {...props}
            value={link.validFrom}
            onSave={(validFrom) => update({ validFrom })}
          />
        )}
      </Field>
      <Field label={t('links.validTo')} isInline>
        {(props) => (
          <DateField {...props} value={link.validTo} onSave={(validTo) => update({ validTo })} />
        )}
      </Field>
      <InlineEdit
        isLong
        className="link-card-note"
        label={t('links.note')}
        placeholder={t('links.linkNotePlaceholder')}
        value={link.note}
        onSave={(note) => update({ note })}
      />
    </article>
  )
}

interface EndProps {
  label: string
  end: LinkEnd
  name: string
  other: LinkEnd
  onChange: (end: EndOrNew) => void
}

function End({ label, end, name, other, onChange }: EndProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isChanging, setChanging] = useState(false)
  return (
    <div className="link-card-end">
      <button type="button" className="link-card-name" onClick={() => openEnd(end)}>
        {name}
        {end.type !== 'text' && <span>{t(`links.end_${end.type}`)}</span>}
      </button>
      {!isChanging && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('links.changeNamedEnd', { end: label })}
          disabled={isReadOnly}
          onClick={() => setChanging(true)}
        >
          {t('links.change')}
        </Button>
      )}
      {isChanging && (
        <OtherEnd
          taken={[end, other]}
          onPick={(next) => {
            setChanging(false)
            onChange(next)
          }}
          onClose={() => setChanging(false)}
        />
      )}
    </div>
  )
}

function OtherEnd(props: {
  taken: LinkEnd[]
  onPick: (end: EndOrNew) => void
  onClose: () => void
}) {
  const taken = props.taken.map(endKey)
  const ends = useLinkEnds().filter(({ ref }) => !taken.includes(endKey(ref)))
  return (
    <div className="link-card-finder">
      <EndFinder
        ends={ends}
        onPick={props.onPick}
        onNew={(newText) => props.onPick({ newText })}
        onClose={props.onClose}
      />
    </div>
  )
}

interface DateFieldProps {
  id: string
  value: string
  onSave: (value: string) => void
}

/** A date as it is written, such as 2019 or 2019-05-01; kept on leaving. */
function DateField({ id, value, onSave }: DateFieldProps) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [draft, setDraft] = useState<string | null>(null)
  const save = (): void => {
    if (draft !== null && draft.trim() !== value) onSave(draft.trim())
    setDraft(null)
  }
  return (
    <TextInput
      id={id}
      className="link-card-date"
      readOnly={isReadOnly}
      placeholder={t('links.datePlaceholder')}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') setDraft(null)
      }}
    />
  )
}
