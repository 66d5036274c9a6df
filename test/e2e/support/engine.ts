import type { Page } from '@playwright/test'
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  QueryInput,
  QueryName,
  QueryOutput,
} from '../../../shared/contract/index.ts'
import type { Bridge } from '../../../shared/contract/app.ts'

declare global {
  interface Window {
    standpoint: Bridge
  }
}

/** Runs a command from the window, past its views; for setting a scene, never for the act tested. */
export async function command<N extends CommandName>(
  page: Page,
  name: N,
  args: CommandInput<N>,
): Promise<CommandOutput<N>> {
  return (await invoke(page, name, args)) as CommandOutput<N>
}

/** Asks the engine from the window, to compare what is shown with what is kept. */
export async function query<N extends QueryName>(
  page: Page,
  name: N,
  args: QueryInput<N>,
): Promise<QueryOutput<N>> {
  return (await invoke(page, name, args)) as QueryOutput<N>
}

async function invoke(page: Page, name: string, args: unknown): Promise<unknown> {
  const result = await page.evaluate(
    async ([called, payload]) => await window.standpoint.invoke(called, payload),
    [name, args] as const,
  )
  if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`)
  return result.value
}
