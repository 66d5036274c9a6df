import type { FigureKind, FigureSpec } from '../../shared/analysis/figures/figure.ts'
import { figurePresets } from '../../shared/analysis/figures/inks.ts'
import { measures, timeUnits, type Crossing } from '../../shared/analysis/question/axis.ts'
import { relationKinds } from '../../shared/analysis/question/question.ts'
import { figureFormats, type MatrixChoice } from '../../shared/contract/figures.ts'
import { accountFormats } from '../../shared/contract/quotes.ts'
import { tableFormats } from '../../shared/contract/tables.ts'
import { oneOf, UsageError } from './arguments.ts'
import { questionIn } from './ask.ts'
import { axisOf, idOf, namesIn } from './axis-words.ts'
import { openToRead, type Run } from './commands.ts'
import { valueOf } from './output.ts'
import { placeOf, write, type Written } from './write-export.ts'

/** A crosstab: `--rows codes --columns sources`. */
export async function exportMatrix(run: Run): Promise<Written | null> {
  const { options, flags } = run.args
  const place = placeOf(run)
  const format = oneOf(tableFormats, options.get('format') ?? '', '--format')
  const shows = oneOf([...measures, 'quotes'], options.get('measure') ?? 'passages', '--measure')
  const order = oneOf(['given', 'name', 'total'], options.get('order') ?? 'given', '--order')
  const crossing = crossingIn(options.get('together'))
  await openToRead(run)
  const names = await namesIn(run)
  const choice: MatrixChoice = {
    rows: axisOf(options.get('rows') ?? 'codes', '--rows', names),
    columns: axisOf(options.get('columns') ?? 'sources', '--columns', names),
    ...(shows === 'quotes' ? { withQuotes: true } : { measure: shows }),
    ...(await scopeIn(run)),
    ...(crossing === undefined ? {} : { crossing }),
    ...{ rowOrder: order, columnOrder: order, withEmpty: flags.has('empty') },
  }
  const value = await write(run, 'export.matrix', { ...place, ...choice, format })
  return value && { value, line: `${value.rows} rows` }
}

const figureKinds = [
  ...(['frequencies', 'attribute', 'tree', 'network'] as const),
  ...(['portrait', 'time', 'saturation', 'talk'] as const),
] as const satisfies readonly FigureKind[]

/** A picture of the coding: `--figure frequencies`. */
export async function exportFigure(run: Run): Promise<Written | null> {
  const { options } = run.args
  const place = placeOf(run)
  const format = oneOf(figureFormats, options.get('format') ?? '', '--format')
  const kind = oneOf(figureKinds, options.get('figure') ?? '', '--figure')
  const preset = options.get('preset')
  const caption = options.get('caption')
  const altText = options.get('alt')
  const chosen = preset === undefined ? undefined : oneOf(figurePresets, preset, '--preset')
  await openToRead(run)
  const value = await write(run, 'export.figure', {
    ...place,
    format,
    figure: await figureIn(run, kind),
    ...(chosen === undefined ? {} : { preset: chosen }),
    ...(caption === undefined ? {} : { caption }),
    ...(altText === undefined ? {} : { altText }),
  })
  return value && { value, line: `${value.marks} marks` }
}

/** A text with its quotations, tables and maps; without --account the only one. */
export async function exportAccount(run: Run): Promise<Written | null> {
  const { options } = run.args
  const place = placeOf(run)
  const format = oneOf(accountFormats, options.get('format') ?? '', '--format')
  const wanted = options.get('account')
  await openToRead(run)
  const { items } = valueOf(await run.engine.ask('accounts.list', {}))
  const found =
    wanted === undefined
      ? items
      : items.filter(({ id, title }) => id === wanted || title === wanted)
  const [account] = found
  if (!account || found.length > 1) {
    const titles = items.map(({ title }) => title).join(', ') || 'none'
    throw new UsageError(`Say which account with --account ID or TITLE; there are: ${titles}.`)
  }
  const value = await write(run, 'export.account', { ...place, accountId: account.id, format })
  if (!value) return null
  const missing = value.missing === 0 ? '' : `, ${value.missing} of them missing`
  return { value, line: `${value.quotations} quotations${missing}` }
}

async function scopeIn(run: Run): Promise<Pick<MatrixChoice, 'scope'>> {
  const words = run.args.options.get('question')
  return words === undefined ? {} : { scope: await questionIn(run, words) }
}

/** Row and column are said of the same passage, unless a relation is named. */
function crossingIn(words: string | undefined): Crossing | undefined {
  if (words === undefined) return undefined
  const how = oneOf(relationKinds, words, '--together')
  if (how === 'near') return { how, distance: { count: 1, unit: 'paragraphs' } }
  if (how === 'followed by' || how === 'preceded by')
    return { how, distance: { count: 1, unit: 'turns' } }
  return { how }
}

async function figureIn(run: Run, kind: FigureKind): Promise<FigureSpec> {
  const { options } = run.args
  const names = await namesIn(run)
  const of = options.get('of')
  const set = options.get('set')
  const named = (what: string) => {
    if (of === undefined) throw new UsageError(`Say of which ${what} with --of NAME.`)
    return idOf(names, what, of)
  }
  if (kind === 'talk') return { kind, ...(of === undefined ? {} : { sourceId: named('source') }) }
  const among = {
    ...(await scopeIn(run)),
    ...(set === undefined ? {} : { codeSetId: idOf(names, 'codeSet', set) }),
  }
  const measure = oneOf(measures, options.get('measure') ?? 'passages', '--measure')
  switch (kind) {
    case 'network':
      return { kind, ...among }
    case 'attribute':
      return { kind, ...among, measure, attributeId: named('attribute') }
    case 'portrait':
      return { kind, ...among, sourceId: named('source') }
    case 'saturation': {
      const order = oneOf(['sources', 'dates'], options.get('order') ?? 'sources', '--order')
      return { kind, ...among, order }
    }
    case 'time': {
      const unit = oneOf(timeUnits, options.get('unit') ?? 'month', '--unit')
      const when = oneOf(['sources', 'codings'], of ?? 'sources', '--of')
      return { kind, ...among, of: when, unit }
    }
    default:
      return { kind, ...among, measure }
  }
}
