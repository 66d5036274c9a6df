import { resolve } from 'node:path'
import { segmentGroups } from '../../shared/contract/reports.ts'
import { tableFormats } from '../../shared/contract/tables.ts'
import { oneOf, UsageError } from './arguments.ts'
import { questionIn } from './ask.ts'
import { openToRead, type Run } from './commands.ts'
import { valueOf } from './output.ts'
import { noteFindings, placeOf, write, type Written } from './write-export.ts'

/** Reports by the names they have on the command line. */
export const reportNames = ['segments', 'memos', 'sources', 'methods', 'coreq', 'srqr'] as const
type ReportName = (typeof reportNames)[number]

export function isReportName(what: string): what is ReportName {
  return reportNames.some((name) => name === what)
}

export async function exportReport(run: Run, name: ReportName): Promise<Written | null> {
  const { options, flags } = run.args
  const place = placeOf(run)
  const format = oneOf(tableFormats, options.get('format') ?? '', '--format')
  const by = options.get('by')
  const codes = options.get('codes')
  const checklist = name === 'coreq' || name === 'srqr' ? name : undefined
  await openToRead(run)
  const words = options.get('question')
  const question = words === undefined ? undefined : await questionIn(run, words)
  const value = await write(run, 'export.report', {
    ...place,
    format,
    kind: checklist === undefined ? (name as Exclude<ReportName, 'coreq' | 'srqr'>) : 'checklist',
    ...(checklist === undefined ? {} : { checklist }),
    ...(by === undefined ? {} : { by: oneOf(segmentGroups, by, '--by') }),
    ...(codes === undefined ? {} : { codeIds: codes.split(',') }),
    ...(question === undefined ? {} : { question }),
    ...(flags.has('context') ? { context: true } : {}),
  })
  return value && { value, line: `${value.items} parts` }
}

/** Makes a set of outputs again: `report FILE PRESET -o FOLDER`. */
export async function report(run: Run): Promise<number> {
  const [, , wanted = ''] = run.args.places
  const out = run.args.options.get('out')
  if (out === undefined) throw new UsageError('Say into which folder with -o FOLDER.')
  await openToRead(run)
  const { items: sets } = valueOf(await run.engine.ask('reportPresets.list', {}))
  const found = sets.filter(({ id, name }) => id === wanted || name === wanted)
  const [preset] = found
  if (!preset || found.length > 1)
    throw new UsageError(
      `${found.length === 0 ? 'There is no set' : 'There are several sets'} ${wanted}; there are: ${sets.map(({ name }) => name).join(', ') || 'none'}.`,
    )
  const folder = resolve(out)
  const keyFile = run.args.options.get('key-file')
  if (keyFile !== undefined)
    valueOf(await run.engine.run('leaks.useKeyFile', { path: resolve(keyFile) }))
  const made = valueOf(await run.engine.run('reports.make', { presetId: preset.id, folder }))
  if (!run.output.json)
    for (const { path, ok, problem } of made.items) {
      if (ok) run.output.line(`Wrote ${path}.`)
      else run.output.problem(`${path}: ${problem}`)
    }
  const noted = await noteFindings(run, preset.name, made.findings)
  if (run.output.json) run.output.line(JSON.stringify({ ...made, ...noted }))
  return made.items.every(({ ok }) => ok) ? 0 : 1
}
