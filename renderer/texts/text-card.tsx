import { useQuery } from '../app/engine-client.ts'
import { useFormat, useT } from '../app/i18n.ts'
import type { Formats, Translate } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { openView, select } from '../app/workspace.ts'
import type { InstitutionalText } from '../../shared/model/institution.ts'
import { textStatuses } from '../../shared/model/institution-kinds.ts'
import { Button, Select } from '../ui/index.ts'
import { clauseName, targetWords } from './clause-words.ts'
import { LinkList } from './links/link-list.tsx'
import { ActivationList } from './page/text-activations.tsx'
import { StatusMark } from './status-mark.tsx'
import { openText, updateTexts } from './text-acts.ts'
import { useTexts } from './text-data.ts'
import './text-card.css'

const facts = ['issuer', 'level', 'genre', 'usedBy', 'usedWhere', 'usedWhen'] as const

/** A text in the inspector: what it is, how far its chase has come, what it governs and who uses it. */
export function TextCard({ textId }: { textId: string }) {
  const t = useT()
  const format = useFormat()
  const isReadOnly = useIsReadOnly()
  const { texts } = useTexts()
  const text = texts.find(({ id }) => id === textId)
  if (text === undefined) return null
  const validity = validityOf(t, format, text)
  return (
    <div className="thing-card">
      <div className="thing-card-head">
        <StatusMark status={text.status} replicable={text.replicable} size={20} />
        <h3>{text.title}</h3>
      </div>
      {text.aliases.length > 0 && <p className="thing-card-meta">{text.aliases.join(' · ')}</p>}
      <div className="thing-card-status">
        <Select
          isQuiet
          disabled={isReadOnly}
          aria-label={t('institution.column.status')}
          title={t(`texts.statusHint.${text.status}`)}
          value={text.status}
          options={textStatuses.map((status) => ({
            value: status,
            label: t(`institution.textStatus.${status}`),
          }))}
          onValue={(status) => void updateTexts([text.id], { status })}
        />
        {text.replicable !== 'no' && <span>{t(`institution.replicable.${text.replicable}`)}</span>}
      </div>
      <dl className="thing-card-facts">
        {facts.map((fact) =>
          text[fact] === '' ? null : (
            <div key={fact}>
              <dt>{t(`institution.column.${fact}`)}</dt>
              <dd>{text[fact]}</dd>
            </div>
          ),
        )}
        {validity !== '' && (
          <div>
            <dt>{t('institution.column.validity')}</dt>
            <dd>{[text.version, validity].filter(Boolean).join(', ')}</dd>
          </div>
        )}
      </dl>
      {text.note !== '' && <p className="thing-card-note">{text.note}</p>}
      <div className="thing-card-tools">
        <Button size="small" onClick={() => openText(text.id)}>
          {t('texts.openPage')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          title={t('texts.showInHierarchy')}
          onClick={() => openView({ type: 'hierarchy', focus: { type: 'text', id: text.id } })}
        >
          {t('texts.openHierarchy')}
        </Button>
      </div>
      <Clauses text={text} />
      <h4>{t('texts.links')}</h4>
      <LinkList thing={{ type: 'text', id: text.id }} />
      <h4>{t('texts.activations')}</h4>
      <ActivationList about={{ textId: text.id }} most={8} />
    </div>
  )
}

function Clauses({ text }: { text: InstitutionalText }) {
  const t = useT()
  const format = useFormat()
  const clauses = useQuery('clauses.list', text.clauses === 0 ? null : { textId: text.id }, [
    'texts',
    'indexing',
  ]).data?.items
  if (clauses === undefined || clauses.length === 0) return null
  return (
    <>
      <h4>{t('texts.clauses')}</h4>
      <ul className="thing-card-list">
        {clauses.map((clause) => (
          <li key={clause.id}>
            <button type="button" onClick={() => select({ type: 'clause', id: clause.id })}>
              <span className="thing-card-name">{clauseName(t, clause)}</span>
              {clause.target !== null && (
                <span className="thing-card-quiet">{targetWords(t, format, clause.target)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function validityOf(t: Translate, format: Formats, text: InstitutionalText): string {
  const [from, to] = [format.date(text.validFrom), format.date(text.validTo)]
  if (from !== '' && to !== '') return t('texts.inForce', { from, to })
  if (from !== '') return t('texts.inForceFrom', { from })
  return to === '' ? '' : t('texts.inForceTo', { to })
}
