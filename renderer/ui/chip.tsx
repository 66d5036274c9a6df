import { X } from 'lucide-react'
import type { ComponentPropsWithRef, CSSProperties, ReactNode } from 'react'
import './controls.css'

/** The custom property from which the colours of a code are made. */
export function hueStyle(hue: number): CSSProperties {
  return { '--h': hue } as CSSProperties
}

export interface ChipProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** Degrees; without it the chip is neutral. */
  hue?: number | undefined
  children: ReactNode
  /** Shows a cross with this label. */
  removeLabel?: string
  onRemove?: () => void
}

/** A code (or another thing) by name in its colour; a button when it has `onClick`. */
export function Chip({ hue, children, removeLabel, onRemove, onClick, ...rest }: ChipProps) {
  const className = hue === undefined ? 'chip chip-neutral' : 'chip'
  return (
    <span className={className} {...(hue === undefined ? {} : { style: hueStyle(hue) })}>
      {onClick === undefined ? (
        <span className="chip-label">{children}</span>
      ) : (
        <button type="button" className="chip-label" onClick={onClick} {...rest}>
          {children}
        </button>
      )}
      {onRemove !== undefined && (
        <button type="button" className="chip-remove" aria-label={removeLabel} onClick={onRemove}>
          <X size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
    </span>
  )
}

/** The coloured square of a code. Its name must stand beside it. */
export function CodeDot({ hue }: { hue: number }) {
  return <span className="code-dot" style={hueStyle(hue)} aria-hidden />
}
