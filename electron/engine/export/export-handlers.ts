import { masked } from '../../../shared/analysis/leaks/mask.ts'
import type { CommandInput } from '../../../shared/contract/index.ts'
import { translate } from '../../../shared/i18n/index.ts'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import type { Project } from '../project/project.ts'
import { Refusal } from '../refusal.ts'
import { codebookToFile, codebookToHtml } from './codebook/index.ts'
import { codebookOf } from './codebook-data.ts'
import { leavingOfCodebook } from './leaving.ts'
import { carryOut, type Prepared } from './prepared.ts'

export const exportCommands: CommandHandlers<'export.codebook'> = {
  'export.codebook': (input, context) =>
    carryOut(context, input, () => prepareCodebook(context.project, input)),
}

export function prepareCodebook(
  project: Project,
  {
    format,
    path,
    language = 'en',
    layout = 'sections',
    examples = 2,
    codeSetId,
    masks,
  }: CommandInput<'export.codebook'>,
): Prepared<{ codes: number }> {
  const codebook = masked(codebookOf(project, { examples, codeSetId }), masks)
  // The schema of .qdc asks for at least one code.
  if (format === 'qdc' && codebook.codes.length === 0) throw new Refusal('export.noCodes', { path })
  const sourceOf = project.db
    .prepare<[string], string>('SELECT source_id FROM passages WHERE id = ?')
    .pluck()
  return {
    label: translate(language, 'export.codebook'),
    leaving: leavingOfCodebook(codebook, (passageId) => sourceOf.get(passageId)),
    toFile: async (task) => ({
      bytes: await codebookToFile(codebook, format, { language, layout, examples }, task),
      answer: { codes: codebook.codes.length },
    }),
  }
}

export const exportQueries: QueryHandlers<'export.preview'> = {
  'export.preview': (
    { language = 'en', layout = 'sections', examples = 2, codeSetId },
    { project },
  ) => ({
    html: codebookToHtml(codebookOf(project, { examples, codeSetId }), {
      language,
      layout,
      examples,
    }),
  }),
}
