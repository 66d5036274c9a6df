import { translate } from '../../shared/i18n/index.ts'
import type { Action } from './actions.ts'
import { actionLabel } from './native-menu.ts'

/** The words an action is found by: its name in both languages, and its keywords. */
export function actionWords(action: Action): string[] {
  const names = [translate('en', action.labelKey), translate('nb', action.labelKey)]
  return [...new Set([...names, ...(action.keywords ?? [])])]
}

/** Whether one of its words holds what was typed, in whichever language. */
export function isNamedLike(action: Action, typed: string): boolean {
  const needle = typed.trim().toLocaleLowerCase()
  return [actionLabel(action), ...actionWords(action)].some((words) =>
    words.toLocaleLowerCase().includes(needle),
  )
}
