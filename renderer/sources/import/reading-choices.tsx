import { useT } from '../../app/i18n.ts'
import { Segmented } from '../../ui/index.ts'

interface ChoiceProps<V> {
  value: V
  onValue: (value: V) => void
}

/** Whether lines are put together to paragraphs. */
export function ReflowChoice({ value, onValue }: ChoiceProps<'auto' | 'on' | 'off'>) {
  const t = useT()
  return (
    <div className="field">
      <span className="field-label">{t('importing.reflow')}</span>
      <Segmented
        label={t('importing.reflow')}
        value={value}
        options={[
          { value: 'auto', label: t('importing.reflowAuto') },
          { value: 'on', label: t('importing.reflowOn') },
          { value: 'off', label: t('importing.reflowOff') },
        ]}
        onValue={onValue}
      />
      <span className="field-hint">{t('importing.reflowHint')}</span>
    </div>
  )
}

/** Whether speaker turns are recognised. */
export function TurnsChoice({ value, onValue }: ChoiceProps<'auto' | 'off'>) {
  const t = useT()
  return (
    <Segmented
      label={t('importing.turnsLabel')}
      value={value}
      options={[
        { value: 'auto', label: t('importing.turnsAuto') },
        { value: 'off', label: t('importing.turnsOff') },
      ]}
      onValue={onValue}
    />
  )
}
