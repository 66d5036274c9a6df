import { Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import './controls.css'
import { shortcutKeys } from '../app/shortcuts.ts'
import { Tooltip } from './tooltip.tsx'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  variant?: 'plain' | 'primary' | 'danger' | 'quiet'
  size?: 'normal' | 'small' | 'large'
  icon?: LucideIcon | undefined
  children?: ReactNode
}

export function Button({
  variant = 'plain',
  size = 'normal',
  icon: Icon,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={['button', `button-${variant}`, `button-${size}`, className ?? '']
        .join(' ')
        .trim()}
    >
      {Icon !== undefined && (
        <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden />
      )}
      {children}
    </button>
  )
}

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  icon: LucideIcon
  /** What it does; read aloud, and shown in a tooltip. */
  label: string
  /** In the form of tinykeys; shown in the tooltip. */
  shortcut?: string | undefined
  size?: 'normal' | 'small'
  isPressed?: boolean | undefined
  noTooltip?: boolean
}

export function IconButton({
  icon: Icon,
  label,
  shortcut,
  size = 'normal',
  isPressed,
  noTooltip,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={shortcut === undefined ? undefined : shortcutKeys(shortcut).join('+')}
      {...rest}
      className={`icon-button icon-button-${size} ${className ?? ''}`.trim()}
    >
      <Icon size={size === 'small' ? 14 : 16} strokeWidth={1.75} aria-hidden />
    </button>
  )
  if (noTooltip === true) return button
  return (
    <Tooltip label={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  )
}

/**
 * Deletes what it stands at. Of clicks that follow each other at once only the first counts: in a list
 * the next would hit what has moved up to its place.
 */
export function DeleteButton({ onClick, ...rest }: Omit<IconButtonProps, 'icon'>) {
  return (
    <IconButton
      {...rest}
      icon={Trash2}
      onClick={(event) => {
        if (event.detail < 2) onClick?.(event)
      }}
    />
  )
}
