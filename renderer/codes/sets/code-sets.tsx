import { ChevronDown, ChevronRight, Layers, Pencil, Plus, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { MouseEvent } from 'react'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useFormat, useT } from '../../app/i18n.ts'
import { mayChange } from '../../app/read-only.ts'
import { useIsReadOnly } from '../../app/session.ts'
import type { CodeSet } from '../../../shared/model/entities.ts'
import { IconButton, openContextMenu } from '../../ui/index.ts'
import type { MenuEntry } from '../../ui/index.ts'
import { addToSet, removeFromSet } from '../code-acts.ts'
import { CODE_DRAG, draggedCodes } from '../code-drag.ts'
import type { CodeForest } from '../tree/code-forest.ts'
import { NameInput } from '../tree/name-input.tsx'
import { changeTree, useTreeState } from '../tree/tree-state.ts'

/** Code sets below the tree: choosing one narrows the tree, codes are dragged onto it. */
export function CodeSets({ sets, forest }: { sets: readonly CodeSet[]; forest: CodeForest }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const [isUnfolded, setIsOpen] = useState(true)
  const { renamingSetId } = useTreeState()
  const isOpen = isUnfolded || renamingSetId !== null
  const [isNew, setIsNew] = useState(false)
  const Twisty = isOpen ? ChevronDown : ChevronRight
  return (
    <section className="code-sets" aria-label={t('codes.sets')}>
      <div className="code-sets-head">
        <button
          type="button"
          className="code-sets-toggle"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Twisty size={13} strokeWidth={1.75} aria-hidden />
          {t('codes.sets')}
        </button>
        <IconButton
          size="small"
          icon={Plus}
          label={t('codes.newSet')}
          disabled={isReadOnly}
          onClick={() => {
            setIsOpen(true)
            setIsNew(true)
          }}
        />
      </div>
      {isOpen && (
        <div className="code-sets-list">
          {sets.map((set) => (
            <CodeSetRow key={set.id} set={set} forest={forest} />
          ))}
          {isNew && (
            <div className="code-set">
              <Layers size={14} strokeWidth={1.75} aria-hidden />
              <NameInput
                label={t('codes.newSetName')}
                initial=""
                onSave={async (name) => {
                  const isMade = (await act('codeSets.create', { name })) !== undefined
                  if (isMade) setIsNew(false)
                  return isMade
                }}
                onCancel={() => setIsNew(false)}
              />
            </div>
          )}
          {sets.length === 0 && !isNew && <p className="code-sets-hint">{t('codes.setsHint')}</p>}
        </div>
      )}
    </section>
  )
}

function CodeSetRow({ set, forest }: { set: CodeSet; forest: CodeForest }) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const format = useFormat()
  const { setId, selected, renamingSetId } = useTreeState()
  const isRenaming = renamingSetId === set.id
  const setIsRenaming = (isOn: boolean) => changeTree({ renamingSetId: isOn ? set.id : null })
  const [isOver, setIsOver] = useState(false)
  const isShown = setId === set.id
  const inSet = selected.filter((id) => set.codeIds.includes(id))

  const items: MenuEntry[] = [
    {
      label: t('codes.renameSet'),
      icon: Pencil,
      shortcut: 'F2',
      perform: () => setIsRenaming(true),
    },
    ...(inSet.length > 0
      ? [
          {
            label: t('codes.removeFromSet', { name: set.name }),
            icon: X,
            perform: () => void removeFromSet(set, inSet),
          },
        ]
      : []),
    'separator',
    {
      label: t('codes.deleteSet'),
      icon: Trash2,
      isDanger: true,
      perform: () => void deleteSet(set),
    },
  ]

  if (isRenaming) {
    return (
      <div className="code-set">
        <Layers size={14} strokeWidth={1.75} aria-hidden />
        <NameInput
          label={t('codes.renameSet')}
          initial={set.name}
          onSave={async (name) => {
            const isSaved =
              (await act('codeSets.update', { codeSetId: set.id, name })) !== undefined
            if (isSaved) setIsRenaming(false)
            return isSaved
          }}
          onCancel={() => setIsRenaming(false)}
        />
      </div>
    )
  }
  return (
    <button
      type="button"
      className={`code-set ${isShown ? 'is-selected' : ''} ${isOver ? 'is-over' : ''}`}
      aria-pressed={isShown}
      title={t(isShown ? 'codes.showAll' : 'codes.showSet', { name: set.name })}
      onClick={() => changeTree({ setId: isShown ? null : set.id })}
      onContextMenu={(event: MouseEvent) => {
        if (!isReadOnly) openContextMenu(event, items)
      }}
      onKeyDown={(event) => {
        if (event.key === 'F2') setIsRenaming(mayChange())
        else if (event.key === 'Delete') void deleteSet(set)
        else return
        event.preventDefault()
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(CODE_DRAG)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        void addToSet(set, draggedCodes(event.dataTransfer))
      }}
    >
      <Layers size={14} strokeWidth={1.75} aria-hidden />
      <span className="code-row-name">{set.name}</span>
      <span className="code-row-count">
        {format.number(set.codeIds.filter((id) => forest.nodeById.has(id)).length)}
      </span>
    </button>
  )

  async function deleteSet(gone: CodeSet): Promise<void> {
    if ((await act('codeSets.delete', { codeSetId: gone.id })) === undefined) return
    if (isShown) changeTree({ setId: null })
    toastWithUndo(t('codes.deletedSet', { name: gone.name }))
  }
}
