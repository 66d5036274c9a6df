import { Check, CircleAlert } from 'lucide-react'
import { useRef } from 'react'
import { closeDialog } from '../app/dialogs.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { openView } from '../app/workspace.ts'
import { Button, Dialog } from '../ui/index.ts'
import './check-dialog.css'
import { useCheck, type CheckResult, type CheckState } from './use-check.ts'

/** Checks the open project, says in words what came of it, and what to do. */
export function CheckDialog() {
  const t = useT()
  const { readOnly } = useProject()
  const button = useRef<HTMLButtonElement>(null)
  const { state, check, repair, cancel } = useCheck(closeDialog)
  const isWorking = state.phase === 'working'
  const hasProblems = state.phase === 'done' && !state.result.clean
  return (
    <Dialog
      title={t('settings.check.title')}
      description={t('settings.check.lead')}
      onClose={isWorking ? () => void cancel() : closeDialog}
      initialFocus={button}
      footer={
        <>
          {hasProblems && !readOnly && (
            <Button onClick={() => void repair()}>{t('settings.check.repair')}</Button>
          )}
          {state.phase === 'repaired' && (
            <Button onClick={() => void check()}>{t('settings.check.again')}</Button>
          )}
          <Button
            ref={button}
            variant={isWorking ? 'plain' : 'primary'}
            onClick={isWorking ? () => void cancel() : closeDialog}
          >
            {t(isWorking ? 'app.status.stop' : 'ui.close')}
          </Button>
        </>
      }
    >
      <Body state={state} isReadOnly={readOnly} />
    </Dialog>
  )
}

function Body({ state, isReadOnly }: { state: CheckState; isReadOnly: boolean }) {
  const t = useT()
  if (state.phase === 'working') {
    const words =
      state.part === null || state.isRepairing
        ? t(state.isRepairing ? 'settings.check.repairing' : 'settings.check.checking')
        : t(`settings.check.doing_${state.part}`)
    return (
      <div className="check-progress">
        {state.share === null ? (
          <progress aria-label={t('settings.check.title')} />
        ) : (
          <progress value={state.share} max={1} aria-label={t('settings.check.title')} />
        )}
        <p role="status">{words}</p>
      </div>
    )
  }
  if (state.phase === 'repaired') return <Repaired {...state} />
  return <Result result={state.result} isReadOnly={isReadOnly} />
}

function Result({ result, isReadOnly }: { result: CheckResult; isReadOnly: boolean }) {
  const t = useT()
  return (
    <>
      <p className="check-verdict" role="status">
        {result.clean
          ? t('settings.check.clean')
          : t('settings.check.found', { count: result.problems.length })}
      </p>
      <ul className="check-parts">
        {result.parts.map(({ part, problems }) => (
          <li key={part} className={problems.length === 0 ? 'check-good' : 'check-bad'}>
            {problems.length === 0 ? (
              <Check size={15} strokeWidth={1.75} aria-hidden />
            ) : (
              <CircleAlert size={15} strokeWidth={1.75} aria-hidden />
            )}
            <span>
              {t(
                problems.length === 0
                  ? `settings.check.good_${part}`
                  : `settings.check.bad_${part}`,
              )}
            </span>
          </li>
        ))}
      </ul>
      {result.toSettle.length > 0 && (
        <>
          <p className="dialog-words">{t('settings.check.toSettle')}</p>
          <ul className="check-settle">
            {result.toSettle.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {!result.clean && (
        <>
          <p className="dialog-words">
            {t(isReadOnly ? 'settings.check.todoReadOnly' : 'settings.check.todo')}
          </p>
          <BackupsLink />
          <Details lines={result.problems} />
        </>
      )}
    </>
  )
}

function Repaired({ unread, kept }: { unread: string[]; kept: string | null }) {
  const t = useT()
  return (
    <>
      <p className="check-verdict" role="status">
        {unread.length === 0
          ? t('settings.check.repaired')
          : t('settings.check.lost', { count: unread.length })}
      </p>
      {kept !== null && <p className="dialog-words">{t('settings.check.kept', { path: kept })}</p>}
      {unread.length > 0 && (
        <>
          <BackupsLink />
          <Details lines={unread} />
        </>
      )}
    </>
  )
}

function BackupsLink() {
  const t = useT()
  const show = (): void => {
    closeDialog()
    openView({ type: 'settings' })
  }
  return (
    <p>
      <Button variant="quiet" size="small" onClick={show}>
        {t('settings.check.showBackups')}
      </Button>
    </p>
  )
}

/** What a person who helps will ask for; so many lines are enough to see what is wrong. */
function Details({ lines }: { lines: readonly string[] }) {
  const t = useT()
  return (
    <details className="check-details">
      <summary>{t('settings.check.details')}</summary>
      <ul tabIndex={0} aria-label={t('settings.check.details')}>
        {lines.slice(0, 200).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
