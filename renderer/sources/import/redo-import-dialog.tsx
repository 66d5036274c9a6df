import { useRef, useState } from 'react'
import { closeDialog } from '../../app/dialogs.ts'
import { act, useQuery } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { showTask } from '../../app/work.ts'
import { Button, Dialog } from '../../ui/index.ts'
import './import.css'
import { ReflowChoice, TurnsChoice } from './reading-choices.tsx'

/** Reads the kept original of a source again with other choices. */
export function RedoImportDialog({ sourceId }: { sourceId: string }) {
  const t = useT()
  const source = useQuery('sources.get', { sourceId }, ['sources']).data
  const [reflow, setReflow] = useState<'auto' | 'on' | 'off'>('auto')
  const [turns, setTurns] = useState<'auto' | 'off'>('auto')
  const [isBusy, setIsBusy] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const redo = async (): Promise<void> => {
    setIsBusy(true)
    const done = await showTask(t('importing.reading'), (task) =>
      act('sources.redoImport', { sourceId, options: { reflow, turns }, task }),
    )
    setIsBusy(false)
    if (done === undefined) return
    closeDialog()
    toastWithUndo(
      done.placed + done.lost === 0
        ? t('importing.redonePlain')
        : t('importing.redone', { count: done.placed }),
      done.lost === 0 ? undefined : t('importing.redoLost', { count: done.lost }),
    )
  }
  return (
    <Dialog
      title={t('importing.redoTitle', { title: source?.title ?? '' })}
      description={t('importing.redoLead')}
      onClose={closeDialog}
      initialFocus={button}
      footer={
        <>
          <Button variant="quiet" onClick={closeDialog}>
            {t('ui.cancel')}
          </Button>
          <Button ref={button} variant="primary" disabled={isBusy} onClick={() => void redo()}>
            {t('importing.redoRun')}
          </Button>
        </>
      }
    >
      <ReflowChoice value={reflow} onValue={setReflow} />
      <div className="field">
        <span className="field-label">{t('importing.turnsLabel')}</span>
        <TurnsChoice value={turns} onValue={setTurns} />
      </div>
    </Dialog>
  )
}
