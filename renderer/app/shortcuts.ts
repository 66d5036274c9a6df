import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import { allActions, isEnabled } from './actions.ts'
import { mayChange } from './read-only.ts'

const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

/** Keys as people read them: `['Ctrl', 'Shift', 'K']`. */
export function shortcutKeys(shortcut: string): string[] {
  return shortcut.split('+').map((part) => keyNames[part] ?? part.replace(/^(?:Key|Digit)/, ''))
}

const keyNames: Record<string, string> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Control: isMac ? '⌃' : 'Ctrl',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Comma: ',',
  Slash: '/',
  Minus: '−',
  Equal: '+',
  Escape: 'Esc',
  Delete: 'Del',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
}

/** The same for the native menu: `CommandOrControl+Shift+K`. */
export function shortcutAccelerator(shortcut: string): string {
  return shortcut
    .split('+')
    .map((part) => acceleratorNames[part] ?? part.replace(/^(?:Key|Digit|Arrow)/, ''))
    .join('+')
}

const acceleratorNames: Record<string, string> = {
  $mod: 'CommandOrControl',
  Comma: ',',
  Slash: '/',
  Minus: '-',
  Equal: 'Plus',
  Backslash: '\\',
  BracketLeft: '[',
  BracketRight: ']',
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // A text that is only read takes a caret, but no letters.
  if (target.isContentEditable) return target.closest('[aria-readonly=true]') === null
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  if (!(target instanceof HTMLInputElement)) return false
  return !['checkbox', 'radio', 'button', 'range', 'color'].includes(target.type)
}

function isInPopup(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role=dialog],[role=alertdialog],[role=menu]') !== null
  )
}

/** A letter that a dead key and another key made together, such as è: it is not the key E. */
function isComposed({ key }: KeyboardEvent): boolean {
  return /^\p{L}\p{M}+$/u.test(key.normalize('NFD')) && !/^[åäö]$/iu.test(key.normalize('NFC'))
}

function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || (event.repeat && event.key === 'Enter')) return
  const isTyping = isTextField(event.target)
  const isCovered = isInPopup(event.target)
  for (const action of allActions().reverse()) {
    if (action.shortcut === undefined) continue
    if (action.plainKey === true && (isTyping || isCovered || isComposed(event))) continue
    if (isCovered && action.id !== 'app.palette') continue
    const press = parseKeybinding(action.shortcut)[0]
    if (press === undefined || !matchKeybindingPress(event, press)) continue
    if (!isEnabled(action)) {
      if (action.changes !== true || mayChange()) continue
      event.preventDefault()
      return
    }
    event.preventDefault()
    action.perform()
    return
  }
}

export function startShortcuts(): () => void {
  window.addEventListener('keydown', handleKey)
  return () => window.removeEventListener('keydown', handleKey)
}
