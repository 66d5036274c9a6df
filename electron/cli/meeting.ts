import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { MergeCount } from '../../shared/contract/sync.ts'
import { open, openToRead, type Run } from './commands.ts'
import { oneLine, valueOf } from './output.ts'
import { UsageError } from './arguments.ts'

/** Writes a bundle for a partner: everything, or what is new since a state of theirs. */
export async function bundle(run: Run): Promise<number> {
  const out = run.args.options.get('out')
  if (out === undefined) throw new UsageError('“bundle” needs -o OUT.')
  const since = run.args.options.get('since')
  await openToRead(run)
  const written = valueOf(
    await run.engine.run('sync.bundle', {
      path: resolve(out),
      ...(since === undefined ? {} : { since }),
      ...passphraseOf(run),
    }),
  )
  if (run.output.json) run.output.line(JSON.stringify(written))
  else {
    run.output.line(
      `Wrote ${written.path}: ${written.bytes} bytes, ${written.documents} documents.`,
    )
    if (written.withheld > 0)
      run.output.line(`Withheld until their round is closed: ${written.withheld} blind layers.`)
  }
  return 0
}

/** Takes over what a bundle or a copy of the project holds, as one step that can be undone. */
export async function merge(run: Run): Promise<number> {
  const path = resolve(run.args.places[2] ?? '')
  await open(run)
  const merged = valueOf(await run.engine.run('sync.merge', { path, ...passphraseOf(run) }))
  if (run.output.json) run.output.line(JSON.stringify(merged))
  else {
    const { analyst, time } = merged.from
    run.output.line(`Merged what ${oneLine(analyst)} had on ${time}.`)
    for (const count of merged.counts) run.output.line(`  ${countLine(count)}`)
    if (merged.documents === 0) run.output.line('  Nothing that was not here already.')
  }
  return 0
}

/** Makes a project of one's own from a bundle that holds everything. */
export async function join(run: Run): Promise<number> {
  // Who does not say who they are is called as on their machine.
  const analyst = run.args.options.get('analyst') ?? userInfo().username
  const info = valueOf(
    await run.engine.run('project.join', {
      bundle: run.file,
      path: resolve(run.args.places[2] ?? ''),
      analyst,
      ...passphraseOf(run),
      ...(run.password === undefined ? {} : { password: run.password }),
    }),
  )
  if (run.output.json) run.output.line(JSON.stringify(info))
  else run.output.line(`Made ${info.path}: “${oneLine(info.title)}”, for ${oneLine(analyst)}.`)
  return 0
}

function passphraseOf({ passphrase }: Run): { passphrase?: string } {
  return passphrase === undefined ? {} : { passphrase }
}

function countLine({ kind, added, changed, removed }: MergeCount): string {
  const parts = [
    added > 0 ? `${added} added` : '',
    changed > 0 ? `${changed} changed` : '',
    removed > 0 ? `${removed} removed` : '',
  ]
  return `${kind}: ${parts.filter(Boolean).join(', ')}`
}
