import { useRef, useState } from 'react'
import { closeDialog } from '../app/dialogs.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { Field, FormDialog, TextInput } from '../ui/index.ts'
import '../meeting/meeting.css'
import './rounds.css'

/** Who reads what in a new round, with which codes, and whether they see each other's codings. */
export function NewRoundDialog({ number }: { number: number }) {
  const t = useT()
  const { analysts } = useProject()
  const sources = useQuery('sources.list', {}, ['sources']).data?.items ?? []
  const codes = useQuery('codes.list', {}, ['codes']).data?.items ?? []
  const [name, setName] = useState(t('rounds.defaultName', { number }))
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [isBlind, setIsBlind] = useState(true)
  const [isLimited, setIsLimited] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const chosen = (things: readonly { id: string }[]) =>
    things.map(({ id }) => id).filter((id) => !leftOut.has(id))
  const isReady = name.trim() !== '' && chosen(sources).length > 0 && chosen(analysts).length > 0
  const create = async (): Promise<void> => {
    const made = await act('rounds.create', {
      name: name.trim(),
      sourceIds: chosen(sources),
      analystIds: chosen(analysts),
      codeIds: isLimited ? codes.map(({ id }) => id) : null,
      isBlind,
    })
    if (made !== undefined) closeDialog()
  }
  const choice = (id: string, label: string) => (
    <label key={id} className="meeting-choice">
      <input
        type="checkbox"
        checked={!leftOut.has(id)}
        onChange={(event) => {
          const next = new Set(leftOut)
          if (event.target.checked) next.delete(id)
          else next.add(id)
          setLeftOut(next)
        }}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <FormDialog
      title={t('rounds.newTitle')}
      submitLabel={t('rounds.create')}
      isReady={isReady}
      onSubmit={() => void create()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <Field label={t('rounds.name')}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="round-choices">
        <legend>{t('rounds.sources')}</legend>
        {sources.map(({ id, title }) => choice(id, title))}
      </fieldset>
      <fieldset className="round-choices">
        <legend>{t('rounds.analysts')}</legend>
        {analysts.map((analyst) => choice(analyst.id, analyst.name))}
        {analysts.length === 1 && <p className="meeting-hint">{t('rounds.alone')}</p>}
      </fieldset>
      <Choice
        legend={t('rounds.codes')}
        name="codes"
        isSecond={isLimited}
        onChange={setIsLimited}
        options={[{ label: t('rounds.allCodes') }, { label: t('rounds.someCodes') }]}
      />
      <Choice
        legend={t('rounds.seen')}
        name="blind"
        isSecond={!isBlind}
        onChange={(isOpen) => setIsBlind(!isOpen)}
        options={[
          { label: t('rounds.blind'), hint: t('rounds.blindHint') },
          { label: t('rounds.open'), hint: t('rounds.openHint') },
        ]}
      />
    </FormDialog>
  )
}

function Choice(props: {
  legend: string
  name: string
  isSecond: boolean
  onChange: (isSecond: boolean) => void
  options: readonly { label: string; hint?: string }[]
}) {
  return (
    <fieldset className="meeting-choices">
      <legend>{props.legend}</legend>
      {props.options.map(({ label, hint }, at) => (
        <label key={label} className="meeting-choice">
          <input
            type="radio"
            name={props.name}
            checked={props.isSecond === (at === 1)}
            onChange={() => props.onChange(at === 1)}
          />
          <span>
            {label}
            {hint !== undefined && <span className="meeting-hint">{hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Asked once before a part is closed, because the last one to close opens the layers to all. */
export function CloseRoundDialog({ roundId, name }: { roundId: string; name: string }) {
  const t = useT()
  const none = useRef<HTMLElement>(null)
  const close = async (): Promise<void> => {
    const done = await act('rounds.close', { roundId })
    if (done !== undefined) closeDialog()
  }
  return (
    <FormDialog
      title={t('rounds.closeTitle', { name })}
      description={t('rounds.closeText')}
      submitLabel={t('rounds.closeMine')}
      isReady
      onSubmit={() => void close()}
      onClose={closeDialog}
      initialFocus={none}
    >
      {null}
    </FormDialog>
  )
}
