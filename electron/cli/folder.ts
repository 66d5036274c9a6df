import { resolve } from 'node:path'
import type { FolderStatus } from '../../shared/contract/folder.ts'
import { failureIn } from '../../shared/i18n/failure.ts'
import { oneOf, UsageError } from './arguments.ts'
import { open, openToRead, type Run } from './commands.ts'
import { oneLine, valueOf } from './output.ts'

/** Meeting through a shared folder. */
export async function folder(run: Run): Promise<number> {
  const [, , word = '', path] = run.args.places
  const what = oneOf(['use', 'exchange', 'status', 'leave'], word, 'What to do with the folder')
  if ((path !== undefined) !== (what === 'use'))
    throw new UsageError(`“folder FILE ${what}” ${what === 'use' ? 'needs PATH' : 'stands alone'}.`)
  if (what === 'status') {
    await openToRead(run)
    return say(run, valueOf(await run.engine.ask('folder.status', {})))
  }
  if (what === 'use' && run.passphrase === undefined)
    throw new UsageError('“folder FILE use PATH” needs --passphrase-stdin.')
  await open(run)
  if (what === 'leave') {
    valueOf(await run.engine.run('folder.leave', {}))
    return say(run, valueOf(await run.engine.ask('folder.status', {})))
  }
  return say(
    run,
    valueOf(
      what === 'use'
        ? await run.engine.run('folder.use', {
            path: resolve(path ?? ''),
            passphrase: run.passphrase,
          })
        : await run.engine.run('folder.exchange', {}),
    ),
  )
}

function say({ output }: Run, status: FolderStatus): number {
  if (output.json) output.line(JSON.stringify(status))
  else {
    output.line(status.on ? `On: ${oneLine(status.path)}` : 'Off.')
    for (const { analyst, number, written } of status.devices)
      output.line(`  ${oneLine(analyst)}: part ${number}, written ${written ?? 'never'}`)
    for (const { analyst, number, since } of status.waitsFor)
      output.line(`Waits for part ${number} of ${oneLine(analyst)}, since ${since}.`)
    for (const { code, details } of status.problems) {
      const { message, hint } = failureIn('en', code, details)
      output.problem(`${message} ${hint}`)
    }
  }
  return 0
}
