import { useMemo } from 'react'
import type {
  Actor,
  InstitutionalText,
  Process,
  Site,
  Step,
} from '../../shared/model/institution.ts'
import { useQuery } from '../app/engine-client.ts'

/** What steps speak of, by id and in order. */
export interface WorkThings {
  actors: readonly Actor[]
  sites: readonly Site[]
  texts: readonly InstitutionalText[]
  processes: readonly Process[]
  nameById: ReadonlyMap<string, string>
  isReady: boolean
}

const none: readonly never[] = []

/** Actors, sites, texts and processes of the project. */
export function useWorkThings(): WorkThings {
  const actors = useQuery('actors.list', {}, ['work']).data?.items
  const sites = useQuery('sites.list', {}, ['work']).data?.items
  const texts = useQuery('texts.list', {}, ['texts']).data?.items
  const processes = useQuery('processes.list', {}, ['work']).data?.items
  return useMemo(
    () => ({
      actors: actors ?? none,
      sites: sites ?? none,
      texts: texts ?? none,
      processes: processes ?? none,
      nameById: new Map([
        ...(actors ?? none).map((actor) => [actor.id, actor.name] as const),
        ...(sites ?? none).map((site) => [site.id, site.name] as const),
        ...(texts ?? none).map((text) => [text.id, text.title] as const),
        ...(processes ?? none).map((process) => [process.id, processName(process)] as const),
      ]),
      isReady:
        actors !== undefined &&
        sites !== undefined &&
        texts !== undefined &&
        processes !== undefined,
    }),
    [actors, sites, texts, processes],
  )
}

const stepTopics = ['work', 'texts', 'passages', 'sources'] as const

/** Steps of a process, or of all, with those merged into others; undefined until known. */
export function useSteps(processId?: string): readonly Step[] | undefined {
  const which = processId === undefined ? {} : { processId }
  return useQuery('steps.list', { ...which, merged: true }, [...stepTopics]).data?.items
}

/** Flows between the steps of a process, or of all; undefined until known. */
export function useFlows(processId?: string) {
  const which = processId === undefined ? {} : { processId }
  return useQuery('flows.list', which, [...stepTopics]).data?.items
}

/** “Follow-up (Oslo)”. */
export function processName(process: Pick<Process, 'name' | 'variant'>): string {
  return process.variant === '' ? process.name : `${process.name} (${process.variant})`
}
