import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Leaving } from '../../../shared/analysis/leaks/find-leaks.ts'
import { masked } from '../../../shared/analysis/leaks/mask.ts'
import type { ReportOutput, ReportPreset } from '../../../shared/contract/reports.ts'
import type { CommandInput, QueryInput } from '../../../shared/contract/index.ts'
import { failureText } from '../../../shared/i18n/index.ts'
import { documentToHtmlFragment } from '../export/codebook/html.ts'
import { prepareCodebook } from '../export/export-handlers.ts'
import { joinedLeaving } from '../export/leaving.ts'
import { prepareMap } from '../export/map-export.ts'
import { carryOut, type Prepared } from '../export/prepared.ts'
import { prepareTable } from '../export/tables/table-handlers.ts'
import type { CommandHandlers, Context, QueryHandlers } from '../handlers.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { changeThings, deleteThings, makeThing, thingById } from '../project/things.ts'
import { messageOf, Refusal, refusalToFailure } from '../refusal.ts'
import { requireWords } from '../texts/new-text.ts'
import type { Task } from '../task.ts'
import { answerItem } from './checklist-answers.ts'
import { checklistItems, checklistReport } from './checklist.ts'
import { memoBook } from './memo-book.ts'
import { methodReport } from './method-report.ts'
import { reportDocument, reportToFile } from './report-file.ts'
import type { Report } from './report-model.ts'
import { segmentReport } from './segment-report.ts'
import { sourceTable } from './source-table.ts'

type ReportInput = QueryInput<'reports.preview'>

/** So many parts of a report are shown before it is saved. */
const previewed = 200

export const reportCommands: CommandHandlers<
  | 'export.report'
  | 'reports.answer'
  | 'reportPresets.create'
  | 'reportPresets.update'
  | 'reportPresets.delete'
  | 'reports.make'
> = {
  'export.report': (input, context) =>
    carryOut(context, input, () => prepareReport(context.project, context.task(input.task), input)),
  'reports.answer': ({ checklist, item, text }, { project }) => {
    answerItem(project, checklist, item, text)
    return {}
  },
  'reportPresets.create': ({ name, outputs }, { project }) => {
    const fields = { name: requireWords(name), outputs }
    const id = makeThing(project, 'reportPreset', 'reportPresets.create', fields)
    return presetById(project, id)
  },
  'reportPresets.update': ({ presetId, name, outputs }, { project }) => {
    changeThings(project, 'reportPreset', 'reportPresets.update', [presetId], {
      outputs,
      name: name === undefined ? undefined : requireWords(name),
    })
    return {}
  },
  'reportPresets.delete': ({ presetIds }, { project }) => {
    deleteThings(project, 'reportPreset', 'reportPresets.delete', presetIds)
    return {}
  },
  'reports.make': makePreset,
}

export const reportQueries: QueryHandlers<
  'reports.preview' | 'reports.checklist' | 'reportPresets.list'
> = {
  'reports.preview': async (input, { project, task }) => {
    const report = await reportOf(project, task(undefined), input)
    const shown = { ...report, blocks: firstParts(report.blocks) }
    return {
      html: documentToHtmlFragment(reportDocument(project, shown, input.language ?? 'en')),
      items: report.items,
    }
  },
  'reports.checklist': ({ checklist, language = 'en' }, { project }) => {
    const items = checklistItems(project, checklist, language)
    return { items, open: items.filter(({ known, answer }) => known + answer === '').length }
  },
  'reportPresets.list': (_, { project }) => ({
    items: (listEntities(project, 'reportPresets') as unknown as ReportPreset[]).sort((a, b) =>
      a.name.localeCompare(b.name, 'nb'),
    ),
  }),
}

