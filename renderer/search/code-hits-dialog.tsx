import { useState } from 'react'
import { codedUnits } from '../../shared/contract/search.ts'
import { act, useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { toast } from '../app/toast.ts'
import { showTask } from '../app/work.ts'
import { useCodes } from '../codes/code-data.ts'
import { Button, Dialog, Field, Segmented, Select, TextInput } from '../ui/index.ts'
import { HitWords } from './hits-list.tsx'
import { searchTopics, type Spec } from './search-spec.ts'

const pageSize = 100

/** Codes what was found: chooses how much around each hit, the code, and hits to leave out. */
export function CodeHitsDialog({ spec, onClose }: { spec: Spec; onClose: () => void }) {
  const t = useT()
  const { codes } = useCodes()
  const [unit, setUnit] = useState<(typeof codedUnits)[number]>('hit')
  const [codeId, setCodeId] = useState('')
  const [name, setName] = useState('')
  const [offset, setOffset] = useState(0)
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const asked = { ...spec, unit, limit: pageSize, offset }
  const { data } = useQuery('search.units', asked, [...searchTopics, 'rounds'])
  const chosen = (data?.total ?? 0) - except.size
  const isReady = chosen > 0 && (codeId !== '' || name.trim() !== '')
  const toggle = (id: string) => {
    const next = new Set(except)
    if (!next.delete(id)) next.add(id)
    setExcept(next)
  }
  const perform = async () => {
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
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabled={!isReady} onClick={() => void perform()}>
            {t('search.code.perform', { count: chosen })}
          </Button>
        </>
      }
    >
      <div className="search-code-fields">
        <div className="field">
          <span className="field-label" aria-hidden>
            {t('search.code.unit')}
          </span>
          <Segmented
            label={t('search.code.unit')}
            value={unit}
            options={codedUnits.map((value) => ({ value, label: t(`search.units.${value}`) }))}
            onValue={(value) => {
              setUnit(value)
              setOffset(0)
              setExcept(new Set())
            }}
          />
        </div>
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
      <ul className="search-units" aria-label={t('search.code.preview')}>
        {data?.items.map((item) => (
          <li key={item.id}>
            <label>
              <input
                type="checkbox"
                checked={!except.has(item.id)}
                onChange={() => toggle(item.id)}
              />
              <span className="search-unit">
                <HitWords hit={item} />
              </span>
              <span className="search-where">{item.sourceTitle}</span>
            </label>
          </li>
        ))}
      </ul>
      {data !== undefined && data.total > pageSize && (
        <div className="search-choices">
          <Button
            size="small"
            disabled={offset === 0}
            onClick={() => setOffset(Math.max(0, offset - pageSize))}
          >
            {t('search.code.earlier')}
          </Button>
          <Button
            size="small"
            disabled={offset + pageSize >= data.total}
            onClick={() => setOffset(offset + pageSize)}
          >
            {t('search.code.later')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}
