import { useRef, useState } from 'react'
import type { LinkEnd, WorkMap } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { FormDialog } from '../../ui/index.ts'
import { ThingPicker } from '../../work/thing-picker.tsx'
import { refOf } from '../map-keys.ts'
import { addNodes } from '../maps-acts.ts'
import type { PickerThing } from '../../work/thing-search.ts'

interface Props {
  map: WorkMap
  things: readonly PickerThing[]
  onClose: () => void
}

/** Puts texts, clauses, steps and actors on the map, found by a few letters. */
export function AddDialog({ map, things, onClose }: Props) {
  const t = useT()
  const [keys, setKeys] = useState<readonly string[]>([])
  const place = useRef<HTMLElement>(null)
  const add = async (): Promise<void> => {
    const refs = keys.map((key): LinkEnd => refOf(key))
    if (await addNodes(map.id, refs)) onClose()
  }
  return (
    <FormDialog
      title={t('maps.addTitle')}
      description={t('maps.addHint')}
      submitLabel={t('maps.add')}
      isReady={keys.length > 0}
      initialFocus={place}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <div
        ref={(element) => {
          place.current = element?.querySelector('input') ?? null
        }}
        className="map-picker"
      >
        <ThingPicker
          label={t('maps.addFind')}
          placeholder={t('maps.addFind')}
          things={things}
          value={keys}
          onChange={setKeys}
        />
      </div>
    </FormDialog>
  )
}
