import type { CommandInput, QueryOutput } from '../../../shared/contract/index.ts'
import type { SourceKind } from '../../../shared/model/kinds.ts'

export type Preview = QueryOutput<'sources.preview'>['items'][number]
export type ImportOptions = NonNullable<CommandInput<'sources.import'>['options']>

/** One file of the dialog: what it would give, and what the person has chosen for it. */
export interface PlannedFile {
  path: string
  preview: Preview | null
  isReading: boolean
  /** Empty: as recognised. */
  title: string
  kind: SourceKind | null
  reflow: 'auto' | 'on' | 'off'
  turns: 'auto' | 'off'
  surveyBy: 'row' | 'column'
  /** Speaker as recognised → as corrected, only where changed. */
  speakers: Record<string, string>
  /** Import although the project has it already. */
  again: boolean
}

export function plannedFile(path: string): PlannedFile {
  return {
    path,
    preview: null,
    isReading: true,
    title: '',
    kind: null,
    reflow: 'auto',
    turns: 'auto',
    surveyBy: 'row',
    speakers: {},
    again: false,
  }
}

/** The options as the engine takes them; what is left to it is left out. */
export function optionsOf(file: PlannedFile, folderId: string | null): ImportOptions {
  return {
    ...(file.kind === null ? {} : { kind: file.kind }),
    ...(folderId === null ? {} : { folderId }),
    ...(file.reflow === 'auto' ? {} : { reflow: file.reflow }),
    ...(file.turns === 'auto' ? {} : { turns: file.turns }),
    ...(isSurvey(file) ? { survey: { by: file.surveyBy } } : {}),
    ...(Object.keys(file.speakers).length === 0 ? {} : { speakers: file.speakers }),
    ...(file.again ? { duplicates: 'import' as const } : {}),
  }
}

export function isSurvey(file: PlannedFile): boolean {
  return file.preview?.format === 'csv' || /\.csv$/i.test(file.path)
}

export function isImportable(file: PlannedFile): boolean {
  const { preview } = file
  if (preview === null) return false
  return preview.ok && (preview.duplicateOf === null || file.again)
}

export interface ImportBatch {
  paths: string[]
  options: ImportOptions
}

/** Files with the same options go in one command. */
export function batchesOf(files: readonly PlannedFile[], folderId: string | null): ImportBatch[] {
  const batches = new Map<string, ImportBatch>()
  for (const file of files) {
    const options = optionsOf(file, folderId)
    const key = JSON.stringify(options)
    const batch = batches.get(key)
    if (batch === undefined) batches.set(key, { paths: [file.path], options })
    else batch.paths.push(file.path)
  }
  return [...batches.values()]
}

export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
