import type { LinkEnd } from '../../../shared/model/institution.ts'
import { closeDialog } from '../../app/dialogs.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { Dialog } from '../../ui/index.ts'
import { LinkForm } from './link-form.tsx'

/** Links a thing to another one: the one it was dragged onto, or one to be found. */
export function NewLinkDialog({ from, to }: { from: LinkEnd; to?: LinkEnd }) {
  const t = useT()
  return (
    <Dialog title={t('links.newLink')} width="narrow" onClose={closeDialog}>
      <LinkForm
        thing={from}
        other={to}
        onDone={(id) => {
          closeDialog()
          select({ type: 'link', id })
        }}
        onClose={closeDialog}
      />
    </Dialog>
  )
}
