import { useRef, useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { Field, FormDialog, Segmented, TextInput } from '../../ui/index.ts'
import { processName, useWorkThings } from '../../work/work-data.ts'
import { createMap } from '../maps-acts.ts'

const kinds = ['process', 'hierarchy', 'empty'] as const
type Kind = (typeof kinds)[number]

/** What a new map begins with: processes, all linked texts, or nothing. */
export function NewMapDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const { processes, isReady } = useWorkThings()
  const input = useRef<HTMLInputElement>(null)
  const [chosenKind, setKind] = useState<Kind | null>(null)
  const [chosenIds, setIds] = useState<readonly string[] | null>(null)
  const [name, setName] = useState<string | null>(null)
  const kind = chosenKind ?? (processes.length > 0 ? 'process' : 'hierarchy')
  const only = processes.length === 1 ? processes.map(({ id }) => id) : []
  const ids = chosenIds ?? only
  const taken = processes.filter(({ id }) => ids.includes(id))
  const proposal =
    kind === 'process'
      ? taken.map(processName).join(' · ')
      : t(kind === 'hierarchy' ? 'maps.hierarchyName' : 'maps.emptyName')
  const isComplete = kind !== 'process' || taken.length > 0
  const make = async (): Promise<void> => {
    const made = await createMap({
      name: (name ?? proposal).trim() || t('maps.emptyName'),
      kind: kind === 'hierarchy' ? 'hierarchy' : 'process',
      ...(kind === 'process' ? { processIds: taken.map(({ id }) => id) } : {}),
      ...(kind === 'empty' ? { nodes: [] } : {}),
    })
    if (made !== undefined) onClose()
  }
  return (
    <FormDialog
      title={t('maps.new')}
      submitLabel={t('maps.make')}
      isReady={isReady && isComplete}
      initialFocus={input}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <Field label={t('maps.name')}>
        {(field) => (
          <TextInput
            {...field}
            ref={input}
            placeholder={proposal}
            value={name ?? ''}
            onChange={(event) => setName(event.target.value === '' ? null : event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <span className="field-label">{t('maps.begin')}</span>
        <Segmented
          label={t('maps.begin')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`maps.begin_${value}`) }))}
          onValue={setKind}
        />
        <p className="field-hint">{t(`maps.beginHint_${kind}`)}</p>
      </div>
      {kind === 'process' && (
        <fieldset className="map-processes">
          <legend className="visually-hidden">{t('maps.processes')}</legend>
          {processes.length === 0 && <p className="field-hint">{t('maps.noProcess')}</p>}
          {processes.map((process) => (
            <label key={process.id}>
              <input
                type="checkbox"
                checked={ids.includes(process.id)}
                onChange={(event) =>
                  setIds(
                    event.target.checked
                      ? [...ids, process.id]
                      : ids.filter((id) => id !== process.id),
                  )
                }
              />
              {processName(process)}
              <span>{t(`institution.perspective.${process.perspective}`)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </FormDialog>
  )
}
