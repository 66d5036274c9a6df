import { FileOutput, Network, Plus, ScrollText, Upload } from 'lucide-react'
import type { Action } from '../app/actions.ts'
import { openView } from '../app/workspace.ts'
import { exportInventory, importTexts } from './text-acts.ts'
import { beginNewText } from './panel/panel-state.ts'

/** The acts on the text register, for menu, palette and the page of shortcuts. */
export function textActions(): Action[] {
  return [
    {
      id: 'texts.new',
      labelKey: 'texts.newText',
      menu: 'edit',
      group: 50,
      icon: Plus,
      changes: true,
      keywords: ['register', 'styringstekst', 'boss text'],
      perform: beginNewText,
    },
    {
      id: 'texts.register',
      labelKey: 'texts.openRegister',
      menu: 'go',
      group: 50,
      icon: ScrollText,
      perform: () => openView({ type: 'texts' }),
    },
    {
      id: 'texts.hierarchy',
      labelKey: 'texts.openHierarchy',
      menu: 'go',
      group: 50,
      icon: Network,
      perform: () => openView({ type: 'hierarchy' }),
    },
    {
      id: 'texts.import',
      labelKey: 'texts.import',
      menu: 'file',
      group: 30,
      icon: Upload,
      changes: true,
      keywords: ['csv', 'xlsx', 'excel'],
      perform: () => void importTexts(),
    },
    {
      id: 'texts.export',
      labelKey: 'texts.exportTitle',
      menu: 'file',
      group: 30,
      icon: FileOutput,
      keywords: ['docx', 'word', 'inventory'],
      perform: () => void exportInventory('docx'),
    },
  ]
}
