import { useRef, useState } from 'react'
import type { WorkMap } from '../../../shared/model/institution.ts'
import { act } from '../../app/engine-client.ts'
import { toastWithUndo } from '../../app/history-acts.ts'
import { useT } from '../../app/i18n.ts'
import { select } from '../../app/workspace.ts'
import { Field, FormDialog, Select, TextInput } from '../../ui/index.ts'
import { useWorkThings } from '../../work/work-data.ts'

/** Where on the map a step is to be made. */
export interface StepSpot {
  /** Key of the lane; empty where there is none. */
  lane: string
  week: number | null
}

interface Props {
  map: WorkMap
  spot: StepSpot
  onMade: (key: string) => void
  onClose: () => void
}

/** A new step of one of the map's processes, in the lane and week that were pointed at. */
export function StepDialog({ map, spot, onMade, onClose }: Props) {
  const t = useT()
  const { nameById, processes } = useWorkThings()
  const input = useRef<HTMLInputElement>(null)
  const ids = map.processIds.length > 0 ? map.processIds : processes.map(({ id }) => id)
  const [action, setAction] = useState('')
  const [chosenId, setProcessId] = useState('')
  const processId = chosenId === '' ? (ids[0] ?? '') : chosenId
  const make = async (): Promise<void> => {
    const weeks = spot.week === null ? {} : { weekFrom: spot.week }
    const fields = { processId, action: action.trim(), ...whoAndWhere(map, spot.lane), ...weeks }
    const made = await act('steps.create', { ...fields, onMapId: map.id })
    if (made === undefined) return
    select({ type: 'step', id: made.id })
    onMade(`step:${made.id}`)
    onClose()
    toastWithUndo(t('maps.stepMade', { name: made.action }))
  }
  return (
    <FormDialog
      title={t('maps.newStep')}
      submitLabel={t('maps.newStep')}
      isReady={action.trim() !== '' && processId !== ''}
      initialFocus={input}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <Field label={t('maps.stepAction')} hint={ids.length === 0 ? t('maps.noProcess') : undefined}>
        {(field) => (
          <TextInput
            {...field}
            ref={input}
            value={action}
            onChange={(event) => setAction(event.target.value)}
          />
        )}
      </Field>
      {ids.length > 1 && (
        <Field label={t('institution.column.process')}>
          {(field) => (
            <Select
              {...field}
              value={processId}
              options={ids.map((value) => ({ value, label: nameById.get(value) ?? '' }))}
              onValue={setProcessId}
            />
          )}
        </Field>
      )}
    </FormDialog>
  )
}

/** Who does what stands in a lane, and where, by the lane's key. */
function whoAndWhere(map: WorkMap, lane: string): { actorIds?: string[]; siteId?: string } {
  const [siteId = '', actorId = ''] =
    map.lanesBy === 'actor'
      ? ['', lane]
      : map.lanesBy === 'site'
        ? [lane, '']
        : map.lanesBy === 'none'
          ? ['', '']
          : lane.split('/')
  return {
    ...(actorId === '' ? {} : { actorIds: [actorId] }),
    ...(siteId === '' ? {} : { siteId }),
  }
}
