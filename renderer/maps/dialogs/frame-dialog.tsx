import { useRef, useState } from 'react'
import type { WorkMap } from '../../../shared/model/institution.ts'
import { useT } from '../../app/i18n.ts'
import { Field, FormDialog, TextInput } from '../../ui/index.ts'
import { renameFrame } from '../frames-menu.ts'
import type { MapFrame } from '../frames-menu.ts'
import { refOf } from '../map-keys.ts'
import { updateMap } from '../maps-acts.ts'

interface Props {
  map: WorkMap
  /** A frame that gets another title; without one a frame is made. */
  frame?: MapFrame | undefined
  chosen: readonly string[]
  onClose: () => void
}

/** A frame around the chosen steps; chosen texts stand outside and hold for all of them. */
export function FrameDialog({ map, frame, chosen, onClose }: Props) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState(frame?.title ?? '')
  const idsOf = (type: 'step' | 'text') =>
    chosen
      .map(refOf)
      .filter((ref) => ref.type === type)
      .map(({ id }) => id)
  const [stepIds, textIds] = [idsOf('step'), idsOf('text')]
  const act = t(frame === undefined ? 'maps.makeFrame' : 'maps.renameFrame')
  const steps = t('maps.nSteps', { count: stepIds.length })
  const texts = t('maps.nTexts', { count: textIds.length })
  const hint =
    textIds.length === 0 ? t('maps.frameBare', { steps }) : t('maps.frameHint', { steps, texts })
  const save = async (): Promise<void> => {
    const made = { id: crypto.randomUUID(), title: title.trim(), stepIds, textIds }
    const isDone =
      frame === undefined
        ? await updateMap(map.id, { frames: [...map.frames, made] })
        : await renameFrame(map, frame, title.trim())
    if (isDone) onClose()
  }
  return (
    <FormDialog
      title={act}
      {...(frame === undefined ? { description: hint } : {})}
      submitLabel={act}
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
