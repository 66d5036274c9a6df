import {
  AArrowDown,
  AArrowUp,
  Columns2,
  Contrast,
  Languages,
  Moon,
  PanelLeft,
  PanelRight,
  Sun,
} from 'lucide-react'
import { currentLanguage } from '../i18n.ts'
import { isProjectOpen } from '../session.ts'
import { changeSettings, currentSettings } from '../settings.ts'
import { toggleInspector, toggleNavigator } from '../side-panels.ts'
import { moveTabBeside } from '../workspace.ts'
import type { Action } from '../actions.ts'

/** What is shown, how large, in which colours and language. */
export function viewActions(): Action[] {
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
      icon: PanelLeft,
      enabled: isProjectOpen,
      perform: toggleNavigator,
    },
    {
      id: 'app.toggleInspector',
      labelKey: 'app.actions.toggleInspector',
      shortcut: '$mod+Alt+Backslash',
      menu: 'view',
      group: 10,
      icon: PanelRight,
      enabled: isProjectOpen,
      perform: toggleInspector,
    },
    {
      id: 'app.split',
      labelKey: 'app.actions.split',
      shortcut: '$mod+Alt+KeyS',
      menu: 'view',
      group: 10,
      icon: Columns2,
      enabled: isProjectOpen,
      perform: moveTabBeside,
    },
    {
      id: 'app.textLarger',
      labelKey: 'app.actions.textLarger',
      shortcut: '$mod+Equal',
      menu: 'view',
      group: 20,
      icon: AArrowUp,
      perform: () => size(1),
    },
    {
      id: 'app.textSmaller',
      labelKey: 'app.actions.textSmaller',
      shortcut: '$mod+Minus',
      menu: 'view',
      group: 20,
      icon: AArrowDown,
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
      icon: Contrast,
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
