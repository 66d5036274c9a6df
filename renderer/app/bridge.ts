import type {
  AnyEventName,
  AnyEventPayload,
  AppCallName,
  AppCalls,
  Bridge,
} from '../../shared/contract/app.ts'
import type { Result } from '../../shared/contract/errors.ts'

declare global {
  interface Window {
    /** Given by the preload; the only way out of the window. */
    standpoint: Bridge
  }
}

/** Asks engine or main process. A failure of the way itself becomes a refusal like any other. */
export async function invoke(name: string, payload: unknown): Promise<Result<unknown>> {
  try {
    return await window.standpoint.invoke(name, payload)
  } catch (problem) {
    const text = problem instanceof Error ? problem.message : String(problem)
    return {
      ok: false,
      error: { code: 'internal', message: text, hint: '', details: { problem: text } },
    }
  }
}

/** Calls the main process. It refuses only when something is broken, which is then thrown. */
export async function callApp<N extends AppCallName>(
  name: N,
  payload: AppCalls[N]['in'],
): Promise<AppCalls[N]['out']> {
  const answer = await invoke(name, payload)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value as AppCalls[N]['out']
}

export function onEvent<N extends AnyEventName>(
  event: N,
  handler: (payload: AnyEventPayload<N>) => void,
): () => void {
  return window.standpoint.subscribe(event, (payload) => handler(payload as AnyEventPayload<N>))
}

/** Path on disk of a dropped file; empty when it has none. */
export function pathForFile(file: File): string {
  return window.standpoint.pathForFile(file)
}
