import { codingViews } from '../../shared/model/rounds.ts'
import type { CodingView } from '../../shared/model/rounds.ts'
import type { Action } from '../app/actions.ts'
import { useQuery } from '../app/engine-client.ts'
import { currentProject, useSession } from '../app/session.ts'
import { remember, remembered, useSettings } from '../app/settings.ts'

export const viewLabels = {
  all: 'rounds.view.all',
  mine: 'rounds.view.mine',
  partner: 'rounds.view.partner',
  settled: 'rounds.view.settled',
  differences: 'rounds.view.differences',
} as const satisfies Record<CodingView, string>

/** Whether codings can be of others at all: alone there is nothing to choose between. */
export function useHasPartners(): boolean {
  return useSession(({ project }) => (project?.analysts.length ?? 0) > 1)
}

/** Whose codings are looked at in this project on this computer, in texts and on the pages of codes. */
export function useCodingView(): CodingView {
  const projectId = useSession(({ project }) => project?.id ?? '')
  const kept = useSettings().window[keyOf(projectId)]
  const view = codingViews.find((each) => each === kept) ?? 'all'
  return useHasPartners() ? view : 'all'
}

export function lookAt(view: CodingView): void {
  const project = currentProject()
  if (project !== null) void remember(keyOf(project.id), view)
}

/**
 * The codings of a source that are of a view, by their ids; `undefined`: of the views that a coding
 * itself does not answer, none is looked at, or the answer has not come yet.
 */
export function useCodingsOfView(
  sourceId: string,
  view: CodingView,
): ReadonlySet<string> | undefined {
  const isAsked = view === 'settled' || view === 'differences'
  const { data } = useQuery(
    'sources.passages',
    isAsked ? { sourceId, view } : null,
    ['passages', 'sources', 'codes', 'rounds', 'project'],
    { sourceId },
  )
  if (!isAsked || data === undefined) return undefined
  return idsOf(data.items)
}

const idsByItems = new WeakMap<object, ReadonlySet<string>>()

/** The same set for the same answer, so that marks are not painted anew for nothing. */
function idsOf(
  items: ReadonlyArray<{ codings: ReadonlyArray<{ id: string }> }>,
): ReadonlySet<string> {
  const known = idsByItems.get(items)
  if (known !== undefined) return known
  const ids = new Set(items.flatMap(({ codings }) => codings.map(({ id }) => id)))
  idsByItems.set(items, ids)
  return ids
}

/** For the palette: one act for each view. */
export function codingViewActions(): Action[] {
  return codingViews.map((view) => ({
    id: `rounds.view.${view}`,
    labelKey: `rounds.view.${view}Show` as const,
    enabled: () => (currentProject()?.analysts.length ?? 0) > 1 && shownNow() !== view,
    perform: () => lookAt(view),
  }))
}

function shownNow(): unknown {
  return remembered(keyOf(currentProject()?.id ?? '')) ?? 'all'
}

function keyOf(projectId: string): string {
  return `codings:${projectId}`
}
