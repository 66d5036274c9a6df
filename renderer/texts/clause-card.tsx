import { BookOpen, Trash2 } from 'lucide-react'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Button, InlineEdit } from '../ui/index.ts'
import { clauseName } from './clause-words.ts'
import { LinkList } from './links/link-list.tsx'
import { deleteClause } from './page/clause-item.tsx'
import { TargetEditor } from './page/target-editor.tsx'
import { ActivationList } from './page/text-activations.tsx'
import { TextUses } from './page/text-uses.tsx'
import { jumpToPassage, openText } from './text-acts.ts'
import './text-card.css'

/** A clause in the inspector: its text, place, words and number; what it is linked to; who takes it up. */
export function ClauseCard({ clauseId }: { clauseId: string }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const clauses = useQuery('clauses.list', {}, ['texts', 'indexing', 'passages']).data?.items
  const clause = clauses?.find(({ id }) => id === clauseId)
  if (clause === undefined) return null
  const { passageId } = clause
  const name = clauseName(t, clause)
  const save = (fields: { locator?: string; wording?: string; version?: string; note?: string }) =>
    void act('clauses.update', { clauseId, ...fields })
  return (
    <div className="thing-card">
      <button type="button" className="thing-card-above" onClick={() => openText(clause.textId)}>
        {clause.textTitle} ›
      </button>
      <h3>
        <InlineEdit
          key={`locator-${clauseId}`}
          className="thing-card-title"
          label={t('texts.clauseLocator')}
          value={clause.locator}
          placeholder={t('texts.clauseLocatorHint')}
          onSave={(locator) => save({ locator })}
        />
      </h3>
      <InlineEdit
        key={`wording-${clauseId}`}
        isLong
        className="thing-card-wording"
        label={t('texts.clauseWording')}
        value={clause.wording}
        placeholder={t('texts.clauseWordingHint')}
        onSave={(wording) => save({ wording })}
      />
      <TargetEditor key={`target-${clauseId}`} clause={clause} />
      <dl className="thing-card-facts">
        <div>
          <dt>{t('institution.column.version')}</dt>
          <dd>
            <InlineEdit
              label={t('institution.column.version')}
              value={clause.version}
              placeholder={t('ui.all')}
              onSave={(version) => save({ version })}
            />
          </dd>
        </div>
        <div>
          <dt>{t('institution.column.note')}</dt>
          <dd>
            <InlineEdit
              isLong
              label={t('institution.column.note')}
              value={clause.note}
              placeholder="–"
              onSave={(note) => save({ note })}
            />
          </dd>
        </div>
      </dl>
      <div className="thing-card-tools">
        {passageId === null ? (
          <p className="thing-card-meta">{t('texts.clauseNoSource')}</p>
        ) : (
          <Button size="small" icon={BookOpen} onClick={() => void jumpToPassage(passageId)}>
            {t('texts.clauseSource')}
          </Button>
        )}
        <Button
          size="small"
          variant="danger"
          icon={Trash2}
          disabled={isReadOnly}
          onClick={() => void deleteClause(clauseId, t('texts.deletedClause', { clause: name }))}
        >
          {t('ui.delete')}
        </Button>
      </div>
      <h4>{t('texts.activations')}</h4>
      <ActivationList about={{ clauseId }} most={20} />
      <h4>{t('texts.links')}</h4>
      <LinkList thing={{ type: 'clause', id: clauseId }} />
      <h4>{t('texts.whereUsed')}</h4>
      <TextUses thing={{ type: 'clause', id: clauseId }} without={['link', 'activation']} />
    </div>
  )
}
