import { useState } from 'react'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { WorkStatus } from '../app/work-status.tsx'
import { toast } from '../app/toast.ts'
import { showTask } from '../app/work.ts'
import { useCodes } from '../codes/code-data.ts'
import { Button, Dialog, Field, Select, TextInput } from '../ui/index.ts'
import { FoundUnits, UnitField, useFoundUnits, type Unit } from './found-units.tsx'
import type { Spec } from './search-spec.ts'

/** Codes what was found: chooses how much around each hit, the code, and hits to leave out. */
export function CodeHitsDialog({ spec, onClose }: { spec: Spec; onClose: () => void }) {
  const t = useT()
  const { codes } = useCodes()
  const [unit, setUnit] = useState<Unit>('hit')
  const [codeId, setCodeId] = useState('')
  const [name, setName] = useState('')
  const [isCoding, setCoding] = useState(false)
  const units = useFoundUnits(spec, unit)
  const { data, except, chosen } = units
  const isReady = chosen > 0 && (codeId !== '' || name.trim() !== '')
  const perform = async () => {
    setCoding(true)
    const done = await showTask(t('search.code.working'), (task) =>
      act('search.code', {
        ...spec,
        unit,
        except: [...except],
        ...(codeId === '' ? { newCode: { name: name.trim() } } : { codeIds: [codeId] }),
        ...(data === undefined ? {} : { expected: data.total }),
        task,
      }),
    )
    setCoding(false)
    if (done === undefined) return
    toast({ text: t('search.code.done', { count: done.codings }) })
    onClose()
  }
  return (
    <Dialog
      title={t('search.code.title')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <WorkStatus />
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabled={!isReady || isCoding} onClick={() => void perform()}>
            {t('search.code.perform', { count: chosen })}
          </Button>
        </>
      }
    >
      <div className="search-code-fields">
        <UnitField
          label={t('search.code.unit')}
          unit={unit}
          onUnit={(value) => {
            setUnit(value)
            units.reset()
          }}
        />
        <Field label={t('search.code.code')}>
          {(field) => (
            <Select
              {...field}
              value={codeId}
              options={[
                { value: '', label: t('search.code.newCode') },
                ...codes.map((code) => ({ value: code.id, label: code.name })),
              ]}
              onValue={setCodeId}
            />
          )}
        </Field>
        {codeId === '' && (
          <Field label={t('search.code.name')}>
            {(field) => (
              <TextInput
                {...field}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        )}
      </div>
      {data !== undefined && data.leftOut > 0 && (
        <p>{t('search.code.leftOut', { count: data.leftOut })}</p>
      )}
      <FoundUnits units={units} name={t('search.code.preview')} />
    </Dialog>
  )
}
