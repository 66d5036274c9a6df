import type { TextKey } from '../../shared/i18n/index.ts'
import { acts } from '../../shared/i18n/en/acts.ts'
import { act, ask, onEvent } from './engine-client.ts'
import { text } from './i18n.ts'
import { createStore } from './store.ts'
import { dismissOutdated, toast } from './toast.ts'
import type { ToastContent } from './toast.ts'

interface Step {
  label: string
  command: string
}

interface Steps {
  undo: Step | null
  redo: Step | null
}

const store = createStore<Steps>({ undo: null, redo: null })

export function currentSteps(): Steps {
  return store.get()
}

export function subscribeSteps(listener: () => void): () => void {
  return store.subscribe(listener)
}

/** What a command is called, as a noun phrase; the label of what it was done to comes after. */
export function stepText(step: Step): string {
  const name = step.command.replace('.', '_')
  const what = name in acts ? text(`acts.${name}` as TextKey) : step.command
  return step.label === '' ? what : `${what} · ${step.label}`
}

export async function undo(): Promise<void> {
  const done = await act('history.undo', {})
  if (done === undefined) return
  toast({
    text: text('app.history.undid', { what: stepText(done) }),
    action: { label: text('app.history.redoAction'), perform: () => void redo() },
    aboutLatest: true,
  })
}

export async function redo(): Promise<void> {
  const done = await act('history.redo', {})
  if (done !== undefined) toast({ text: text('app.history.redid', { what: stepText(done) }) })
}

/** Says what was done, with a way back. */
export function toastWithUndo(message: string, hint?: string, topic?: ToastContent['topic']): void {
  toast({
    text: message,
    ...(topic && { topic }),
    ...(hint === undefined ? {} : { hint }),
    action: { label: text('ui.undo'), perform: () => void undo() },
    aboutLatest: true,
  })
}

export async function refreshSteps(): Promise<void> {
  const answer = await ask('history.state', {})
  store.set(answer.ok ? answer.value : { undo: null, redo: null })
}

export function startHistory(): void {
  onEvent('project.changed', () => {
    dismissOutdated()
    void refreshSteps()
  })
}
