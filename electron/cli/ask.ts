import { Names } from '../../shared/analysis/question/names.ts'
import { parseQuestion } from '../../shared/analysis/question/parse.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { translate } from '../../shared/i18n/index.ts'
import { Refusal } from '../engine/refusal.ts'
import { UsageError } from './arguments.ts'
import { openToRead, type Run } from './commands.ts'
import { oneLine, valueOf } from './output.ts'

/** Passages a terminal is given when nobody says how many. */
const usualLimit = 1000

/** The passages that answer a question in its text form, one a line. */
export async function ask(run: Run): Promise<number> {
  const { places, options } = run.args
  const limit = Number(options.get('limit') ?? usualLimit)
  if (!Number.isInteger(limit) || limit < 0 || limit > 100_000)
    throw new UsageError('--limit is a whole number from 0 to 100000.')
  await openToRead(run)
  const question = await questionIn(run, places[2] ?? '')
  const found = valueOf(await run.engine.ask('analysis.ask', { question, limit }))
  if (run.output.json) {
    run.output.line(JSON.stringify({ question, ...found }))
    return 0
  }
  for (const { sourceTitle, label, quote } of found.items)
    run.output.line(`${oneLine(sourceTitle)} ${label}: ${oneLine(quote)}`)
  const rest = found.total - found.items.length
  run.output.line(
    `${found.total} passages in ${found.sources} sources${rest > 0 ? `, ${rest} not shown` : ''}.`,
  )
  return 0
}

/** A question in its text form, by the names of the open project. */
export async function questionIn(run: Run, text: string): Promise<Question> {
  const names = new Names(valueOf(await run.engine.ask('analysis.names', {})).items)
  const parsed = parseQuestion(text, names)
  if (!parsed.ok) {
    const { problem, at, word } = parsed.error
    const said = translate('en', `ask.problem.${problem}`, { word })
    throw new Refusal('analysis.notUnderstood', { at: at + 1, problem: said })
  }
  return parsed.question
}
