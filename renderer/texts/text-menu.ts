import { ExternalLink, Merge, Network, PanelsTopLeft, Tag, Trash2 } from 'lucide-react'
import type { InstitutionalText } from '../../shared/model/institution.ts'
import { text as words } from '../app/i18n.ts'
import { openView } from '../app/workspace.ts'
import type { MenuEntry } from '../ui/index.ts'
import { deleteTexts, makeIndexCode, openText } from './text-acts.ts'
import { openTextDialog } from './text-dialog-state.ts'

/** What can be done with a text, wherever it stands in a list. */
export function textMenu(text: InstitutionalText, isReadOnly: boolean): MenuEntry[] {
  return [
    {
      label: words('texts.openPage'),
      icon: ExternalLink,
      perform: () => openText(text.id),
    },
    {
      label: words('ui.openBeside'),
      icon: PanelsTopLeft,
      perform: () => openText(text.id, { beside: true }),
    },
    {
      label: words('texts.showInHierarchy'),
      icon: Network,
      perform: () => openView({ type: 'hierarchy', focus: { type: 'text', id: text.id } }),
    },
    'separator',
    {
      label: words('texts.indexCode'),
      icon: Tag,
      isDisabled: isReadOnly,
      perform: () => void makeIndexCode(text),
    },
    {
      label: words('texts.merge'),
      icon: Merge,
      isDisabled: isReadOnly,
      perform: () => openTextDialog({ type: 'merge', textIds: [text.id] }),
    },
    {
      label: words('texts.deleteText'),
      icon: Trash2,
      isDanger: true,
      isDisabled: isReadOnly,
      perform: () => void deleteTexts([text]),
    },
  ]
}
