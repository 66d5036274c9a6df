import type { CommandInput, CommandName, CommandOutput } from '../../../shared/contract/index.ts'
import { texts, type Language } from '../../../shared/i18n/index.ts'
import type { Task } from '../task.ts'
import { readSampleFiles, type SampleAct, type SampleFiles } from './sample-files.ts'

type Run = <N extends CommandName>(name: N, args: CommandInput<N>) => Promise<CommandOutput<N>>
/** Carries out a command whose arguments are only known to be JSON; the engine checks them. */
type RunAny = (name: string, args: unknown) => Promise<unknown>

interface Tools {
  run: Run
  runAny: RunAny
  textOf: (sourceId: string) => Promise<string>
}

interface Place {
  sourceId: string
  start: number
  end: number
}

/** What the keys of the sample stand for in the project that is being made. */
interface Made {
  ids: Map<string, string>
  places: Map<string, Place>
}

/**
 * Fills an empty project with the sample, through the same commands that a person's acts give.
 * Throws when a quote is not exactly once in its text, or a command is refused.
 */
export async function fillSample(tools: Tools, language: Language, task: Task): Promise<void> {
  const files = readSampleFiles()
  const made: Made = { ids: new Map(), places: new Map() }
  const steps = [files.sources, files.codebook, files.passages, files.analysis]
  const total = steps.reduce((sum, { length }) => sum + length, 0)
  let done = 0
  const next = () => task.reach(done++, total)
  await importTexts(tools, files, made, next)
  await findPassages(tools, files, made)
  for (const act of files.codebook) {
    await next()
    await carryOut(tools, act, made)
  }
  for (const { id, codes } of files.passages) {
    await next()
    const place = made.places.get(id)
    if (codes.length === 0 || !place) continue
    const codeIds = codes.map((code) => idOf(made, `code.${code}`))
    const { passageId } = await tools.run('passages.code', { ...place, codeIds })
    made.ids.set(`passage.${id}`, passageId)
  }
  for (const act of files.analysis) {
    await next()
    await carryOut(tools, act, made)
  }
  const { welcome, welcomeTitle } = texts[language].start.sample
  await tools.run('memos.create', { title: welcomeTitle, text: welcome })
}

async function importTexts(
  { run }: Tools,
  files: SampleFiles,
  { ids }: Made,
  next: () => Promise<void>,
): Promise<void> {
  for (const { id, path, title, kind, level, date, place, speaker, role } of files.sources) {
    await next()
    const { items } = await run('sources.import', {
      paths: [path],
      options: { kind, reflow: 'off' },
    })
    const sourceId = items[0]?.sourceIds[0]
    if (sourceId === undefined) throw new Error(`${id} was not imported`)
    ids.set(`source.${id}`, sourceId)
    await run('sources.update', {
      sourceIds: [sourceId],
      title,
      level,
      date,
      place,
      language: 'nb',
    })
    if (speaker === '') continue
    const person = await run('persons.create', { pseudonym: speaker, role })
    await run('sources.linkSpeaker', { sourceId, speaker, personId: person.id })
  }
}

async function findPassages({ textOf }: Tools, files: SampleFiles, made: Made): Promise<void> {
  const known = new Map<string, string>()
  for (const { id, source, quote } of files.passages) {
    const sourceId = idOf(made, `source.${source}`)
    const text = known.get(sourceId) ?? (await textOf(sourceId))
    known.set(sourceId, text)
    const start = text.indexOf(quote)
    if (start === -1 || text.includes(quote, start + 1)) {
      throw new Error(`“${quote}” is not exactly once in ${source}`)
    }
    made.places.set(id, { sourceId, start, end: start + quote.length })
  }
}

async function carryOut({ runAny }: Tools, act: SampleAct, made: Made): Promise<void> {
  const value = await runAny(act.command, resolved(act.args, made))
  if (act.as === undefined) return
  if (typeof value === 'object' && value !== null && 'id' in value) {
    made.ids.set(act.as, String(value.id))
  }
}

function resolved(value: unknown, made: Made): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('@')) return idOf(made, value.slice(1))
    if (!value.startsWith('#')) return value
    const place = made.places.get(value.slice(1))
    if (!place) throw new Error(`there is no passage ${value}`)
    return place
  }
  if (Array.isArray(value)) return value.map((each) => resolved(each, made))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolved(each, made)]))
}

function idOf({ ids }: Made, key: string): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`nothing was made as ${key}`)
  return id
}
