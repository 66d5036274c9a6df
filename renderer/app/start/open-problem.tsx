import { useRef, useState } from 'react'
import { failureText } from '../../../shared/i18n/index.ts'
import { Button, Dialog, Field, FormDialog, TextInput } from '../../ui/index.ts'
import { useLanguage, useT } from '../i18n.ts'
import {
  chooseAndOpen,
  dismissProblem,
  openProject,
  repairAndOpen,
  useSession,
} from '../session.ts'
import type { OpenProblem } from '../session.ts'

/** What a refused opening asks of the person: a password, reading only, or another file. */
export function OpenProblemDialog() {
  const problem = useSession((session) => session.problem)
  if (problem === null) return null
  const { code } = problem.failure
  if (code === 'project.needsPassword' || code === 'project.wrongPassword') {
    return <PasswordPrompt problem={problem} />
  }
  return <Refusal problem={problem} />
}

function PasswordPrompt({ problem }: { problem: OpenProblem }) {
  const t = useT()
  const [password, setPassword] = useState('')
  const first = useRef<HTMLInputElement>(null)
  const opening = useSession((session) => session.opening)
  const isWrong = problem.failure.code === 'project.wrongPassword'
  return (
    <FormDialog
      title={t('start.open.passwordTitle')}
      description={fileName(problem.path)}
      submitLabel={t('start.open.open')}
      isReady={password !== '' && opening === null}
      onSubmit={() => void openProject(problem.path, { password, readOnly: problem.readOnly })}
      onClose={dismissProblem}
      initialFocus={first}
    >
      <Field label={t('start.open.password')} error={isWrong ? t('start.open.wrong') : undefined}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}

function Refusal({ problem }: { problem: OpenProblem }) {
  const t = useT()
  const language = useLanguage()
  const isLocked = problem.failure.code === 'project.locked'
  const isDamaged = problem.failure.code === 'project.damaged'
  const words = failureText(language, problem.failure)
  return (
    <Dialog
      title={t(isLocked ? 'start.open.lockedTitle' : 'start.open.failedTitle')}
      width="narrow"
      onClose={dismissProblem}
      footer={
        <>
          <Button variant="quiet" onClick={dismissProblem}>
            {t('ui.cancel')}
          </Button>
          {isLocked ? (
            <>
              <Button onClick={() => void openProject(problem.path)}>
                {t('start.open.tryAgain')}
              </Button>
              <Button
                variant="primary"
                onClick={() => void openProject(problem.path, { readOnly: true })}
              >
                {t('start.open.readOnly')}
              </Button>
            </>
          ) : (
            <>
              {isDamaged && (
                <Button onClick={() => void repairAndOpen(problem)}>
                  {t('start.open.repair')}
                </Button>
              )}
              <Button
                variant="primary"
                onClick={() => {
                  dismissProblem()
                  void chooseAndOpen()
                }}
              >
                {t(isDamaged ? 'start.open.chooseBackup' : 'start.openProject')}
              </Button>
            </>
          )}
        </>
      }
    >
      <p className="dialog-words">{isLocked ? t('start.open.lockedText') : words.message}</p>
      {!isLocked && <p className="dialog-words dialog-words-muted">{words.hint}</p>}
    </Dialog>
  )
}

function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