export async function prepareReport(
  project: Project,
  task: Task,
  { format, masks, ...input }: CommandInput<'export.report'>,
): Promise<Prepared<{ items: number }>> {
  const report = masked(await reportOf(project, task, input), masks)
  return {
    label: report.title,
    leaving: report.leaving,
    toFile: async (running) => ({
      bytes: await reportToFile(project, report, format, input.language ?? 'en', running),
      answer: { items: report.items },
    }),
  }
}

function reportOf(
  project: Project,
  task: Task,
  { kind, language = 'en', checklist = 'coreq', ...input }: ReportInput,
): Report | Promise<Report> {
  switch (kind) {
    case 'segments':
      return segmentReport(project, task, input, language)
    case 'memos':
      return memoBook(project, input, language)
    case 'sources':
      return sourceTable(project, language)
    case 'methods':
      return methodReport(project, language)
    case 'checklist':
      return checklistReport(project, checklist, language)
  }
}

/** Quotes are counted singly: a code may have a thousand. */
function firstParts(blocks: Report['blocks']): Report['blocks'] {
  let left = previewed
  return blocks.flatMap((block): Report['blocks'] => {
    if (left <= 0) return []
    if (block.type === 'quotes') {
      const quotes = block.quotes.slice(0, left)
      left -= block.quotes.length
      return [{ ...block, quotes }]
    }
    if (block.type === 'table') {
      const rows = block.rows.slice(0, left)
      left -= block.rows.length
      return [{ ...block, rows }]
    }
    left -= 1
    return [block]
  })
}

/** Makes the files of a set, one after the other; what is refused is told, and the others go on. */
async function makePreset(
  { presetId, folder, task: name, masks }: CommandInput<'reports.make'>,
  context: Context,
) {
  const { project } = context
  const preset = presetById(project, presetId)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Refusal('file.notWritable', { path: folder, problem: messageOf(error) })
  }
  const task = context.task(name)
  const items = []
  for (const [index, output] of preset.outputs.entries()) {
    await task.reach(index, preset.outputs.length)
    const path = join(folder, fileNameOf(output))
    try {
      const { findings } = await carryOut(context, { path }, () =>
        prepareOutput(project, task, output, path, masks),
      )
      items.push({ path, ok: true, findings, problem: '' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { message, hint } = failureText(output.input.language ?? 'en', refusalToFailure(error))
      items.push({ path, ok: false, findings: 0, problem: `${message} ${hint}` })
    }
  }
  return { items, findings: items.reduce((sum, { findings }) => sum + findings, 0) }
}

/** All that would leave with a set; outputs that cannot be made do not. */
export async function leavingOfPreset(
  project: Project,
  task: Task,
  presetId: string,
): Promise<{ leaving: Leaving }> {
  const parts: Leaving[] = []
  for (const output of presetById(project, presetId).outputs) {
    try {
      const { leaving } = await prepareOutput(project, task, output, '-', undefined)
      parts.push(leaving)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return { leaving: joinedLeaving(parts) }
}

const extensions: Readonly<Record<string, string>> = { mermaid: 'mmd' }

function fileNameOf({ name, input: { format } }: ReportOutput): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ')
    .trim()
  return `${plain === '' ? 'report' : plain}.${extensions[format] ?? format}`
}

function prepareOutput(
  project: Project,
  task: Task,
  output: ReportOutput,
  path: string,
  masks: CommandInput<'reports.make'>['masks'],
): Prepared<object> | Promise<Prepared<object>> {
  switch (output.command) {
    case 'export.report':
      return prepareReport(project, task, { ...output.input, path, masks })
    case 'export.codebook':
      return prepareCodebook(project, { ...output.input, path, masks })
    case 'export.table':
      return prepareTable(project, {
        ...output.input,
        table: output.input.table as CommandInput<'export.table'>['table'],
        path,
        masks,
      })
    case 'export.map':
      return prepareMap(project, { ...output.input, path, masks })
  }
}

function presetById(project: Project, id: string): ReportPreset {
  return thingById(project, 'reportPreset', id) as unknown as ReportPreset
}
