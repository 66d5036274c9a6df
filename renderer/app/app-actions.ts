import {
  ArrowLeft,
  ArrowRight,
  ClipboardPaste,
  Columns2,
  DatabaseBackup,
  FilePlus2,
  FolderOpen,
  FolderPlus,
  History,
  Import,
  Keyboard,
  Languages,
  Moon,
  NotebookText,
  Redo2,
  Search,
  Settings,
  Sun,
  Undo2,
  Unlink,
} from 'lucide-react'
import { newFieldNote, newFolder } from '../sources/source-acts.ts'
import { chooseFilesToImport } from '../sources/import/choose-files.ts'
import { backUpNow } from '../settings/backup-acts.ts'
import type { Action } from './actions.ts'
import { isDialogOpen, showDialog } from './dialogs.ts'
import { callApp } from './engine-client.ts'
import { currentSteps, redo, stepText, undo } from './history-acts.ts'
import { currentLanguage, text } from './i18n.ts'
import { focusNextPanel } from './panels.ts'
import { chooseAndOpen, closeProject, currentProject } from './session.ts'
import { changeSettings, currentSettings } from './settings.ts'
import { toast } from './toast.ts'
import { tabActions } from './tab-actions.ts'
import {
  goBack,
  goForward,
  moveTabBeside,
  openView,
  showNavigator,
  toggleInspector,
  toggleNavigator,
  workspaceStore,
} from './workspace.ts'
import type { NavigatorPanel } from './workspace.ts'

const isOpen = (): boolean => currentProject() !== null
const isWritable = (): boolean => currentProject()?.readOnly === false

/** The acts of the window itself. Features add their own while they are on the screen. */
export function appActions(): Action[] {
  return [...fileActions(), ...editActions(), ...viewActions(), ...goActions(), ...helpActions()]
}

function fileActions(): Action[] {
  return [
    {
      id: 'app.newProject',
      labelKey: 'app.actions.newProject',
      menu: 'file',
      group: 10,
      icon: FilePlus2,
      perform: () => showDialog({ type: 'newProject' }),
    },
    {
      id: 'app.openProject',
      labelKey: 'app.actions.openProject',
      shortcut: '$mod+KeyO',
      menu: 'file',
      group: 10,
      icon: FolderOpen,
      perform: () => void chooseAndOpen(),
    },
    {
      id: 'app.newWindow',
      labelKey: 'app.actions.newWindow',
      menu: 'file',
      group: 10,
      perform: () => void callApp('app.openWindow', {}),
    },
    {
      id: 'sources.import',
      labelKey: 'app.actions.import',
      shortcut: '$mod+KeyI',
      menu: 'file',
      group: 20,
      icon: Import,
      enabled: isWritable,
      perform: () => void chooseFilesToImport(null),
    },
    {
      id: 'sources.paste',
      labelKey: 'app.actions.pasteAsSource',
      shortcut: '$mod+Shift+KeyV',
      menu: 'file',
      group: 20,
      icon: ClipboardPaste,
      enabled: isWritable,
      perform: () => showDialog({ type: 'paste' }),
    },
    {
      id: 'sources.newFieldNote',
      labelKey: 'app.actions.newFieldNote',
      shortcut: '$mod+Alt+KeyN',
      menu: 'file',
      group: 20,
      icon: NotebookText,
      enabled: isWritable,
      perform: () => void newFieldNote(null),
    },
    {
      id: 'sources.newFolder',
      labelKey: 'app.actions.newFolder',
      menu: 'file',
      group: 20,
      icon: FolderPlus,
      enabled: isWritable,
      perform: () => void newFolder(null),
    },
    {
      id: 'app.save',
      labelKey: 'app.actions.save',
      shortcut: '$mod+KeyS',
      menu: 'file',
      group: 40,
      isHidden: true,
      enabled: isOpen,
      perform: () =>
        toast({ text: text('app.history.savedAlready'), hint: text('app.history.savedHint') }),
    },
    {
      id: 'backups.create',
      labelKey: 'app.actions.backup',
      menu: 'file',
      group: 40,
      icon: DatabaseBackup,
      enabled: isOpen,
      perform: () => void backUpNow(),
    },
    {
      id: 'app.settings',
      labelKey: 'app.actions.settings',
      shortcut: '$mod+Comma',
      menu: 'file',
      group: 50,
      icon: Settings,
      enabled: isOpen,
      perform: () => openView({ type: 'settings' }),
    },
    {
      id: 'app.closeProject',
      labelKey: 'app.actions.closeProject',
      menu: 'file',
      group: 80,
      enabled: isOpen,
      perform: () => void closeProject(),
    },
  ]
}

