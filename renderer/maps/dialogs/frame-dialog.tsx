import { useRef, useState } from 'react'
import type { WorkMap } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { Field, FormDialog, TextInput } from '../../ui/index.ts'
import { refOf } from '../map-keys.ts'
import { updateMap } from '../maps-acts.ts'

interface Props {
  map: WorkMap
  chosen: readonly string[]
  onClose: () => void
}

/** A frame around the chosen steps; chosen texts stand outside and hold for all of them. */
export function FrameDialog({ map, chosen, onClose }: Props) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  const idsOf = (type: 'step' | 'text') =>
    chosen
      .map(refOf)
      .filter((ref) => ref.type === type)
      .map(({ id }) => id)
  const save = async (): Promise<void> => {
    const frame = {
      id: crypto.randomUUID(),
      title: title.trim(),
      stepIds: idsOf('step'),
      textIds: idsOf('text'),
    }
    if (await updateMap(map.id, { frames: [...map.frames, frame] })) onClose()
  }
  return (
    <FormDialog
      title={t('maps.makeFrame')}
      description={t('maps.frameHint', {
        steps: t('maps.nSteps', { count: idsOf('step').length }),
        texts: t('maps.nTexts', { count: idsOf('text').length }),
      })}
      submitLabel={t('maps.makeFrame')}
      isReady
      initialFocus={input}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Field label={t('maps.frameTitle')}>
        {(field) => (
          <TextInput
            {...field}
            ref={input}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
