import type { LinkEnd, Process, WorkMap } from '../../shared/model/institution.ts'
import { act } from '../app/engine-client.ts'
import type { MenuEntry } from '../ui/index.ts'
import { processName, useSteps, useWorkThings } from '../work/work-data.ts'

/** The processes of the project, each to be put on the map with its steps or taken off. */
export function useProcessMenu(map: WorkMap): MenuEntry[] {
  const { processes } = useWorkThings()
  const steps = useSteps()
  const toggle = async (process: Process): Promise<void> => {
    const isOn = map.processIds.includes(process.id)
    const processIds = isOn
      ? map.processIds.filter((id) => id !== process.id)
      : [...map.processIds, process.id]
    if ((await act('maps.update', { mapId: map.id, processIds })) === undefined) return
    const own = (steps ?? []).filter(
      (step) => step.processId === process.id && step.mergedIntoId === null,
    )
    const stepRefs = own.map(({ id }): LinkEnd => ({ type: 'step', id }))
    if (stepRefs.length === 0) return
    if (isOn) {
      await act('maps.remove', { mapId: map.id, refs: stepRefs })
      return
    }
    const texts = new Set(own.flatMap(({ textInIds, textOutIds }) => [...textInIds, ...textOutIds]))
    const textRefs = [...texts].map((id): LinkEnd => ({ type: 'text', id }))
    await act('maps.place', {
      mapId: map.id,
      nodes: [...stepRefs, ...textRefs].map((ref) => ({ ref })),
    })
  }
  return processes.map((process) => ({
    label: processName(process),
    isChecked: map.processIds.includes(process.id),
    perform: () => void toggle(process),
  }))
}
