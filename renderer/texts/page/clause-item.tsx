import { BookOpen } from 'lucide-react'
import type { Clause } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { select, workspaceStore } from '../../app/workspace.ts'
import { DeleteButton, IconButton, InlineEdit } from '../../ui/index.ts'
import { clauseName } from '../clause-words.ts'
import { jumpToPassage } from '../text-acts.ts'
import { TargetEditor } from './target-editor.tsx'

/** A clause: where it stands, its words, its number; all written in place. */
export function ClauseItem({ clause }: { clause: Clause }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const name = clauseName(t, clause)
  const { passageId } = clause
  return (
    <li
      className="clause-item"
      data-clause={clause.id}
      onFocus={() => select({ type: 'clause', id: clause.id })}
      onClick={() => select({ type: 'clause', id: clause.id })}
    >
      <div className="clause-item-head">
        <InlineEdit
          className="clause-locator"
          label={`${t('texts.clauseLocator')}: ${name}`}
          value={clause.locator}
          placeholder={t('texts.clauseLocatorHint')}
          onSave={(locator) => void act('clauses.update', { clauseId: clause.id, locator })}
        />
        {clause.activations > 0 && (
          <span className="text-quiet">
            {t('texts.nActivations', { count: clause.activations })}
          </span>
        )}
        {passageId !== null && (
          <IconButton
            icon={BookOpen}
            size="small"
            label={t('texts.clauseSource')}
            onClick={(event) => {
              event.stopPropagation()
              void jumpToPassage(passageId, event.ctrlKey || event.metaKey)
            }}
          />
        )}
        <DeleteButton
          size="small"
          noTooltip
          label={t('texts.deleteClause', { clause: name })}
          disabled={isReadOnly}
          onClick={(event) => {
            event.stopPropagation()
            void deleteClause(clause.id, t('texts.deletedClause', { clause: name }))
          }}
        />
      </div>
      <InlineEdit
        isLong
        className="clause-wording"
        label={`${t('texts.clauseWording')}: ${name}`}
        value={clause.wording}
        placeholder={t('texts.clauseWordingHint')}
        onSave={(wording) => void act('clauses.update', { clauseId: clause.id, wording })}
      />
      <TargetEditor clause={clause} />
    </li>
  )
}

/** Deletes a clause and says so, with a way back. */
export async function deleteClause(clauseId: string, said: string): Promise<void> {
  if ((await act('clauses.delete', { clauseIds: [clauseId] })) === undefined) return
  const { selection } = workspaceStore.get()
  if (selection.type === 'clause' && selection.id === clauseId) select({ type: 'none' })
  toastWithUndo(said)
}
