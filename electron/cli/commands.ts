import { resolve } from 'node:path'
import { z } from 'zod'
import { commands, events, queries } from '../../shared/contract/index.ts'
import type { CommandInput } from '../../shared/contract/index.ts'
import { sourceKinds } from '../../shared/model/kinds.ts'
import type { Engine } from '../engine/engine.ts'
import { oneOf, UsageError, type Arguments } from './arguments.ts'
import { oneLine, valueOf, type Output } from './output.ts'

export interface Run {
  engine: Engine
  args: Arguments
  output: Output
  /** Absolute path of the project file. */
  file: string
  password: string | undefined
  /** Of a bundle, or of what a shared folder holds. */
  passphrase: string | undefined
}

/** Opens the project for a command that changes, or for reading alone. */
export async function open({ engine, file, password }: Run, readOnly = false): Promise<void> {
  const options = { path: file, ...(password === undefined ? {} : { password }) }
  valueOf(await engine.run('project.open', { ...options, readOnly }))
}

/** Reading must work beside an open window. */
export async function openToRead(run: Run): Promise<void> {
  await open(run, true)
}

export async function newProject(run: Run): Promise<number> {
  const title = run.args.options.get('title')
  const analyst = run.args.options.get('analyst')
  const lang = run.args.options.get('lang')
  const isSample = run.args.flags.has('sample')
  if (isSample && (title ?? analyst ?? run.password) !== undefined) {
    throw new UsageError('The sample project has a title and an analyst, and no password.')
  }
  if (!isSample && lang !== undefined) throw new UsageError('--lang is for --sample.')
  const info = valueOf(
    isSample
      ? await run.engine.run('project.createSample', {
          path: run.file,
          language: oneOf(['en', 'nb'], lang ?? 'en', '--lang'),
        })
      : await run.engine.run('project.create', {
          path: run.file,
          ...(title === undefined ? {} : { title }),
          ...(analyst === undefined ? {} : { analyst }),
          ...(run.password === undefined ? {} : { password: run.password }),
        }),
  )
  if (run.output.json) run.output.line(JSON.stringify(info))
  else run.output.line(`Made ${info.path}: “${oneLine(info.title)}”.`)
  return 0
}

export async function importFiles(run: Run): Promise<number> {
  const paths = run.args.places.slice(2).map((path) => resolve(path))
  const options: NonNullable<CommandInput<'sources.import'>['options']> = {}
  const { options: given, flags } = run.args
  const kind = given.get('kind')
  if (kind !== undefined) options.kind = oneOf(sourceKinds, kind, '--kind')
  const reflow = given.get('reflow')
  if (reflow !== undefined) options.reflow = oneOf(['auto', 'on', 'off'], reflow, '--reflow')
  const survey = given.get('survey')
  if (survey !== undefined) options.survey = { by: oneOf(['row', 'column'], survey, '--survey') }
  if (flags.has('again')) options.duplicates = 'import'
  await open(run)
  const { items } = valueOf(await run.engine.run('sources.import', { paths, options }))
  if (run.output.json) {
    run.output.line(
      JSON.stringify({ items: items.map((item) => ({ id: item.sourceIds[0] ?? null, ...item })) }),
    )
  } else {
    for (const item of items) {
      if (item.ok) run.output.line(`Imported ${item.path}: ${item.sourceIds.join(', ')}`)
      else run.output.problem(`${item.error?.message ?? ''} ${item.error?.hint ?? ''}`)
    }
  }
  return items.every((item) => item.ok) ? 0 : 1
}

export async function show(run: Run): Promise<number> {
  const [, , what = '', id] = run.args.places
  oneOf(['source'], what, 'What to show')
  await openToRead(run)
  const source = valueOf(await run.engine.ask('sources.get', { sourceId: id }))
  const text = valueOf(await run.engine.ask('sources.text', { sourceId: id }))
  if (run.output.json) {
    run.output.line(JSON.stringify(run.args.flags.has('text') ? { ...source, ...text } : source))
  } else if (run.args.flags.has('text')) {
    run.output.line(text.text.replace(/\n$/, ''))
  } else {
    for (const [name, value] of Object.entries(source))
      run.output.line(`${name}: ${oneLine(value)}`)
  }
  return 0
}

export async function query(run: Run): Promise<number> {
  const [, , name = '', json = '{}'] = run.args.places
  const args = parsed(json)
  if (typeof args !== 'object' || args === null || Array.isArray(args)) {
    throw new UsageError('The arguments of a query are a JSON object.')
  }
  await openToRead(run)
  const value = valueOf(await run.engine.query(name, args))
  run.output.line(JSON.stringify(value, null, run.output.json ? 0 : 2))
  return 0
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Before the project is opened, since a damaged one may not open. */
async function repair({
  engine,
  file,
  password,
  output,
}: Run): Promise<{ lost: string[]; kept: string | null }> {
  const options = { path: file, ...(password === undefined ? {} : { password }) }
  const { unread, kept } = valueOf(await engine.run('project.repair', options))
  for (const problem of unread) output.problem(`Could not be read: ${problem}`)
  if (kept !== null) output.problem(`The damaged file is kept as ${kept}.`)
  return { lost: unread, kept }
}

/** Done only if the project is whole: after a repair that had to leave something behind it is not. */
export async function check(run: Run): Promise<number> {
  const { flags } = run.args
  const repaired = flags.has('repair') ? await repair(run) : null
  await open(run, !flags.has('rebuild') && !flags.has('repair'))
  const value = valueOf(
    await run.engine.ask('project.check', { rebuild: flags.has('rebuild') || flags.has('repair') }),
  )
  const isWhole = value.clean && (repaired === null || repaired.lost.length === 0)
  if (run.output.json) run.output.line(JSON.stringify({ ...value, ...repaired }))
  else {
    for (const problem of value.problems) run.output.problem(problem)
    for (const contradiction of value.toSettle) run.output.problem(`To settle: ${contradiction}`)
    run.output.line(
      value.clean ? `Clean: ${value.checked.join(', ')}.` : `${value.problems.length} problems.`,
    )
    if (repaired !== null && repaired.lost.length > 0) {
      run.output.problem(
        `Repaired, but ${repaired.lost.length} things could not be read and are lost to this file. ` +
          'Compare it with the newest backup.',
      )
    }
  }
  return isWhole ? 0 : 1
}

export async function backup(run: Run): Promise<number> {
  const out = run.args.places[2] ?? ''
  await openToRead(run)
  const value = valueOf(await run.engine.run('backups.create', { path: resolve(out) }))
  if (run.output.json) run.output.line(JSON.stringify(value))
  else run.output.line(`Wrote ${value.path}: ${value.bytes} bytes.`)
  return 0
}

export function contract(output: Output): number {
  // Bytes travel as base64 in JSON; the schema of a typed array cannot be written down.
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any' })
  const entries = (
    definitions: Record<string, { doc: string; input: z.ZodType; output: z.ZodType }>,
  ) =>
    Object.fromEntries(
      Object.entries(definitions).map(([name, { doc, input, output: answer }]) => [
        name,
        { doc, input: schema(input, 'input'), output: schema(answer, 'output') },
      ]),
    )
  const document = {
    commands: entries(commands),
    queries: entries(queries),
    events: Object.fromEntries(
      Object.entries(events).map(([name, { doc, payload }]) => [
        name,
        { doc, payload: schema(payload, 'output') },
      ]),
    ),
  }
  output.line(JSON.stringify(document, null, output.json ? 0 : 2))
  return 0
}
