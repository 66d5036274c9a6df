import { useRef, useState } from 'react'
import type { Analyst } from '../../shared/model/entities.ts'
import { closeDialog } from '../app/dialogs.ts'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { codeHues, nearestHue } from '../codes/code-hues.ts'
import { Field, FormDialog, hueStyle, TextInput } from '../ui/index.ts'
import './people.css'

/** Everything the project says of an analyst, in one form. */
export function EditAnalyst({ analystId }: { analystId: string }) {
  const analyst = useProject().analysts.find(({ id }) => id === analystId)
  return analyst === undefined ? null : <AnalystForm analyst={analyst} />
}

function AnalystForm({ analyst }: { analyst: Analyst }) {
  const t = useT()
  const [name, setName] = useState(analyst.name)
  const [initials, setInitials] = useState(analyst.initials)
  const [hue, setHue] = useState(analyst.hue)
  const [position, setPosition] = useState(analyst.position)
  const first = useRef<HTMLInputElement>(null)
  const save = async (): Promise<void> => {
    const wanted = { name: name.trim(), initials: initials.trim(), hue, position: position.trim() }
    const changes = Object.fromEntries(
      Object.entries(wanted).filter(([key, value]) => value !== analyst[key as keyof Analyst]),
    )
    if (Object.keys(changes).length > 0) {
      const done = await act('analysts.update', { analystId: analyst.id, ...changes })
      if (done === undefined) return
    }
    closeDialog()
  }
  return (
    <FormDialog
      title={t('app.analyst.editTitle', { name: analyst.name })}
      submitLabel={t('app.analyst.save')}
      isReady={name.trim() !== '' && initials.trim() !== ''}
      onSubmit={() => void save()}
      onClose={closeDialog}
      initialFocus={first}
    >
      <Field label={t('app.analyst.name')}>
        {(props) => (
          <TextInput
            {...props}
            ref={first}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('app.analyst.initials')} hint={t('app.analyst.initialsShown')}>
        {(props) => (
          <TextInput
            {...props}
            value={initials}
            maxLength={4}
            onChange={(event) => setInitials(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="analyst-hues">
        <legend>{t('app.analyst.colour')}</legend>
        {codeHues.map((each) => (
          <label key={each} className="analyst-hue" style={hueStyle(each)}>
            <input
              type="radio"
              name="hue"
              checked={each === nearestHue(hue)}
              aria-label={t(`codes.hue_${each}`)}
              title={t(`codes.hue_${each}`)}
              onChange={() => setHue(each)}
            />
          </label>
        ))}
      </fieldset>
      <Field label={t('app.analyst.position')} hint={t('app.analyst.positionHint')}>
        {(props) => (
          <textarea
            {...props}
            className="text-input analyst-position"
            rows={3}
            value={position}
            onChange={(event) => setPosition(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
