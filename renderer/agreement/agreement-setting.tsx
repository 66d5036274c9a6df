import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useIsReadOnly } from '../app/session.ts'
import { Segmented } from '../ui/index.ts'
import { useAgreementList } from './agreement-data.ts'

/** Whether this project shows agreement measures; a row of its settings. */
export function AgreementSetting() {
  const t = useT()
  const isReadOnly = useIsReadOnly()
  const { shown } = useAgreementList()
  if (shown === undefined) return null
  return (
    <div className="settings-row">
      <span className="settings-name">{t('agreement.measures')}</span>
      <div>
        {isReadOnly ? (
          <p>{t(shown ? 'agreement.settingsOn' : 'agreement.settingsOff')}</p>
        ) : (
          <Segmented
            label={t('agreement.measures')}
            value={shown ? 'on' : 'off'}
            options={[
              { value: 'off', label: t('agreement.settingsOff') },
              { value: 'on', label: t('agreement.settingsOn') },
            ]}
            onValue={(value) => void act('agreement.show', { shown: value === 'on' })}
          />
        )}
        <p className="settings-lead">{t('agreement.settingsHint')}</p>
      </div>
    </div>
  )
}
