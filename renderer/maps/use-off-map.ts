import { useMemo } from 'react'
import type { LinkEnd, WorkMap } from '../../shared/model/institution.ts'
import { useT } from '../app/i18n.ts'
import { endKey, useLinkEnds } from '../texts/links/link-ends.ts'
import { useSteps } from '../work/work-data.ts'
import type { PickerThing } from '../work/thing-search.ts'

/** What is not on a map: new steps of its processes with their texts, and all things by name. */
export function useOffMap(map: WorkMap): { newSteps: LinkEnd[]; things: PickerThing[] } {
  const t = useT()
  const ends = useLinkEnds()
  const steps = useSteps()
  return useMemo(() => {
    const onMap = new Set(map.nodes.map(({ ref }) => endKey(ref)))
    const news = (steps ?? []).filter(
      (step) =>
        map.processIds.includes(step.processId) &&
        step.mergedIntoId === null &&
        !onMap.has(`step:${step.id}`),
    )
    const merged = new Set(
      (steps ?? []).filter((step) => step.mergedIntoId !== null).map(({ id }) => id),
    )
    const things = ends
      .filter(({ ref }) => !onMap.has(endKey(ref)) && !merged.has(ref.id))
      .map(({ ref, label, otherNames }) => ({
        id: endKey(ref),
        name: `${label} · ${t(`links.end_${ref.type}`)}`,
        aliases: otherNames,
      }))
    return { newSteps: news.map(({ id }) => ({ type: 'step' as const, id })), things }
  }, [map, ends, steps, t])
}
