import { useCodes } from '../code-data.ts'
import { closeCodeDialog, useCodeDialog } from './code-dialog-state.ts'
import { CodeTargetDialog } from './code-target-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

/** The dialog about codes that is open, if any. Mounted once in the window. */
export function CodeDialogs() {
  const dialog = useCodeDialog()
  const data = useCodes()
  if (dialog === null || !data.isReady) return null
  if (dialog.type !== 'split') {
    return <CodeTargetDialog dialog={dialog} data={data} onClose={closeCodeDialog} />
  }
  const code = data.forest.nodeById.get(dialog.codeId)?.code
  if (code === undefined) return null
  return (
    <SplitDialog code={code} passageIds={dialog.passageIds} data={data} onClose={closeCodeDialog} />
  )
}
