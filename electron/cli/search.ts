import type { QueryInput } from '../../shared/contract/index.ts'
import { UsageError } from './arguments.ts'
import { openToRead, type Run } from './commands.ts'
import { oneLine, valueOf } from './output.ts'

/** Hits a terminal is given when nobody says how many. */
const usualLimit = 1000

/** Hits with their words in context, one a line; not found is no failure. */
export async function search(run: Run): Promise<number> {
  const { places, options, flags } = run.args
  const [, , query = ''] = places
  const limit = Number(options.get('limit') ?? usualLimit)
  if (!Number.isInteger(limit) || limit < 1 || limit > usualLimit)
    throw new UsageError(`--limit is a whole number from 1 to ${usualLimit}.`)
  const asked: QueryInput<'search.hits'> = {
    query,
    reach: {
      forms: flags.has('forms'),
      spellings: flags.has('spellings'),
      compounds: flags.has('compounds'),
    },
    limit,
  }
  await openToRead(run)
  const found = valueOf(await run.engine.ask('search.hits', asked))
  if (run.output.json) {
    run.output.line(JSON.stringify(found))
    return 0
  }
  for (const { sourceTitle, paragraph, before, quote, after } of found.items)
    run.output.line(
      `${oneLine(sourceTitle)}:${paragraph}: ${oneLine(`${before}[${quote}]${after}`)}`,
    )
  const rest = found.total - found.items.length
  run.output.line(
    `${found.total} hits in ${found.sources} sources${rest > 0 ? `, ${rest} not shown` : ''}.`,
  )
  return 0
}
