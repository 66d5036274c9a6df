import { Menu as Base } from '@base-ui/react/menu'
import { createStore, useStore } from '../app/store.ts'
import './popups.css'
import { MenuEntries } from './menu.tsx'
import type { MenuEntry } from './menu.tsx'

interface Place {
  x: number
  y: number
}

interface Shown {
  isOpen: boolean
  place: Place
  items: MenuEntry[]
  /** Focused again when the menu closes. */
  returnTo: HTMLElement | null
}

const store = createStore<Shown>({
  isOpen: false,
  place: { x: 0, y: 0 },
  items: [],
  returnTo: null,
})

/**
 * Opens a menu at the pointer, or below the element when it was asked for by key. One host serves
 * the whole window, so that long lists need no menu per row.
 */
export function openContextMenu(
  event: {
    clientX: number
    clientY: number
    currentTarget: EventTarget
    preventDefault: () => void
  },
  items: MenuEntry[],
): void {
  event.preventDefault()
  const element = event.currentTarget instanceof HTMLElement ? event.currentTarget : null
  const isByKey = event.clientX === 0 && event.clientY === 0
  const box = element?.getBoundingClientRect()
  const place =
    isByKey && box !== undefined
      ? { x: box.left + 24, y: box.bottom }
      : { x: event.clientX, y: event.clientY }
  const focused = document.activeElement
  store.set({
    isOpen: true,
    place,
    items,
    returnTo: focused instanceof HTMLElement ? focused : null,
  })
}

export function ContextMenuHost() {
  const shown = useStore(store, (value) => value)
  const { x, y } = shown.place
  const anchor = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }
  return (
    <Base.Root
      open={shown.isOpen}
      modal={false}
      onOpenChange={(isOpen) => !isOpen && store.set({ ...store.get(), isOpen: false })}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          align="start"
          side="bottom"
          sideOffset={2}
          className="popup-positioner"
        >
          <Base.Popup className="menu" finalFocus={() => shown.returnTo}>
            <MenuEntries items={shown.items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
