import type { CommandInput } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/i18n/index.ts'
import { cleanLine } from '../export/codebook/clean.ts'
import { documentToFile } from '../export/codebook/document-file.ts'
import type { CodebookDocument } from '../export/codebook/document-model.ts'
import { CODEBOOK_WORDS, longDate } from '../export/codebook/words.ts'
import { titleOf } from '../export/tables/project-title.ts'
import { tablesToFile } from '../export/tables/table-files.ts'
import { listEntities } from '../project/entities.ts'
import type { Project } from '../project/project.ts'
import type { Task } from '../task.ts'
import type { Report } from './report-model.ts'

/** A report as pages or, for xlsx and csv, as a sheet. */
export async function reportToFile(
  project: Project,
  report: Report,
  format: CommandInput<'export.report'>['format'],
  language: Language,
  task: Task,
): Promise<Uint8Array> {
  switch (format) {
    case 'xlsx':
    case 'csv': {
      const { title } = report
      const options = { title, project: titleOf(project), language, exported: project.now() }
      return tablesToFile([report.table], format, options, task)
    }
    default:
      return documentToFile(reportDocument(project, report, language), format, task)
  }
}

export function reportDocument(
  project: Project,
  { title, blocks, landscape }: Report,
  language: Language,
): CodebookDocument {
  const analysts = listEntities(project, 'analysts').map(({ name }) => cleanLine(String(name)))
  return {
    language,
    locale: CODEBOOK_WORDS[language].locale,
    landscape,
    title: cleanLine(title),
    subtitle: cleanLine(titleOf(project)),
    metadata: [longDate(project.now(), language), analysts.join(', ')].filter(Boolean).join(' · '),
    blocks,
  }
}
