import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'
import { codebookToFile, codebookToHtml } from './codebook/index.ts'
import { codebookOf } from './codebook-data.ts'
import { refuseProject, writeWhole } from './write-whole.ts'

export const exportCommands: CommandHandlers<'export.codebook'> = {
  'export.codebook': async (
    { format, path, language = 'en', layout = 'sections', examples = 2, codeSetId, task: name },
    context,
  ) => {
    const { project } = context
    const task = context.task(name)
    refuseProject(path, project.path)
    await task.reach(0, 0)
    const codebook = codebookOf(project, { examples, codeSetId })
    // The schema of .qdc asks for at least one code.
    if (format === 'qdc' && codebook.codes.length === 0)
      throw new Refusal('export.noCodes', { path })
    const options = { language, layout, examples }
    const bytes = await codebookToFile(codebook, format, options, task)
    await task.reach(1, 1)
    writeWhole(path, bytes)
    return { path, bytes: bytes.length, codes: codebook.codes.length }
  },
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
