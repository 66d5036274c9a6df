import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandInput, CommandName } from '../../../shared/contract/index.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { IconButton } from '../../ui/index.ts'

/** A heading and what is below it; nothing if there is nothing. */
export function CardPart({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <div role="group" aria-label={title}>
      <h4 className="passage-heading">{title}</h4>
      {children}
    </div>
  )
}

interface RemoveProps {
  label: string
  onRemove: () => void
}

export function Remove({ label, onRemove }: RemoveProps) {
  const isReadOnly = useIsReadOnly()
  return (
    <IconButton
      icon={X}
      size="small"
      className="passage-index-remove"
      label={label}
      disabled={isReadOnly}
      onClick={onRemove}
    />
  )
}

/** Runs a command that takes something away, and offers the way back. */
export async function takeAway<N extends CommandName>(
  name: N,
  args: CommandInput<N>,
  said: string,
): Promise<void> {
  const done = await act(name, args)
  if (done !== undefined) toastWithUndo(said)
}
