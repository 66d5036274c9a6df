import { codingViewActions } from '../rounds/coding-view.ts'
import type { Action } from './actions.ts'
import { editActions } from './app-actions/edit-actions.ts'
import { fileActions } from './app-actions/file-actions.ts'
import { goActions } from './app-actions/go-actions.ts'
import { helpActions } from './app-actions/help-actions.ts'
import { viewActions } from './app-actions/view-actions.ts'

/** The acts of the window itself, a file for each menu. Features add their own. */
export function appActions(): Action[] {
  return [
    ...fileActions(),
    ...editActions(),
    ...viewActions(),
    ...codingViewActions(),
    ...goActions(),
    ...helpActions(),
  ]
}
