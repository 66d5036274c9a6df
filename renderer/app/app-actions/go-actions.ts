import {
  ArrowLeft,
  ArrowRight,
  FileText,
  Filter,
  GitCompareArrows,
  Handshake,
  History,
  Map,
  NotebookPen,
  MessageCircleQuestion,
  Scale,
  ScrollText,
  Tags,
  Unlink,
  Users,
  Waypoints,
  Workflow,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { isDialogOpen, showDialog } from '../dialogs.ts'
import { focusNextPanel } from '../panels.ts'
import { isProjectOpen } from '../session.ts'
import { tabActions } from './tab-actions.ts'
import { showNavigator } from '../side-panels.ts'
import { goBack, goForward, openView, workspaceStore } from '../workspace.ts'
import type { Action } from '../actions.ts'
import type { NavigatorPanel } from '../workspace.ts'

const panelActions = [
  ['sources', 'app.actions.showSources', FileText],
  ['codes', 'app.actions.showCodes', Tags],
  ['texts', 'app.actions.showTexts', ScrollText],
  ['work', 'app.actions.showWork', Workflow],
  ['maps', 'app.actions.showMaps', Map],
  ['analysis', 'app.actions.showAnalysis', Waypoints],
  ['memos', 'app.actions.showMemos', NotebookPen],
  ['people', 'app.actions.showPeople', Users],
  ['searches', 'app.actions.showSearches', Filter],
] as const satisfies ReadonlyArray<readonly [NavigatorPanel, Action['labelKey'], LucideIcon]>

/** To pages, panels and places that were read before. */
export function goActions(): Action[] {
  return [
    {
      id: 'app.palette',
      labelKey: 'app.actions.palette',
      shortcut: '$mod+KeyK',
      menu: 'go',
      group: 10,
      isHidden: true,
      enabled: () => isProjectOpen() && !isDialogOpen(),
      perform: () => showDialog({ type: 'palette' }),
    },
    {
      id: 'app.back',
      labelKey: 'app.actions.back',
      shortcut: 'Alt+ArrowLeft',
      menu: 'go',
      group: 20,
      icon: ArrowLeft,
      enabled: () => workspaceStore.get().back.length > 0,
      perform: goBack,
    },
    {
      id: 'app.forward',
      labelKey: 'app.actions.forward',
      shortcut: 'Alt+ArrowRight',
      menu: 'go',
      group: 20,
      icon: ArrowRight,
      enabled: () => workspaceStore.get().forward.length > 0,
      perform: goForward,
    },
    ...tabActions(),
    ...panelActions.map(([panel, labelKey, icon], index): Action => ({
      id: `app.show.${panel}`,
      labelKey,
      shortcut: `$mod+Digit${index + 1}`,
      menu: 'go',
      group: 40,
      icon,
      enabled: isProjectOpen,
      perform: () => {
        showNavigator(panel)
        requestAnimationFrame(() => focusNextPanel('navigator'))
      },
    })),
    {
      id: 'app.nextPanel',
      labelKey: 'app.actions.nextPanel',
      shortcut: 'F6',
      menu: 'go',
      group: 45,
      isHidden: true,
      enabled: isProjectOpen,
      perform: () => focusNextPanel(1),
    },
    {
      id: 'app.previousPanel',
      labelKey: 'app.actions.previousPanel',
      shortcut: 'Shift+F6',
      menu: 'go',
      group: 45,
      isHidden: true,
      enabled: isProjectOpen,
      perform: () => focusNextPanel(-1),
    },
    {
      id: 'app.lost',
      labelKey: 'app.actions.lost',
      menu: 'go',
      group: 50,
      icon: Unlink,
      enabled: isProjectOpen,
      perform: () => openView({ type: 'lost' }),
    },
    {
      id: 'people.open',
      labelKey: 'people.openGrid',
      menu: 'go',
      group: 50,
      icon: Users,
      keywords: ['informant', 'case', 'attribute', 'egenskap', 'grid', 'rutenett'],
      enabled: isProjectOpen,
      perform: () => openView({ type: 'people' }),
    },
    {
      id: 'app.compare',
      labelKey: 'app.actions.compare',
      menu: 'go',
      group: 50,
      icon: GitCompareArrows,
      keywords: ['settle', 'avgjøre', 'difference', 'forskjell', 'conflict', 'konflikt'],
      enabled: isProjectOpen,
      perform: () => openView({ type: 'compare' }),
    },
    {
      id: 'app.ask',
      labelKey: 'app.actions.ask',
      menu: 'go',
      group: 50,
      icon: MessageCircleQuestion,
      keywords: ['query', 'spørring', 'overlap', 'co-occurrence', 'samforekomst', 'and', 'or'],
      enabled: isProjectOpen,
      perform: () => openView({ type: 'ask' }),
    },
    {
      id: 'app.agreement',
      labelKey: 'app.actions.agreement',
      menu: 'go',
      group: 50,
      icon: Scale,
      keywords: ['kappa', 'alpha', 'alfa', 'reliability', 'reliabilitet', 'krippendorff', 'cohen'],
      enabled: isProjectOpen,
      perform: () => openView({ type: 'agreement' }),
    },
    {
      id: 'app.meeting',
      labelKey: 'app.actions.meeting',
      menu: 'go',
      group: 50,
      icon: Handshake,
      keywords: [
        'OneDrive',
        'Dropbox',
        'Nextcloud',
        'sync',
        'synkroniser',
        'del',
        'share',
        'pakke',
      ],
      enabled: isProjectOpen,
      perform: () => openView({ type: 'meeting' }),
    },
    {
      id: 'app.activity',
      labelKey: 'app.actions.activity',
      menu: 'go',
      group: 50,
      icon: History,
      enabled: isProjectOpen,
      perform: () => openView({ type: 'activity' }),
    },
  ]
}
