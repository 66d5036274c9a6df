import {
  agreementMeasures,
  agreementScopes,
  agreementUnits,
  type AgreementParameters,
  type AgreementResult,
  type AgreementRow,
} from '../../shared/contract/agreement.ts'
import type { Analyst } from '../../shared/model/entities.ts'
import { translate } from '../../shared/i18n/index.ts'
import { agreementTables } from '../engine/agreement/agreement-tables.ts'
import { Refusal } from '../engine/refusal.ts'
import { agreementOfMatrix, coefficientToJson } from './agreement-matrix.ts'
import { oneOf, UsageError, type Arguments } from './arguments.ts'
import { openToRead, type Run } from './commands.ts'
import { oneLine, table, valueOf } from './output.ts'

/** Agreement of analysts in a project, or of bare data. */
export async function agreement(run: Run): Promise<number> {
  const { options, places } = run.args
  const matrix = options.get('matrix')
  if (matrix !== undefined) {
    if (places.length > 1 || options.size > 1) {
      throw new UsageError('--matrix stands alone: the data are all in its file.')
    }
    return agreementOfMatrix(matrix, run.output)
  }
  if (places.length < 2) throw new UsageError('“agreement” needs FILE, or --matrix FILE.json.')
  const { names, ...how } = parametersOf(run.args)
  await openToRead(run)
  const { analysts } = valueOf(await run.engine.ask('project.info', {}))
  const analystIds = names.map((name) => analystNamed(analysts, name))
  const round = run.args.options.get('round')
  const roundId = round === undefined ? {} : { roundId: await roundNamed(run, round) }
  const asked = { analystIds, ...how, ...roundId }
  const result = valueOf(await run.engine.ask('agreement.compute', asked))
  if (run.output.json) run.output.line(JSON.stringify(toJson(result)))
  else for (const line of linesOf(result)) run.output.line(line)
  return 0
}

type Asked = Omit<AgreementParameters, 'analystIds'> & { names: string[] }

function parametersOf({ options, lists }: Arguments): Asked {
  const [a, b] = [options.get('a'), options.get('b')]
  if (a === undefined || b === undefined) {
    throw new UsageError('Say whose codings are compared, with --a NAME --b NAME.')
  }
  const unit = options.get('unit')
  if (unit === undefined) throw new UsageError(`Say --unit ${agreementUnits.join('|')}.`)
  const overlap = options.get('overlap')
  const share = Number(overlap)
  if (overlap !== undefined && !(share >= 0 && share <= 1)) {
    throw new UsageError('--overlap is a number from 0 to 1.')
  }
  return {
    names: [a, b, ...(lists.get('with') ?? [])],
    unit: oneOf(agreementUnits, unit, '--unit'),
    scope: oneOf(agreementScopes, options.get('scope') ?? 'all', '--scope'),
    ...(overlap === undefined ? {} : { overlap: share }),
    ...listOf(options.get('codes'), 'codeIds'),
    ...listOf(options.get('sources'), 'sourceIds'),
  }
}

function listOf<K extends string>(words: string | undefined, key: K): { [P in K]?: string[] } {
  if (words === undefined) return {}
  const ids = words.split(',').map((word) => word.trim())
  return { [key]: ids.filter((word) => word !== '') } as { [P in K]?: string[] }
}

/** By name, initials, a part of the name or id; the case of letters does not matter. */
function analystNamed(analysts: readonly Analyst[], wanted: string): string {
  const folded = wanted.trim().toLocaleLowerCase()
  const found = [
    analysts.filter(({ id }) => id === wanted),
    analysts.filter(({ name }) => name.toLocaleLowerCase() === folded),
    analysts.filter(({ initials }) => initials.toLocaleLowerCase() === folded),
    analysts.filter(({ name }) => name.toLocaleLowerCase().split(' ').includes(folded)),
  ].find((some) => some.length > 0)
  const [only] = found ?? []
  if (only && found?.length === 1) return only.id
  const names = analysts.map(({ name, initials }) => `${name} (${initials})`).join(', ')
  const problem = `${found ? 'more than one analyst is' : 'no analyst is'} called ${wanted}; there are ${names}`
  throw new Refusal('args.invalid', { problem })
}

/** By id or name. */
async function roundNamed({ engine }: Run, wanted: string): Promise<string> {
  const { items } = valueOf(await engine.ask('rounds.list', {}))
  const folded = wanted.trim().toLocaleLowerCase()
  const found = items.filter(({ id, name }) => id === wanted || name.toLocaleLowerCase() === folded)
  const [only] = found
  if (only && found.length === 1) return only.id
  const names = items.map(({ name }) => name).join(', ')
  const problem = `${only ? 'more than one round is' : 'no round is'} called ${wanted}; there are ${names || 'none'}`
  throw new Refusal('args.invalid', { problem })
}

/** As the engine gives it, but for coefficients: a number, or why there is none. */
function toJson({ overall, codes, ...rest }: AgreementResult): unknown {
  return {
    ...rest,
    warnings: uncodedWarning(rest),
    overall: rowToJson(overall),
    codes: codes.map(rowToJson),
  }
}

function uncodedWarning({ units, uncodedUnits }: Pick<AgreementResult, 'units' | 'uncodedUnits'>) {
  if (uncodedUnits === 0) return []
  const share = uncodedUnits / units
  const text = translate('en', 'agreement.note.uncoded', { share: Math.round(share * 1000) / 10 })
  return [{ code: 'uncodedText', share, text }]
}

function rowToJson({ measures, codeId, ...row }: AgreementRow): unknown {
  const named = agreementMeasures.flatMap((name) => {
    const coefficient = measures[name]
    return coefficient ? [[name, coefficientToJson(coefficient)]] : []
  })
  return { id: codeId, ...row, ...Object.fromEntries(named) }
}

function linesOf(result: AgreementResult): string[] {
  return agreementTables(result, 'en', true).flatMap(({ table: data }, place) => [
    ...(place === 0 ? [] : ['']),
    ...table([
      data.columns.map(({ label }) => label),
      ...data.rows.map(({ cells }) => cells.map((cell) => oneLine(cell))),
    ]),
    ...data.notes,
  ])
}
