import { useState } from 'react'
import { codedUnits } from '../../shared/contract/search.ts'
import { useQuery } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useTaskShown } from '../app/work.ts'
import { Button, Segmented } from '../ui/index.ts'
import { HitWords } from './hits-list.tsx'
import { searchTopics, type Spec } from './search-spec.ts'

export type Unit = (typeof codedUnits)[number]

const pageSize = 100

/** How much around each hit is meant. */
export function UnitField(props: { label: string; unit: Unit; onUnit: (unit: Unit) => void }) {
  const { label, unit, onUnit } = props
  const t = useT()
  return (
    <div className="field">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <Segmented
        label={label}
        value={unit}
        options={codedUnits.map((value) => ({ value, label: t(`search.units.${value}`) }))}
        onValue={onUnit}
      />
    </div>
  )
}

/** Units that hits stand in, a page of them at a time, and those that are left out. */
export function useFoundUnits(spec: Spec, unit: Unit) {
  const [offset, setOffset] = useState(0)
  const [except, setExcept] = useState<ReadonlySet<string>>(new Set())
  const t = useT()
  const task = `units ${JSON.stringify([spec, unit, offset])}`
  const asked = { ...spec, unit, limit: pageSize, offset, task }
  const { data, loading } = useQuery('search.units', asked, [...searchTopics, 'rounds'])
  useTaskShown(t('search.counting'), task, loading)
  return {
    data,
    except,
    offset,
    setOffset,
    /** How many are not left out. */
    chosen: (data?.total ?? 0) - except.size,
    toggle: (id: string) => {
      const next = new Set(except)
      if (!next.delete(id)) next.add(id)
      setExcept(next)
    },
    /** With other units, none is left out yet. */
    reset: () => {
      setOffset(0)
      setExcept(new Set())
    },
  }
}

/** The units as a list to look through and to leave out from. */
export function FoundUnits({
  units,
  name,
}: {
  units: ReturnType<typeof useFoundUnits>
  name: string
}) {
  const t = useT()
  const { data, except, offset, setOffset, toggle } = units
  return (
    <>
      <ul className="search-units" aria-label={name}>
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
    </>
  )
}
