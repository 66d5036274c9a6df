import type { RefObject } from 'react'
import { Field, TextInput } from '../../ui/index.ts'
import { useT } from '../i18n.ts'

/** A password that is being chosen, written twice. */
export interface NewPassword {
  password: string
  repeated: string
}

export const noPassword: NewPassword = { password: '', repeated: '' }

export function isPasswordChosen({ password, repeated }: NewPassword): boolean {
  return password !== '' && password === repeated
}

interface Props {
  value: NewPassword
  onChange: (value: NewPassword) => void
  /** Gets the field that is written in first. */
  first?: RefObject<HTMLInputElement | null>
}

/** The two fields of a new password, with what is at stake and whether they agree. */
export function NewPasswordFields({ value, onChange, first }: Props) {
  const t = useT()
  const isDifferent = value.repeated !== '' && value.password !== value.repeated
  return (
    <>
      <Field label={t('start.create.password')} hint={t('start.create.passwordHint')}>
        {(props) => (
          <TextInput
            {...props}
            {...(first === undefined ? {} : { ref: first })}
            type="password"
            autoComplete="new-password"
            value={value.password}
            onChange={(event) => onChange({ ...value, password: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t('start.create.repeat')}
        error={isDifferent ? t('start.create.differs') : undefined}
      >
        {(props) => (
          <TextInput
            {...props}
            type="password"
            autoComplete="new-password"
            value={value.repeated}
            onChange={(event) => onChange({ ...value, repeated: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
