import { useState } from 'react'
import { useT } from '../app/i18n.ts'
import { Button, Field, TextInput } from '../ui/index.ts'

export interface NewPassphrase {
  passphrase: string
  repeated: string
}

export const noPassphrase: NewPassphrase = { passphrase: '', repeated: '' }

export function isPassphraseChosen({ passphrase, repeated }: NewPassphrase): boolean {
  return passphrase.trim() !== '' && passphrase === repeated
}

/** Letters and digits that are not taken for each other, when read aloud or written down. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** 20 characters in groups of five: about 99 bits. */
function madePassphrase(): string {
  const characters: string[] = []
  while (characters.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      const letter = letters[byte]
      if (letter !== undefined && characters.length < 20) characters.push(letter)
    }
  }
  return (characters.join('').match(/.{5}/g) ?? []).join('-')
}

interface Props {
  value: NewPassphrase
  onChange: (value: NewPassphrase) => void
}

/** A passphrase that is chosen or made, written twice unless it can be seen. */
export function NewPassphraseFields({ value, onChange }: Props) {
  const t = useT()
  const [isShown, setIsShown] = useState(false)
  const type = isShown ? 'text' : 'password'
  const isDifferent = value.repeated !== '' && value.passphrase !== value.repeated
  const change = (passphrase: string): void =>
    onChange({ passphrase, repeated: isShown ? passphrase : value.repeated })
  return (
    <>
      <Field label={t('meeting.passphrase.label')} hint={t('meeting.passphrase.hint')}>
        {(props) => (
          <span className="meeting-passphrase">
            <TextInput
              {...props}
              type={type}
              autoComplete="new-password"
              value={value.passphrase}
              onChange={(event) => change(event.target.value)}
            />
            <Button
              onClick={() => {
                const passphrase = madePassphrase()
                setIsShown(true)
                onChange({ passphrase, repeated: passphrase })
              }}
            >
              {t('meeting.passphrase.make')}
            </Button>
          </span>
        )}
      </Field>
      {!isShown && (
        <Field
          label={t('meeting.passphrase.repeat')}
          error={isDifferent ? t('meeting.passphrase.differs') : undefined}
        >
          {(props) => (
            <TextInput
              {...props}
              type={type}
              autoComplete="new-password"
              value={value.repeated}
              onChange={(event) => onChange({ ...value, repeated: event.target.value })}
            />
          )}
        </Field>
      )}
      <label className="check-line">
        <input
          type="checkbox"
          checked={isShown}
          onChange={(event) => {
            setIsShown(event.target.checked)
            onChange({
              ...value,
              repeated: event.target.checked ? value.passphrase : '',
            })
          }}
        />
        {t('meeting.passphrase.show')}
      </label>
    </>
  )
}
