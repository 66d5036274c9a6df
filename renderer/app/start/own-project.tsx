import { useState } from 'react'
import type { Ref } from 'react'
import type { Failure } from '../../../shared/contract/errors.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { Button, Field, TextInput } from '../../ui/index.ts'
import { closeDialog } from '../dialogs.ts'
import { callApp } from '../engine-client.ts'
import { useLanguage, useT } from '../i18n.ts'
import { closeProject, currentProject } from '../session.ts'
import { remember, remembered } from '../settings.ts'
import './start.css'

export interface OwnProject {
  analyst: string
  setAnalyst: (name: string) => void
  path: string | null
  choosePlace: () => Promise<string | null>
  failure: Failure | null
  setFailure: (failure: Failure | null) => void
  isBusy: boolean
  /** Asks for the place if there is none, closes what is open, and lets `begin` make the project. */
  make: (begin: (own: Place) => Promise<Failure | undefined>) => Promise<void>
}

interface Place {
  path: string
  analyst: string
}

/** A project file that is about to be made: whose it is, where it is to lie, and how that went. */
export function useOwnProject(title: string, fileName: () => string): OwnProject {
  const known = remembered('analystName')
  const [analyst, setAnalyst] = useState(typeof known === 'string' ? known : '')
  const [path, setPath] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const choosePlace = async (): Promise<string | null> => {
    const chosen = await callApp('app.chooseSave', {
      title,
      defaultName: `${fileName()}.standpoint`,
      filters: [{ name: 'Standpoint', extensions: ['standpoint'] }],
    })
    if (chosen !== null) setPath(chosen)
    return chosen
  }
  const make: OwnProject['make'] = async (begin) => {
    const place = path ?? (await choosePlace())
    if (place === null) return
    setIsBusy(true)
    setFailure(null)
    if (currentProject() !== null) await closeProject()
    const problem = await begin({ path: place, analyst: analyst.trim() })
    setIsBusy(false)
    if (problem?.code === 'task.cancelled') return
    if (problem === undefined) {
      await remember('analystName', analyst.trim())
      closeDialog()
      return
    }
    setFailure(problem)
    // What is wrong with what one joins from says nothing against the place.
    if (!/^(?:sync|live)\./.test(problem.code)) setPath(null)
  }
  return { analyst, setAnalyst, path, choosePlace, failure, setFailure, isBusy, make }
}

/** The fields for it. */
export function OwnProjectFields({
  own,
  label,
  hint,
  first,
}: {
  own: OwnProject
  label: string
  hint: string
  first?: Ref<HTMLInputElement>
}) {
  const t = useT()
  return (
    <>
      <Field label={label} hint={hint}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            value={own.analyst}
            autoComplete="name"
            onChange={(event) => own.setAnalyst(event.target.value)}
          />
        )}
      </Field>
      <FileLine
        label={t('start.create.place')}
        path={own.path}
        none={t('start.create.noPlace')}
        choose={t('start.create.choosePlace')}
        onChoose={() => void own.choosePlace()}
      />
    </>
  )
}

/** A file that is chosen by the dialog of the system, and where it lies. */
export function FileLine({
  label,
  path,
  none,
  choose,
  onChoose,
}: {
  label: string
  path: string | null
  none: string
  choose: string
  onChoose: () => void
}) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="new-project-place">
        <span className="new-project-path" title={path ?? undefined}>
          {path === null ? none : <bdi>{path}</bdi>}
        </span>
        <Button size="small" onClick={onChoose}>
          {choose}
        </Button>
      </div>
    </div>
  )
}

/** Why it did not come about. */
export function DialogProblem({ failure }: { failure: Failure | null }) {
  const language = useLanguage()
  if (failure === null) return null
  const { message, hint } = failureText(language, failure)
  return (
    <div className="dialog-problem" role="alert">
      <b>{message}</b> {hint}
    </div>
  )
}
