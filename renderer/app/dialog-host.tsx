import { LeakDialog } from '../leaks/leak-dialog.tsx'
import { JoinDialog } from '../meeting/join-dialog.tsx'
import { MergeDialog } from '../meeting/merge-dialog.tsx'
import { ShareDialog } from '../meeting/share-dialog.tsx'
import { CloseRoundDialog, NewRoundDialog } from '../rounds/round-dialogs.tsx'
import { WhoDialog } from '../meeting/who-dialog.tsx'
import { EditAnalyst } from '../people/edit-analyst.tsx'
import { ImportDialog } from '../sources/import/import-dialog.tsx'
import { PasteDialog } from '../sources/import/paste-dialog.tsx'
import { RedoImportDialog } from '../sources/import/redo-import-dialog.tsx'
import { WithdrawDialog } from '../sources/withdrawal/withdraw-dialog.tsx'
import { LiveDialog } from '../meeting/live/live-dialog.tsx'
import { CheckDialog } from '../settings/check-dialog.tsx'
import { AttributeDialog } from '../people/dialogs/attribute-dialog.tsx'
import { LinkCaseDialog } from '../people/dialogs/link-case-dialog.tsx'
import { ImportTableDialog } from '../people/import/import-table-dialog.tsx'
import { PasswordDialog } from '../settings/password-dialog.tsx'
import { NewLinkDialog } from '../texts/links/new-link-dialog.tsx'
import { OwnRelations } from '../texts/links/own-relations.tsx'
import { AddAnalyst } from './analyst-badge.tsx'
import { useDialog } from './dialogs.ts'
import { Palette } from './palette/palette.tsx'
import { ShortcutsPage } from './shortcuts-page.tsx'
import { NewProject } from './start/new-project.tsx'

export function DialogHost() {
  const dialog = useDialog()
  switch (dialog.type) {
    case 'none':
      return null
    case 'palette':
      return <Palette />
    case 'shortcuts':
      return <ShortcutsPage />
    case 'newProject':
      return <NewProject />
    case 'addAnalyst':
      return <AddAnalyst />
    case 'editAnalyst':
      return <EditAnalyst analystId={dialog.analystId} />
    case 'import':
      return <ImportDialog paths={dialog.paths} folderId={dialog.folderId} />
    case 'attribute':
      return <AttributeDialog {...dialog} />
    case 'importTable':
      return <ImportTableDialog of={dialog.of} path={dialog.path} />
    case 'linkToCase':
      return <LinkCaseDialog />
    case 'paste':
      return <PasteDialog />
    case 'redoImport':
      return <RedoImportDialog sourceId={dialog.sourceId} />
    case 'withdraw':
      return <WithdrawDialog sourceId={dialog.sourceId} />
    case 'password':
      return <PasswordDialog />
    case 'check':
      return <CheckDialog />
    case 'newLink':
      return <NewLinkDialog {...dialog} />
    case 'live':
      return <LiveDialog />
    case 'relations':
      return <OwnRelations />
    case 'share':
      return <ShareDialog />
    case 'merge':
      return <MergeDialog path={dialog.path} />
    case 'join':
      return <JoinDialog />
    case 'whoWorks':
      return <WhoDialog isNewPlace={dialog.isNewPlace} />
    case 'leaks':
      return <LeakDialog {...dialog} />
    case 'newRound':
      return <NewRoundDialog number={dialog.number} />
    case 'closeRound':
      return <CloseRoundDialog roundId={dialog.roundId} name={dialog.name} />
  }
}
