import type { AgreementParameters, AgreementRun } from '../../../shared/contract/agreement.ts'
import { masked } from '../../../shared/analysis/leaks/mask.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import { tablesToFile } from '../export/tables/table-files.ts'
import { titleOf } from '../export/tables/project-title.ts'
import { leavingOfTables } from '../export/leaving.ts'
import { carryOut, type Prepared } from '../export/prepared.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import { deleteThings, makeThing, thingById } from '../project/things.ts'
import { Refusal } from '../refusal.ts'
import { agreementTables } from './agreement-tables.ts'
import { computeAgreement } from './compute-agreement.ts'

const shownKey = 'showAgreement'

export const agreementCommands: CommandHandlers<
  'agreement.keep' | 'agreement.delete' | 'agreement.show' | 'export.agreement'
> = {
  'agreement.keep': ({ note = '', ...parameters }, { project }) => {
    const result = computeAgreement(project, parameters)
    const id = makeThing(project, 'agreementRun', 'agreement.keep', {
      analysts: result.analysts.map(({ name }) => name).join(', '),
      note,
      parameters,
      result,
    })
    return runById(project, id)
  },
  'agreement.delete': ({ runIds }, { project }) => {
    deleteThings(project, 'agreementRun', 'agreement.delete', runIds)
    return {}
  },
  'agreement.show': ({ shown }, { project }) => {
    if (isShown(project) === shown) return {}
    project.change({ command: 'agreement.show', label: '', entities: [] }, (edit) =>
      edit('project', (doc) => doc.getMap('meta').set(shownKey, shown)),
    )
    return {}
  },
  'export.agreement': (input, context) =>
    carryOut(context, input, () => prepareAgreement(context.project, input)),
}

export function prepareAgreement(
  project: Project,
  input: CommandInput<'export.agreement'>,
): Prepared<{ rows: number }> {
  const { language = 'en', format, masks } = input
  const isOnPaper = format === 'docx' || format === 'md'
  const tables = masked(agreementTables(resultOf(project, input), language, isOnPaper), masks)
  const title = translate(language, 'agreement.title')
  return {
    label: title,
    leaving: leavingOfTables(tables.map(({ table }) => table)),
    toFile: async (task) => {
      const options = { title, project: titleOf(project), language, exported: project.now() }
      const bytes = await tablesToFile(tables, format, options, task)
      return { bytes, answer: { rows: tables[0]?.table.rows.length ?? 0 } }
    },
  }
}

export const agreementQueries: QueryHandlers<'agreement.compute' | 'agreement.list'> = {
  'agreement.compute': (parameters, { project }) => computeAgreement(project, parameters),
  'agreement.list': (_, { project }) => ({
    shown: isShown(project),
    items: listEntities(project, 'agreementRuns').map(entityToRun).toReversed(),
  }),
}

function isShown(project: Project): boolean {
  return project.documents.get('project').getMap('meta').get(shownKey) === true
}

function resultOf(
  project: Project,
  { runId, ...input }: CommandInput<'export.agreement'>,
): AgreementRun['result'] {
  if (runId !== undefined) return runById(project, runId).result
  const { analystIds, unit, scope } = input
  if (!analystIds || !unit || !scope) {
    throw new Refusal('args.invalid', { problem: 'say either runId or analystIds, unit and scope' })
  }
  const parameters: AgreementParameters = { ...input, analystIds, unit, scope }
  return computeAgreement(project, parameters)
}

function runById(project: Project, id: string): AgreementRun {
  return entityToRun(thingById(project, 'agreementRun', id))
}

function entityToRun(entity: object): AgreementRun {
  const { id, created, createdBy, note, parameters, result } = entity as AgreementRun
  return { id, created, createdBy, note, parameters, result }
}
