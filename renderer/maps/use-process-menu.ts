import type { Process, WorkMap } from '../../shared/model/institution.ts'
import { act } from '../app/engine-client.ts'
import type { MenuEntry } from '../ui/index.ts'
import { processName, useWorkThings } from '../work/work-data.ts'

/** The processes of the project, each to be put on the map with its steps or taken off. */
export function useProcessMenu(map: WorkMap): MenuEntry[] {
  const { processes } = useWorkThings()
  const toggle = async ({ id }: Process): Promise<void> => {
    const processIds = map.processIds.includes(id)
      ? map.processIds.filter((other) => other !== id)
      : [...map.processIds, id]
    await act('maps.setProcesses', { mapId: map.id, processIds })
  }
  return processes.map((process) => ({
    label: processName(process),
    isChecked: map.processIds.includes(process.id),
    perform: () => void toggle(process),
  }))
}
