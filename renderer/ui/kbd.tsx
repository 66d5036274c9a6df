import './controls.css'
import { shortcutKeys } from '../app/shortcuts.ts'

/** A shortcut, given in the form of tinykeys, as keys. */
export function Kbd({ shortcut }: { shortcut: string }) {
  return (
    <span className="kbd-group">
      {shortcutKeys(shortcut).map((key) => (
        <kbd key={key} className="kbd">
          {key}
        </kbd>
      ))}
    </span>
  )
}
