import { BookOpenText, Keyboard } from 'lucide-react'
import { showDialog } from '../dialogs.ts'
import { isProjectOpen } from '../session.ts'
import { openView } from '../workspace.ts'
import type { Action } from '../actions.ts'

/** Finding out what can be done. */
export function helpActions(): Action[] {
  return [
    {
      id: 'app.shortcuts',
      labelKey: 'app.actions.shortcuts',
      shortcut: '$mod+Slash',
      menu: 'help',
      group: 10,
      icon: Keyboard,
      keywords: ['snarveier', 'tastatur', 'keys'],
      perform: () => showDialog({ type: 'shortcuts' }),
    },
    {
      id: 'app.glossary',
      labelKey: 'app.actions.glossary',
      menu: 'help',
      group: 10,
      icon: BookOpenText,
      enabled: isProjectOpen,
      perform: () => openView({ type: 'glossary' }),
    },
    {
      id: 'app.shortcutsByQuestionMark',
      labelKey: 'app.actions.shortcuts',
      shortcut: 'Shift+?',
      plainKey: true,
      isHidden: true,
      perform: () => showDialog({ type: 'shortcuts' }),
    },
  ]
}
