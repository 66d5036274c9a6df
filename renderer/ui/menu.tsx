import { Menu as Base } from '@base-ui/react/menu'
import { Check, ChevronRight } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import './popups.css'
import { Kbd } from './kbd.tsx'

export interface MenuAct {
  label: string
  perform: () => void
  icon?: LucideIcon | undefined
  /** Something small before the label, such as a colour, in the place of an icon. */
  mark?: ReactNode
  shortcut?: string | undefined
  isDanger?: boolean
  isDisabled?: boolean
  /** Given: the item is a choice, and this one is taken or not. */
  isChecked?: boolean
}

export type MenuEntry =
  MenuAct | 'separator' | { label: string; items: MenuEntry[] } | { heading: string }

export interface MenuProps {
  /** A button; it gets the behaviour of the trigger. */
  trigger: ReactElement<Record<string, unknown>>
  items: MenuEntry[]
  align?: 'start' | 'end'
}

export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} className="popup-positioner">
          <Base.Popup className="menu">
            <MenuEntries items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuEntries({ items }: { items: MenuEntry[] }) {
  return items.map((item, index) => {
    if (item === 'separator') return <Base.Separator key={index} className="menu-separator" />
    if ('heading' in item) {
      return (
        <div key={index} className="menu-heading" role="presentation">
          {item.heading}
        </div>
      )
    }
    if ('items' in item) return <Submenu key={index} label={item.label} items={item.items} />
    return <MenuLine key={index} item={item} />
  })
}

function MenuLine({ item }: { item: MenuAct }) {
  const { icon: Icon, isChecked, isDisabled = false } = item
  const className = item.isDanger === true ? 'menu-item menu-danger' : 'menu-item'
  const body = (
    <>
      <span className="menu-mark">
        {isChecked === true && <Check size={15} strokeWidth={2} aria-hidden />}
        {isChecked === undefined && Icon !== undefined && (
          <Icon size={15} strokeWidth={1.75} aria-hidden />
        )}
        {isChecked === undefined && item.mark}
      </span>
      <span className="menu-label">{item.label}</span>
      {item.shortcut !== undefined && <Kbd shortcut={item.shortcut} />}
    </>
  )
  if (isChecked !== undefined) {
    return (
      <Base.CheckboxItem
        className={className}
        checked={isChecked}
        disabled={isDisabled}
        closeOnClick
        onCheckedChange={item.perform}
      >
        {body}
      </Base.CheckboxItem>
    )
  }
  return (
    <Base.Item className={className} disabled={isDisabled} onClick={item.perform}>
      {body}
    </Base.Item>
  )
}

function Submenu({ label, items }: { label: string; items: MenuEntry[] }) {
  return (
    <Base.SubmenuRoot>
      <Base.SubmenuTrigger className="menu-item">
        <span className="menu-mark" />
        <span className="menu-label">{label}</span>
        <ChevronRight size={14} aria-hidden />
      </Base.SubmenuTrigger>
      <Base.Portal>
        <Base.Positioner className="popup-positioner" sideOffset={2}>
          <Base.Popup className="menu">
            <MenuEntries items={items} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.SubmenuRoot>
  )
}
