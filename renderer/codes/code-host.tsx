import { useActions } from '../app/actions.ts'
import { codeActions } from './code-actions.ts'
import { useCodes } from './code-data.ts'
import './codes.css'
import { CodeDialogs } from './dialogs/code-dialogs.tsx'

/** Acts on codes and memos and their dialogs; mounted once while a project is open. */
export function CodeHost() {
  const { forest } = useCodes()
  useActions(codeActions(forest))
  return <CodeDialogs />
}
