import { Link, Redo2, Search, Undo2 } from 'lucide-react'
import { showDialog } from '../dialogs.ts'
import { currentSteps, redo, stepText, undo } from '../history-acts.ts'
import { text } from '../i18n.ts'
import { isProjectOpen } from '../session.ts'
import { openView } from '../workspace.ts'
import type { Action } from '../actions.ts'

/** Undo and redo, and searching. */
export function editActions(): Action[] {
  const named = (kind: 'undo' | 'redo'): string => {
    const step = currentSteps()[kind]
    return step === null ? '' : text(`app.history.${kind}`, { what: stepText(step) })
  }
  return [
    {
      id: 'history.undo',
      labelKey: 'app.actions.undo',
      detail: () => named('undo'),
      shortcut: '$mod+KeyZ',
      plainKey: true,
      menu: 'edit',
      group: 10,
      icon: Undo2,
      changes: true,
      enabled: () => currentSteps().undo !== null,
      perform: () => void undo(),
    },
    {
      id: 'history.redo',
      labelKey: 'app.actions.redo',
      detail: () => named('redo'),
      shortcut: '$mod+Shift+KeyZ',
      plainKey: true,
      menu: 'edit',
      group: 10,
      icon: Redo2,
      changes: true,
      enabled: () => currentSteps().redo !== null,
      perform: () => void redo(),
    },
    {
      id: 'cases.linkPassage',
      labelKey: 'people.linkToCase',
      shortcut: '$mod+Shift+KeyL',
      menu: 'edit',
      group: 20,
      icon: Link,
      changes: true,
      enabled: isProjectOpen,
      perform: () => showDialog({ type: 'linkToCase' }),
    },
    {
      id: 'search.text',
      labelKey: 'app.actions.searchText',
      shortcut: '$mod+Shift+KeyF',
      menu: 'edit',
      group: 30,
      icon: Search,
      enabled: isProjectOpen,
      perform: () => openView({ type: 'search', query: '' }),
    },
  ]
}
