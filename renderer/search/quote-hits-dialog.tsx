import { useState } from 'react'
import { ask, showFailure } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { WorkStatus } from '../app/work-status.tsx'
import { takeQuotes } from '../quotes/quote-acts.ts'
import { Button, Dialog } from '../ui/index.ts'
import { FoundUnits, UnitField, useFoundUnits, type Unit } from './found-units.tsx'
import type { Spec } from './search-spec.ts'

const pageSize = 1000

/** Takes what was found as quotes: chooses how much around each hit, and hits to leave out. */
export function QuoteHitsDialog({ spec, onClose }: { spec: Spec; onClose: () => void }) {
  const t = useT()
  const [unit, setUnit] = useState<Unit>('sentence')
  const [isTaking, setTaking] = useState(false)
  const units = useFoundUnits(spec, unit)
  const { data, except, chosen } = units
  const perform = async () => {
    setTaking(true)
    const places: { sourceId: string; start: number; end: number }[] = []
    for (let offset = 0; offset < (data?.total ?? 0); offset += pageSize) {
      const page = await ask('search.units', { ...spec, unit, limit: pageSize, offset })
      if (!page.ok) {
        setTaking(false)
        return showFailure(page.error)
      }
      for (const { id, sourceId, start, end } of page.value.items)
        if (!except.has(id)) places.push({ sourceId, start, end })
    }
    onClose()
    await takeQuotes(places)
  }
  return (
    <Dialog
      title={t('quotes.take.title')}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <WorkStatus />
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            disabled={chosen === 0 || isTaking}
            onClick={() => void perform()}
          >
            {t('quotes.take.perform', { count: chosen })}
          </Button>
        </>
      }
    >
      <div className="search-code-fields">
        <UnitField
          label={t('quotes.take.unit')}
          unit={unit}
          onUnit={(value) => {
            setUnit(value)
            units.reset()
          }}
        />
      </div>
      {data !== undefined && data.leftOut > 0 && (
        <p>{t('quotes.take.leftOut', { count: data.leftOut })}</p>
      )}
      <FoundUnits units={units} name={t('quotes.take.preview')} />
    </Dialog>
  )
}
