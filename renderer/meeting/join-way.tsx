import { useT } from '../app/i18n.ts'
import { Field } from '../ui/index.ts'

export type Way = 'bundle' | 'live'

/** What one joins from: a file a partner sent, or an invitation to a session that is on. */
export function JoinWay({
  way,
  onWay,
  invitation,
  onInvitation,
}: {
  way: Way
  onWay: (way: Way) => void
  invitation: string
  onInvitation: (link: string) => void
}) {
  const t = useT()
  const ways = [
    ['bundle', t('meeting.join.fromBundle')],
    ['live', t('meeting.join.fromLive')],
  ] as const
  return (
    <>
      <fieldset className="meeting-choices">
        <legend>{t('meeting.join.from')}</legend>
        {ways.map(([value, label]) => (
          <label key={value} className="meeting-choice">
            <input type="radio" name="way" checked={way === value} onChange={() => onWay(value)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {way === 'live' && (
        <Field label={t('live.invitation')} hint={t('meeting.join.invitationHint')}>
          {(props) => (
            <textarea
              {...props}
              className="text-input"
              rows={3}
              spellCheck={false}
              placeholder="standpoint://join?…"
              value={invitation}
              onChange={(event) => onInvitation(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}
