import { useActions } from '../app/actions.ts'
import { DeleteDialog } from './dialogs/delete-dialog.tsx'
import { MergeDialog } from './dialogs/merge-dialog.tsx'
import { textActions } from './text-actions.ts'
import { useTexts } from './text-data.ts'
import { closeTextDialog, useTextDialog } from './text-dialog-state.ts'
import './texts.css'

/** Acts on texts and their dialogs; mounted once while a project is open. */
export function TextHost() {
  useActions(textActions())
  const dialog = useTextDialog()
  const { texts } = useTexts()
  if (dialog === null) return null
  const about = texts.filter((text) => dialog.textIds.includes(text.id))
  if (about.length === 0) return null
  return dialog.type === 'merge' ? (
    <MergeDialog textIds={dialog.textIds} texts={texts} onClose={closeTextDialog} />
  ) : (
    <DeleteDialog texts={about} onClose={closeTextDialog} />
  )
}
