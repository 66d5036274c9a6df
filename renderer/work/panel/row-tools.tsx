import { PanelRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../app/i18n.ts'
import { useIsReadOnly } from '../../app/session.ts'
import { DeleteButton, IconButton } from '../../ui/index.ts'

interface Props {
  name: string
  onShow?: () => void
  onDelete: () => void
  children: ReactNode
}

/** What can be done with an actor or a site, shown while the pointer or the focus is in its row. */
export function RowTools({ name, onShow, onDelete, children }: Props) {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  return (
    <span className="work-tools">
      {children}
      {onShow !== undefined && (
        <IconButton
          icon={PanelRight}
          size="small"
          label={`${t('work.inspect')}: ${name}`}
          noTooltip
          onClick={onShow}
        />
      )}
      <DeleteButton
        size="small"
        label={`${t('ui.delete')}: ${name}`}
        noTooltip
        disabled={isReadOnly}
        onClick={onDelete}
      />
    </span>
  )
}
