import { useState } from 'react'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { text, useT } from '../../app/i18n.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { Button, Dialog } from '../../ui/index.ts'
import { mergeCodes, moveCodes } from '../code-acts.ts'
import type { CodeData } from '../code-data.ts'
import { isWithin, topmost } from '../tree/code-forest.ts'
import type { CodeForest } from '../tree/code-forest.ts'
import type { CodeDialog } from './code-dialog-state.ts'
import { CodeFinder } from './code-finder.tsx'

type TargetDialog = Exclude<CodeDialog, { type: 'split' }>

interface CodeTargetDialogProps {
  dialog: TargetDialog
  data: CodeData
  onClose: () => void
}

/** Asks for one code: to merge into, to move below, or to recode to. */
export function CodeTargetDialog({ dialog, data, onClose }: CodeTargetDialogProps) {
  const t = useT()
  const { codes, forest } = data
  const [chosen, setChosen] = useState<Code | null | undefined>(undefined)
  const subjects = subjectsOf(dialog, forest)
  const moved = subjects.filter((id) => id !== chosen?.id)
  const { data: affected } = useQuery(
    'codes.affected',
    dialog.type === 'merge' && moved.length > 0 ? { codeIds: moved, own: true } : null,
    ['codes', 'passages'],
  )
  // Of several codes that are merged, one may be the one that stays.
  const stays = (id: string) => dialog.type === 'merge' && subjects.length > 1 && !hasParentIn(id)
  const hasParentIn = (id: string) =>
    subjects.some((other) => other !== id && isWithin(forest, id, other))
  const isOffered = (code: Code) =>
    dialog.type === 'recode'
      ? code.id !== dialog.exceptId
      : subjects.includes(code.id)
        ? stays(code.id)
        : !hasParentIn(code.id)
  const names = subjects.map((id) => forest.nodeById.get(id)?.code.name ?? '').join(', ')

  const confirm = (target: Code | null | undefined) => {
    if (target === undefined) return
    onClose()
    void carryOut(dialog, subjects, target)
  }

  return (
    <Dialog
      title={
        names === ''
          ? t(`codes.${dialog.type}Title`)
          : `${t(`codes.${dialog.type}Title`)}: ${names}`
      }
      width="narrow"
      onClose={onClose}
      description={
        dialog.type === 'recode' ? undefined : (
          <>
            {t(dialog.type === 'merge' ? 'codes.mergeExplained' : 'codes.moveExplained')}
            {affected !== undefined && (
              <p className="code-dialog-affected">
                {t(affected.subcodes > 0 ? 'codes.mergeAffectsBelow' : 'codes.mergeAffects', {
                  subcodes: t('codes.nSubcodes', { count: affected.subcodes }),
                  codings: t('codes.nCodings', { count: affected.codings }),
                  sources: t('codes.nSources', { count: affected.sources }),
                })}
              </p>
            )}
          </>
        )
      }
      footer={
        <>
          <Button onClick={onClose}>{t('codes.cancel')}</Button>
          <Button variant="primary" disabled={chosen === undefined} onClick={() => confirm(chosen)}>
            {t(`codes.${dialog.type}`)}
          </Button>
        </>
      }
    >
      <CodeFinder
        codes={codes}
        isOffered={isOffered}
        label={t('codes.chooseTarget')}
        onChoose={setChosen}
        onConfirm={confirm}
        {...(dialog.type === 'move' ? { topLabel: t('codes.topLevel') } : {})}
      />
    </Dialog>
  )
}

/** The codes that the dialog is about. Those below others come along when moving, not when merging. */
function subjectsOf(dialog: TargetDialog, forest: CodeForest): string[] {
  if (dialog.type === 'recode') return []
  return dialog.type === 'move'
    ? topmost(forest, dialog.codeIds)
    : dialog.codeIds.filter((id) => forest.nodeById.has(id))
}

async function carryOut(
  dialog: TargetDialog,
  subjects: readonly string[],
  target: Code | null,
): Promise<void> {
  if (dialog.type === 'move') {
    await moveCodes({ codeIds: [...subjects], parentId: target?.id ?? null, beforeId: null })
  } else if (target === null) {
    return
  } else if (dialog.type === 'merge') {
    await mergeCodes(subjects, target)
  } else {
    await recode(dialog.codingIds, target)
  }
}

async function recode(codingIds: readonly string[], target: Code): Promise<void> {
  const done = await act('codings.recode', { codingIds: [...codingIds], codeId: target.id })
  if (done === undefined) return
  const codings = text('codes.nCodings', { count: codingIds.length })
  toastWithUndo(text('codes.recoded', { name: target.name, codings }))
}
