import { closeDialog } from '../../app/dialogs.ts'
import { useT } from '../../app/i18n.ts'
import { Dialog } from '../../ui/index.ts'
import { LiveCard } from './live-card.tsx'

export function LiveDialog() {
  const t = useT()
  return (
    <Dialog title={t('live.title')} onClose={closeDialog}>
      <LiveCard />
    </Dialog>
  )
}