function editActions(): Action[] {
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
      enabled: () => isWritable() && currentSteps().undo !== null,
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
      enabled: () => isWritable() && currentSteps().redo !== null,
      perform: () => void redo(),
    },
    {
      id: 'search.text',
      labelKey: 'app.actions.searchText',
      shortcut: '$mod+Shift+KeyF',
      menu: 'edit',
      group: 30,
      icon: Search,
      enabled: isOpen,
      perform: () => openView({ type: 'search', query: '' }),
    },
  ]
}

function viewActions(): Action[] {
  const size = (by: number): void => {
    const next = Math.min(28, Math.max(13, currentSettings().readingSize + by))
    void changeSettings({ readingSize: next })
  }
  return [
    {
      id: 'app.toggleNavigator',
      labelKey: 'app.actions.toggleNavigator',
      shortcut: '$mod+Backslash',
      menu: 'view',
      group: 10,
      enabled: isOpen,
      perform: toggleNavigator,
    },
    {
      id: 'app.toggleInspector',
      labelKey: 'app.actions.toggleInspector',
      shortcut: '$mod+Alt+Backslash',
      menu: 'view',
      group: 10,
      enabled: isOpen,
      perform: toggleInspector,
    },
    {
      id: 'app.split',
      labelKey: 'app.actions.split',
      shortcut: '$mod+Alt+KeyS',
      menu: 'view',
      group: 10,
      icon: Columns2,
      enabled: isOpen,
      perform: moveTabBeside,
    },
    {
      id: 'app.textLarger',
      labelKey: 'app.actions.textLarger',
      shortcut: '$mod+Equal',
      menu: 'view',
      group: 20,
      perform: () => size(1),
    },
    {
      id: 'app.textSmaller',
      labelKey: 'app.actions.textSmaller',
      shortcut: '$mod+Minus',
      menu: 'view',
      group: 20,
      perform: () => size(-1),
    },
    {
      id: 'app.themeLight',
      labelKey: 'app.actions.themeLight',
      menu: 'view',
      group: 30,
      icon: Sun,
      perform: () => void changeSettings({ theme: 'light' }),
    },
    {
      id: 'app.themeDark',
      labelKey: 'app.actions.themeDark',
      menu: 'view',
      group: 30,
      icon: Moon,
      perform: () => void changeSettings({ theme: 'dark' }),
    },
    {
      id: 'app.themeContrast',
      labelKey: 'app.actions.themeContrast',
      menu: 'view',
      group: 30,
      perform: () => void changeSettings({ theme: 'contrast' }),
    },
    {
      id: 'app.language',
      labelKey: 'app.actions.language',
      menu: 'view',
      group: 40,
      icon: Languages,
      keywords: ['language', 'språk', 'norsk', 'english', 'engelsk', 'norwegian'],
      perform: () => void changeSettings({ language: currentLanguage() === 'en' ? 'nb' : 'en' }),
    },
  ]
}

const panelActions = [
  ['sources', 'app.actions.showSources'],
  ['codes', 'app.actions.showCodes'],
  ['memos', 'app.actions.showMemos'],
  ['people', 'app.actions.showPeople'],
  ['searches', 'app.actions.showSearches'],
] as const satisfies ReadonlyArray<readonly [NavigatorPanel, Action['labelKey']]>

function goActions(): Action[] {
  return [
    {
      id: 'app.palette',
      labelKey: 'app.actions.palette',
      shortcut: '$mod+KeyK',
      menu: 'go',
      group: 10,
      isHidden: true,
      enabled: () => isOpen() && !isDialogOpen(),
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
    ...panelActions.map(([panel, labelKey], index): Action => ({
      id: `app.show.${panel}`,
      labelKey,
      shortcut: `$mod+Digit${index + 1}`,
      menu: 'go',
      group: 40,
      enabled: isOpen,
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
      enabled: isOpen,
      perform: () => focusNextPanel(1),
    },
    {
      id: 'app.previousPanel',
      labelKey: 'app.actions.previousPanel',
      shortcut: 'Shift+F6',
      menu: 'go',
      group: 45,
      isHidden: true,
      enabled: isOpen,
      perform: () => focusNextPanel(-1),
    },
    {
      id: 'app.lost',
      labelKey: 'app.actions.lost',
      menu: 'go',
      group: 50,
      icon: Unlink,
      enabled: isOpen,
      perform: () => openView({ type: 'lost' }),
    },
    {
      id: 'app.activity',
      labelKey: 'app.actions.activity',
      menu: 'go',
      group: 50,
      icon: History,
      enabled: isOpen,
      perform: () => openView({ type: 'activity' }),
    },
  ]
}

function helpActions(): Action[] {
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
      id: 'app.shortcutsByQuestionMark',
      labelKey: 'app.actions.shortcuts',
      shortcut: 'Shift+?',
      plainKey: true,
      isHidden: true,
      perform: () => showDialog({ type: 'shortcuts' }),
    },
  ]
}
