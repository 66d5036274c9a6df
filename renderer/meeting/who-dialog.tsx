import { Check } from 'lucide-react'
import { useRef, useState } from 'react'
import { workAs } from '../app/analyst-acts.ts'
import { AnalystMark } from '../app/analyst-badge.tsx'
import { closeDialog } from '../app/dialogs.ts'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { Button, Dialog, Field, TextInput } from '../ui/index.ts'
import './meeting.css'

/** Who sits here: asked where a file was copied or moved to, and when somebody else sits down. */
export function WhoDialog({ isNewPlace }: { isNewPlace: boolean }) {
  const t = useT()
  const { analysts, analystId: presentId } = useProject()
  const [name, setName] = useState('')
  // Where nobody sat before, no name is taken by a key that was meant for something else.
  const someoneElse = useRef<HTMLInputElement>(null)
  const present = useRef<HTMLButtonElement>(null)
  const sitHere = async (analyst: { id: string; name: string }): Promise<void> => {
    const isDone = isNewPlace
      ? (await act('analysts.use', { analystId: analyst.id })) !== undefined
      : await workAs(analyst)
    if (isDone) closeDialog()
  }
  const add = async (): Promise<void> => {
    const made = await act('analysts.create', { name: name.trim() })
    if (made !== undefined) await sitHere({ id: made.id, name: name.trim() })
  }
  return (
    <Dialog
      title={t('meeting.who.title')}
      description={t(isNewPlace ? 'meeting.who.text' : 'app.analyst.lead')}
      width="narrow"
      onClose={closeDialog}
      initialFocus={isNewPlace ? someoneElse : present}
    >
      <ul className="meeting-who">
        {analysts.map((analyst) => (
          <li key={analyst.id}>
            <Button
              {...(analyst.id === presentId ? { ref: present } : {})}
              onClick={() => void sitHere(analyst)}
            >
              <AnalystMark analyst={analyst} /> {analyst.name}
              {!isNewPlace && analyst.id === presentId && (
                <Check size={14} aria-label={t('app.analyst.present')} />
              )}
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
                ref={someoneElse}
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
