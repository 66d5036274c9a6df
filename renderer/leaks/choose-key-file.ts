import { act, callApp } from '../app/engine-client.ts'
import { text } from '../app/i18n.ts'

/**
 * Asks for a key file, whose real names are looked for in exports until the project is closed. Gives
 * how many people are in it.
 */
export async function chooseKeyFile(): Promise<number | null> {
  const [path] = await callApp('app.chooseFiles', {
    title: text('leaks.keyFileTitle'),
    filters: [{ name: text('leaks.keyFileKind'), extensions: ['csv', 'xlsx'] }],
  })
  if (path === undefined) return null
  const read = await act('leaks.useKeyFile', { path })
  return read?.names ?? null
}
