import {
  AppWindow,
  ClipboardPaste,
  DatabaseBackup,
  FilePlus2,
  FolderOpen,
  FolderPlus,
  Import,
  KeyRound,
  Merge,
  NotebookText,
  Radio,
  Settings,
  Share2,
  ShieldCheck,
  UsersRound,
  X,
  UserRound,
} from 'lucide-react'
import { chooseToMerge } from '../../meeting/meeting-acts.ts'
import { chooseKeyFile } from '../../leaks/choose-key-file.ts'
import { newFieldNote, newFolder } from '../../sources/source-acts.ts'
import { chooseFilesToImport } from '../../sources/import/choose-files.ts'
import { backUpNow } from '../../settings/backup-acts.ts'
import { showDialog } from '../dialogs.ts'
import { callApp } from '../engine-client.ts'
import { text } from '../i18n.ts'
import { chooseAndOpen, closeProject, isProjectOpen } from '../session.ts'
import { toast } from '../toast.ts'
import { openView } from '../workspace.ts'
import type { Action } from '../actions.ts'

/** Projects, what is brought into them, and backups. */
export function fileActions(): Action[] {
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
      id: 'project.join',
      labelKey: 'app.actions.join',
      menu: 'file',
      group: 10,
      icon: UsersRound,
      perform: () => showDialog({ type: 'join' }),
    },
    {
      id: 'app.newWindow',
      labelKey: 'app.actions.newWindow',
      menu: 'file',
      group: 10,
      icon: AppWindow,
      perform: () => void callApp('app.openWindow', {}),
    },
    {
      id: 'leaks.useKeyFile',
      labelKey: 'leaks.useKeyFile',
      menu: 'file',
      group: 30,
      icon: KeyRound,
      keywords: ['anonym', 'pseudonym', 'leak', 'lekkasje', 'personvern', 'privacy'],
      enabled: isProjectOpen,
      perform: () =>
        void chooseKeyFile().then((count) => {
          if (count !== null) toast({ text: text('leaks.keyFile', { count }) })
        }),
    },
    {
      id: 'sources.import',
      labelKey: 'app.actions.import',
      shortcut: '$mod+KeyI',
      menu: 'file',
      group: 20,
      icon: Import,
      changes: true,
      perform: () => void chooseFilesToImport(null),
    },
    {
      id: 'sources.paste',
      labelKey: 'app.actions.pasteAsSource',
      shortcut: '$mod+Shift+KeyV',
      menu: 'file',
      group: 20,
      icon: ClipboardPaste,
      changes: true,
      perform: () => showDialog({ type: 'paste' }),
    },
    {
      id: 'sources.newFieldNote',
      labelKey: 'app.actions.newFieldNote',
      shortcut: '$mod+Alt+KeyN',
      menu: 'file',
      group: 20,
      icon: NotebookText,
      changes: true,
      perform: () => void newFieldNote(null),
    },
    {
      id: 'sources.newFolder',
      labelKey: 'app.actions.newFolder',
      menu: 'file',
      group: 20,
      icon: FolderPlus,
      changes: true,
      perform: () => void newFolder(null),
    },
    {
      id: 'sync.bundle',
      labelKey: 'app.actions.share',
      menu: 'file',
      group: 30,
      icon: Share2,
      enabled: isProjectOpen,
      perform: () => showDialog({ type: 'share' }),
    },
    {
      id: 'sync.merge',
      labelKey: 'app.actions.merge',
      menu: 'file',
      group: 30,
      icon: Merge,
      changes: true,
      perform: () => void chooseToMerge(),
    },
    {
      id: 'app.save',
      labelKey: 'app.actions.save',
      shortcut: '$mod+KeyS',
      menu: 'file',
      group: 40,
      isHidden: true,
      enabled: isProjectOpen,
      perform: () =>
        toast({ text: text('app.history.savedAlready'), hint: text('app.history.savedHint') }),
    },
    {
      id: 'backups.create',
      labelKey: 'app.actions.backup',
      menu: 'file',
      group: 40,
      icon: DatabaseBackup,
      enabled: isProjectOpen,
      perform: () => void backUpNow(),
    },
    {
      id: 'project.check',
      labelKey: 'app.actions.check',
      menu: 'file',
      group: 40,
      icon: ShieldCheck,
      enabled: isProjectOpen,
      perform: () => showDialog({ type: 'check' }),
    },
    {
      id: 'live.open',
      labelKey: 'live.open',
      menu: 'file',
      group: 45,
      icon: Radio,
      keywords: ['host', 'join', 'share', 'vert', 'del'],
      enabled: isProjectOpen,
      perform: () => showDialog({ type: 'live' }),
    },
    {
      id: 'analysts.use',
      labelKey: 'app.actions.whoWorks',
      menu: 'file',
      group: 50,
      icon: UserRound,
      keywords: ['analyst', 'analytiker', 'switch', 'bytt', 'initials', 'initialer'],
      changes: true,
      enabled: isProjectOpen,
      perform: () => showDialog({ type: 'whoWorks', isNewPlace: false }),
    },
    {
      id: 'app.settings',
      labelKey: 'app.actions.settings',
      shortcut: '$mod+Comma',
      menu: 'file',
      group: 50,
      icon: Settings,
      enabled: isProjectOpen,
      perform: () => openView({ type: 'settings' }),
    },
    {
      id: 'app.closeProject',
      labelKey: 'app.actions.closeProject',
      menu: 'file',
      group: 80,
      icon: X,
      enabled: isProjectOpen,
      perform: () => void closeProject(),
    },
  ]
}
