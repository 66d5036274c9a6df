import { renameSync, rmSync, writeFileSync } from 'node:fs'
import type { CommandHandlers, QueryHandlers } from '../handlers.ts'
import { placeOf } from '../project/file-place.ts'
import { messageOf, Refusal } from '../refusal.ts'
import { codebookToFile, codebookToHtml } from './codebook/index.ts'
import { codebookOf } from './codebook-data.ts'

export const exportCommands: CommandHandlers<'export.codebook'> = {
  'export.codebook': async (
    { format, path, language = 'en', layout = 'sections', examples = 2, codeSetId },
    { project },
  ) => {
    refuseProject(path, project.path)
    const codebook = codebookOf(project, { examples, codeSetId })
    // The schema of .qdc asks for at least one code.
    if (format === 'qdc' && codebook.codes.length === 0)
      throw new Refusal('export.noCodes', { path })
    const bytes = await codebookToFile(codebook, format, { language, layout, examples })
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

/** An export takes the place of an older export, never that of a project, this one least of all. */
function refuseProject(path: string, projectPath: string): void {
  const there = placeOf(path)
  if (!there) return
  const own = placeOf(projectPath)
  const isOwn = there.device === own?.device && there.inode === own.inode
  if (isOwn || /\.standpoint(?:-(?:wal|shm|lock))?$/i.test(path))
    throw new Refusal('file.exists', { path })
}

/** Writes a file whole or not at all: beside its place first, then renamed. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const part = `${path}.part`
  try {
    writeFileSync(part, bytes)
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw new Refusal('file.notWritable', { path, problem: messageOf(error) })
  }
}
