import { z } from 'zod'
import { commands, type QueryInput } from '../../../shared/contract/index.ts'
import { prepareAgreement } from '../agreement/agreement-handlers.ts'
import { prepareAccount } from '../export/account/account-export.ts'
import { prepareCodebook } from '../export/export-handlers.ts'
import { prepareMap } from '../export/map-export.ts'
import { noteFindings, type Prepared } from '../export/prepared.ts'
import { prepareTable } from '../export/tables/table-handlers.ts'
import { prepareFigure } from '../figures/figure-export.ts'
import { prepareMatrix } from '../figures/matrix-export.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { leavingOfPreset, prepareReport } from '../reports/report-handlers.ts'
import type { Task } from '../task.ts'
import { forgetKeyFile, keyFileOf, readKeyFile } from './key-file.ts'
import { lookForLeaks } from './look-for-leaks.ts'

export const leakCommands: CommandHandlers<
  'leaks.useKeyFile' | 'leaks.forgetKeyFile' | 'leaks.note'
> = {
  'leaks.useKeyFile': async ({ path }, { project }) => {
    await readKeyFile(project, path)
    return keyFileInUse(project)
  },
  'leaks.note': ({ label, findings }, { project }) => {
    noteFindings(project, label, findings)
    return {}
  },
  'leaks.forgetKeyFile': (_, { project }) => {
    forgetKeyFile(project)
    return keyFileInUse(project)
  },
}

export const leakQueries: QueryHandlers<'leaks.keyFile' | 'leaks.check'> = {
  'leaks.keyFile': (_, { project }) => keyFileInUse(project),
  'leaks.check': async (input, { project, task: taskOf }) => {
    const task = taskOf(undefined)
    const { leaving } = await prepare(project, task, input)
    const leaks = await lookForLeaks(project, task, leaving)
    const names = keyFileOf(project)?.names
    return {
      items: leaks.map((leak) => ({
        ...leak,
        pseudonym: (leak.kind === 'name' && names?.get(leak.text)) || null,
      })),
      total: leaks.length,
    }
  },
}

/** What is looked through. */
type Looked = Pick<Prepared<object>, 'leaving'>

function prepare(
  project: Project,
  task: Task,
  { command, input }: QueryInput<'leaks.check'>,
): Looked | Promise<Looked> {
  switch (command) {
    case 'export.codebook':
      return prepareCodebook(project, argumentsOf(command, input))
    case 'export.table':
      return prepareTable(project, argumentsOf(command, input))
    case 'export.map':
      return prepareMap(project, argumentsOf(command, input))
    case 'export.account':
      return prepareAccount(project, argumentsOf(command, input))
    case 'export.report':
      return prepareReport(project, task, argumentsOf(command, input))
    case 'reports.make':
      return leavingOfPreset(project, task, argumentsOf(command, input).presetId)
    case 'export.agreement':
      return prepareAgreement(project, argumentsOf(command, input))
    case 'export.matrix':
      return prepareMatrix(project, task, argumentsOf(command, input))
    case 'export.figure':
      return prepareFigure(project, task, argumentsOf(command, input))
  }
}

/** Arguments of an export by its own schema; where it would go does not matter yet. */
function argumentsOf<K extends QueryInput<'leaks.check'>['command']>(
  command: K,
  input: Record<string, unknown>,
): z.output<(typeof commands)[K]['input']> {
  const schema: z.ZodType = commands[command].input
  const format = command === 'export.figure' ? 'svg' : 'docx'
  const parsed = schema.safeParse({ format, path: '-', folder: '-', ...input })
  if (!parsed.success) throw new Refusal('args.invalid', { problem: z.prettifyError(parsed.error) })
  return parsed.data as z.output<(typeof commands)[K]['input']>
}

function keyFileInUse(project: Project): { path: string | null; names: number } {
  const file = keyFileOf(project)
  return { path: file?.path ?? null, names: file?.persons ?? 0 }
}
