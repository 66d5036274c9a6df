import type { WorkMap } from '../../shared/model/institution.ts'
import { text } from '../app/i18n.ts'
import { toastWithUndo } from '../app/history-acts.ts'
import type { MenuEntry } from '../ui/index.ts'
import { refOf } from './map-keys.ts'
import { updateMap } from './maps-acts.ts'

export type MapFrame = WorkMap['frames'][number]

/** Making a frame around what is chosen, and what can be done with those that are there. */
export function framesMenu(
  map: WorkMap,
  chosen: readonly string[],
  acts: { make: () => void; rename: (frame: MapFrame) => void },
): MenuEntry[] {
  return [
    {
      label: text('maps.makeFrame'),
      isDisabled: !chosen.some((key) => key.startsWith('step:')),
      perform: acts.make,
    },
    map.frames.length === 0 ? { heading: text('maps.frameNone') } : 'separator',
    ...map.frames.map((frame): MenuEntry => ({
      label: frame.title || text('maps.unnamedFrame'),
      items: [
        { label: text('maps.renameFrame'), perform: () => acts.rename(frame) },
        {
          label: text('maps.intoFrame'),
          isDisabled: withChosen(frame, chosen) === null,
          perform: () => void change(map, frame, withChosen(frame, chosen)),
        },
        {
          label: text('maps.outOfFrame'),
          isDisabled: withoutChosen(map, frame, chosen) === null,
          perform: () => void change(map, frame, withoutChosen(map, frame, chosen)),
        },
        { label: text('maps.removeFrame'), perform: () => void remove(map, frame) },
      ],
    })),
  ]
}

export function renameFrame(map: WorkMap, frame: MapFrame, title: string): Promise<boolean> {
  return change(map, frame, { ...frame, title })
}

async function change(map: WorkMap, frame: MapFrame, next: MapFrame | null): Promise<boolean> {
  if (next === null) return false
  const frames = map.frames.map((one) => (one.id === frame.id ? next : one))
  return await updateMap(map.id, { frames })
}

async function remove(map: WorkMap, frame: MapFrame): Promise<void> {
  const frames = map.frames.filter(({ id }) => id !== frame.id)
  if (!(await updateMap(map.id, { frames }))) return
  const name = frame.title || text('maps.unnamedFrame')
  toastWithUndo(text('maps.frameRemoved', { name }), text('maps.frameRemovedHint'))
}

/** The frame with the chosen steps inside and the chosen texts tied to it; null: it has them all. */
function withChosen(frame: MapFrame, chosen: readonly string[]): MapFrame | null {
  const { steps, texts } = idsOf(chosen)
  // Around all steps there is none to be added.
  const stepIds = frame.stepIds.length === 0 ? [] : [...new Set([...frame.stepIds, ...steps])]
  const textIds = [...new Set([...frame.textIds, ...texts])]
  const isSame = stepIds.length === frame.stepIds.length && textIds.length === frame.textIds.length
  return isSame ? null : { ...frame, stepIds, textIds }
}

/** The frame without what is chosen; null: nothing of it is, or no step would be left. */
function withoutChosen(map: WorkMap, frame: MapFrame, chosen: readonly string[]): MapFrame | null {
  const { steps, texts } = idsOf(chosen)
  const all = map.nodes.flatMap(({ ref }) => (ref.type === 'step' ? [ref.id] : []))
  const inside = frame.stepIds.length === 0 ? all : frame.stepIds
  const stepIds = inside.filter((id) => !steps.includes(id))
  const textIds = frame.textIds.filter((id) => !texts.includes(id))
  if (stepIds.length === inside.length) {
    if (textIds.length === frame.textIds.length) return null
    return { ...frame, textIds }
  }
  return stepIds.length === 0 ? null : { ...frame, stepIds, textIds }
}

function idsOf(chosen: readonly string[]): { steps: string[]; texts: string[] } {
  const refs = chosen.map(refOf)
  const of = (type: string) => refs.filter((ref) => ref.type === type).map(({ id }) => id)
  return { steps: of('step'), texts: of('text') }
}
