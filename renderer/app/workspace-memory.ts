import { z } from 'zod'
import { figureSpec } from '../../shared/analysis/figures/figure.ts'
import { matrixChoice } from '../../shared/contract/figures.ts'
import { question } from '../../shared/analysis/question/question.ts'
import { linkEnd } from '../../shared/model/institution.ts'
import { remember, remembered } from './settings.ts'
import { compareParts, findingsParts, tableViews } from './views.ts'
import { navigatorPanels, restoreTabs, workspaceStore } from './workspace.ts'
import type { WorkspaceState } from './workspace.ts'

const place = z.object({ start: z.number(), end: z.number() })
const view = z.discriminatedUnion('type', [
  z.object({ type: z.literal('source'), id: z.string(), at: place.optional() }),
  z.object({ type: z.literal('code'), id: z.string() }),
  z.object({ type: z.literal('memo'), id: z.string() }),
  z.object({ type: z.literal('lost') }),
  z.object({ type: z.literal('search'), query: z.string() }),
  z.object({ type: z.literal('ask'), question: question.optional() }),
  z.object({ type: z.literal('activity') }),
  z.object({ type: z.literal('codebook') }),
  z.object({ type: z.literal('reports'), question: question.optional() }),
  z.object({ type: z.literal('settings') }),
  z.object({ type: z.literal('glossary') }),
  z.object({ type: z.literal('matrix'), choice: matrixChoice.optional() }),
  z.object({ type: z.literal('figures'), figure: figureSpec.optional() }),
  z.object({ type: z.literal('agreement') }),
  z.object({
    type: z.literal('compare'),
    roundId: z.string().optional(),
    part: z.enum(compareParts).optional(),
  }),
  z.object({ type: z.literal('meeting') }),
  z.object({ type: z.literal('people') }),
  z.object({ type: z.literal('texts') }),
  z.object({ type: z.literal('text'), id: z.string() }),
  z.object({ type: z.literal('hierarchy'), focus: linkEnd.optional() }),
  z.object({ type: z.literal('process'), id: z.string() }),
  z.object({ type: z.literal('map'), id: z.string() }),
  z.object({ type: z.literal('findings'), part: z.enum(findingsParts) }),
  z.object({ type: z.literal('table'), table: z.enum(tableViews) }),
])

const layout = z.object({
  groups: z.array(z.object({ views: z.array(view).max(40), front: z.number() })).max(2),
  activeGroup: z.number(),
  navigator: z.enum(navigatorPanels),
  isNavigatorShown: z.boolean(),
  isInspectorShown: z.boolean(),
})
export type Layout = z.infer<typeof layout>

let projectId: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined

/** Opens the pages that were open when the project was left. Anything unreadable is passed over. */
export function restoreLayout(id: string): void {
  projectId = id
  const kept = layout.safeParse(remembered(`layout:${id}`))
  if (kept.success) restoreTabs(kept.data)
}

export async function keepLayout(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  if (projectId !== null) await remember(`layout:${projectId}`, layoutOf(workspaceStore.get()))
}

/** The project is left: what happens until the next one is opened says nothing of its pages. */
export function leaveLayout(): void {
  clearTimeout(timer)
  timer = undefined
  projectId = null
}

export function startWorkspaceMemory(): void {
  let last = ''
  workspaceStore.subscribe(() => {
    if (
      projectId === null ||
      workspaceStore.get().groups.every((group) => group.tabs.length === 0)
    ) {
      return
    }
    const now = JSON.stringify(layoutOf(workspaceStore.get()))
    if (now === last) return
    last = now
    clearTimeout(timer)
    timer = setTimeout(() => void keepLayout(), 1500)
  })
}

function layoutOf(state: WorkspaceState): Layout {
  return {
    groups: state.groups.map((group) => ({
      views: group.tabs.map((tab) => tab.view as Layout['groups'][number]['views'][number]),
      front: Math.max(
        0,
        group.tabs.findIndex((tab) => tab.id === group.front),
      ),
    })),
    activeGroup: state.activeGroup,
    navigator: state.navigator,
    isNavigatorShown: state.isNavigatorShown,
    isInspectorShown: state.isInspectorShown,
  }
}
