import { useRef, useState } from 'react'
import { AnalystMark } from '../app/analyst-badge.tsx'
import { closeDialog } from '../app/dialogs.ts'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { Button, Dialog, Field, TextInput } from '../ui/index.ts'
import './meeting.css'

/** Asked where a file was copied or moved to: who sits here. */
export function WhoDialog() {
  const t = useT()
  const { analysts } = useProject()
  const [name, setName] = useState('')
  const first = useRef<HTMLButtonElement>(null)
  const sitHere = async (analystId: string): Promise<void> => {
    const done = await act('analysts.use', { analystId })
    if (done !== undefined) closeDialog()
  }
  const add = async (): Promise<void> => {
    const made = await act('analysts.create', { name: name.trim() })
    if (made !== undefined) await sitHere(made.id)
  }
  return (
    <Dialog
      title={t('meeting.who.title')}
      description={t('meeting.who.text')}
      width="narrow"
      onClose={closeDialog}
      initialFocus={first}
    >
      <ul className="meeting-who">
        {analysts.map((analyst, at) => (
          <li key={analyst.id}>
            <Button {...(at === 0 ? { ref: first } : {})} onClick={() => void sitHere(analyst.id)}>
              <AnalystMark analyst={analyst} /> {analyst.name}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') void add()
        }}
      >
        <Field label={t('meeting.who.other')}>
          {(props) => (
            <span className="meeting-passphrase">
              <TextInput
                {...props}
                value={name}
                autoComplete="name"
                onChange={(event) => setName(event.target.value)}
              />
              <Button type="submit" disabled={name.trim() === ''}>
                {t('meeting.who.add')}
              </Button>
            </span>
          )}
        </Field>
      </form>
    </Dialog>
  )
}
