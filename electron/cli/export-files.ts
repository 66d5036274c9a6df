import { codebookFormats } from '../../shared/contract/export.ts'
import { mapFormats, tableFormats } from '../../shared/contract/tables.ts'
import { mapPresets } from '../../shared/model/institution-kinds.ts'
import { oneOf, UsageError } from './arguments.ts'
import { openToRead, type Run } from './commands.ts'
import { exportAccount, exportFigure, exportMatrix } from './export-analysis.ts'
import { valueOf } from './output.ts'
import { exportReport, isReportName, reportNames } from './report.ts'
import { placeOf, tellOfWritten, write, type Written } from './write-export.ts'

const tables = [
  'informants',
  'cases',
  'quotes',
  'inventory',
  'links',
  'steps',
  'flows',
  'clauses',
  'activations',
  'disjunctures',
  'threads',
  'who-did-what',
  'reconciliation',
  'discussion',
  'audit',
] as const
type TableName = (typeof tables)[number]

export async function exportFile(run: Run): Promise<number> {
  const what = oneOf(
    ['codebook', ...tables, 'map', 'matrix', 'figure', 'account', ...reportNames],
    run.args.places[2] ?? '',
    'What to export',
  )
  const written = await exportOf(run, what)
  if (written === null) return 0
  await tellOfWritten(run, written)
  return 0
}

type What = 'codebook' | 'map' | keyof typeof analyses | (typeof reportNames)[number] | TableName

const analyses = { matrix: exportMatrix, figure: exportFigure, account: exportAccount }

function exportOf(run: Run, what: What): Promise<Written | null> {
  if (what === 'codebook') return exportCodebook(run)
  if (what === 'map') return exportMap(run)
  if (what === 'matrix' || what === 'figure' || what === 'account') return analyses[what](run)
  return isReportName(what) ? exportReport(run, what) : exportTable(run, what)
}

async function exportCodebook(run: Run): Promise<Written | null> {
  const { options } = run.args
  const place = placeOf(run)
  const format = oneOf(codebookFormats, options.get('format') ?? '', '--format')
  const examples = options.get('examples')
  if (examples !== undefined && !/^\d+$/.test(examples)) {
    throw new UsageError('--examples is a number.')
  }
  const layout = oneOf(['sections', 'table'], options.get('layout') ?? 'sections', '--layout')
  await openToRead(run)
  const value = await write(run, 'export.codebook', {
    ...place,
    format,
    layout,
    ...(examples === undefined ? {} : { examples: Number(examples) }),
  })
  return value && { value, line: `${value.codes} codes` }
}

async function exportTable(run: Run, name: TableName): Promise<Written | null> {
  const { options } = run.args
  const place = placeOf(run)
  const format = oneOf(tableFormats, options.get('format') ?? '', '--format')
  const processId = options.get('process')
  await openToRead(run)
  const value = await write(run, 'export.table', {
    ...place,
    table: name,
    format,
    ...(processId === undefined ? {} : { processId }),
  })
  return value && { value, line: `${value.rows} rows` }
}

async function exportMap(run: Run): Promise<Written | null> {
  const { options } = run.args
  const place = placeOf(run)
  const format = oneOf(mapFormats, options.get('format') ?? '', '--format')
  const preset = options.get('preset')
  const chosen = preset === undefined ? undefined : oneOf(mapPresets, preset, '--preset')
  const shown = options.get('shown')
  const paper = options.get('paper')
  const sheets = options.get('sheets')
  const onPaper = {
    ...(paper === undefined ? {} : { paper: oneOf(['A4', 'A3'], paper, '--paper') }),
    ...(sheets === undefined
      ? {}
      : { sheets: oneOf(['auto', 'one', 'several'], sheets, '--sheets') }),
  }
  await openToRead(run)
  const mapId = options.get('map') ?? (await onlyMap(run))
  const value = await write(run, 'export.map', {
    ...place,
    mapId,
    format,
    ...(chosen === undefined ? {} : { preset: chosen }),
    ...(shown === undefined ? {} : { shown }),
    ...onPaper,
  })
  if (!value) return null
  const pages = value.pages === undefined ? '' : `, ${value.pages} pages`
  return { value, line: `${value.nodes} nodes and ${value.edges} edges${pages}` }
}

/** The map that is meant when none is named: the only one. */
async function onlyMap(run: Run): Promise<string> {
  const { items } = valueOf(await run.engine.ask('maps.list', {}))
  const [only] = items
  if (items.length !== 1 || !only) throw new UsageError('Say which map with --map ID.')
  return only.id
}
