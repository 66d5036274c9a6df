import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { act } from '../../app/engine-client.ts'
import { closeDialog } from '../../app/dialogs.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { Button, DeleteButton, Dialog, InlineEdit } from '../../ui/index.ts'
import { RelationForm } from './relation-form.tsx'
import { useRelations } from './relations.ts'
import type { RelationWords } from './relations.ts'
import './links.css'

/** The relations of the project's own: add, rename, turn, delete. */
export function OwnRelations() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const own = useRelations().all.filter((relation) => relation.isOwn)
  const [isAdding, setAdding] = useState(false)
  const adder = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      title={t('links.ownRelations')}
      description={t('links.ownRelationsText')}
      onClose={closeDialog}
    >
      {own.length > 0 && (
        <ul className="own-relations" aria-label={t('links.ownRelations')}>
          {own.map((relation) => (
            <OwnRelation key={relation.id} relation={relation} isReadOnly={isReadOnly} />
          ))}
        </ul>
      )}
      {own.length === 0 && !isAdding && <p className="claim-hint">{t('links.noOwnRelations')}</p>}
      {isAdding ? (
        <RelationForm
          name=""
          onDone={() => {
            setAdding(false)
            requestAnimationFrame(() => adder.current?.focus())
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <p className="own-relations-add">
          <Button
            ref={adder}
            size="small"
            icon={Plus}
            disabled={isReadOnly}
            onClick={() => setAdding(true)}
          >
            {t('links.addRelation')}
          </Button>
        </p>
      )}
    </Dialog>
  )
}

function OwnRelation({ relation, isReadOnly }: { relation: RelationWords; isReadOnly: boolean }) {
  const t = useT()
  const { id: relationId, forward, inverse, isUpward, links } = relation
  const remove = async (): Promise<void> => {
    const done = await act('relations.delete', { relationIds: [relationId] })
    if (done !== undefined) toastWithUndo(t('links.relationDeleted', { name: forward }))
  }
  return (
    <li className="own-relation">
      <InlineEdit
        label={`${t('links.relationName')}: ${forward}`}
        value={forward}
        isReadOnly={isReadOnly}
        onSave={(name) => name !== '' && void act('relations.update', { relationId, name })}
      />
      <InlineEdit
        label={`${t('links.relationInverse')}: ${forward}`}
        placeholder={t('links.relationInverse')}
        value={inverse}
        isReadOnly={isReadOnly}
        onSave={(words) => void act('relations.update', { relationId, inverse: words })}
      />
      <label className="relation-upward">
        <input
          type="checkbox"
          checked={isUpward}
          disabled={isReadOnly}
          onChange={(event) =>
            void act('relations.update', { relationId, upward: event.target.checked })
          }
        />
        {t('links.upward')}
      </label>
      <span className="own-relation-count">{t('links.nLinks', { count: links })}</span>
      <DeleteButton
        size="small"
        label={`${t('ui.delete')}: ${forward}`}
        disabled={isReadOnly || links > 0}
        onClick={() => void remove()}
      />
    </li>
  )
}
