import { useEffect, useRef, useState } from 'react'
import type { ImportedFile } from '../../../shared/contract/sources.ts'
import { ask, onEvent, run, showFailure } from '../../app/engine-client.ts'
import { batchesOf, isImportable, optionsOf, plannedFile } from './import-plan.ts'
import type { PlannedFile } from './import-plan.ts'

export interface Progress {
  done: number
  total: number
  label: string
}

export type ImportPhase = 'choosing' | 'running' | 'done'

let lastTask = 0

/** The course of an import: read the files, let the person choose, run, tell what came of it. */
export function useImport(paths: readonly string[], folderId: string | null) {
  const [files, setFiles] = useState<PlannedFile[]>(() => [...new Set(paths)].map(plannedFile))
  const [phase, setPhase] = useState<ImportPhase>('choosing')
  const [progress, setProgress] = useState<Progress>({ done: 0, total: 0, label: '' })
  const [results, setResults] = useState<ImportedFile[]>([])
  const [isStopping, setIsStopping] = useState(false)
  const task = useRef('')
  const isStopped = useRef(false)
  /** Files of the batches before the one that runs. */
  const doneBefore = useRef(0)
  const asked = useRef(new Map<string, number>())

  const put = (path: string, change: Partial<PlannedFile>): void =>
    setFiles((present) =>
      present.map((file) => (file.path === path ? { ...file, ...change } : file)),
    )

  const read = async (file: PlannedFile): Promise<void> => {
    const turn = (asked.current.get(file.path) ?? 0) + 1
    asked.current.set(file.path, turn)
    const { speakers: _, ...options } = optionsOf(file, folderId)
    const answer = await ask('sources.preview', { paths: [file.path], options })
    if (asked.current.get(file.path) !== turn) return
    if (!answer.ok) showFailure(answer.error)
    put(file.path, {
      isReading: false,
      preview: answer.ok ? (answer.value.items[0] ?? null) : null,
    })
  }
  const readAll = async (all: readonly PlannedFile[]): Promise<void> => {
    for (const file of all) await read(file)
  }
  const first = useRef(false)
  useEffect(() => {
    if (first.current) return
    first.current = true
    void readAll(files)
  })
  useEffect(
    () =>
      onEvent('task.progress', (event) => {
        if (event.task === task.current) {
          const done = doneBefore.current + event.done
          setProgress((before) => ({ ...before, done, label: event.label }))
        }
      }),
    [],
  )

  /** Changes what is chosen for a file; what bears on the reading has it read again. */
  const change = (path: string, wanted: Partial<PlannedFile>): void => {
    const isReadAgain = 'reflow' in wanted || 'turns' in wanted || 'surveyBy' in wanted
    put(path, { ...wanted, ...(isReadAgain ? { isReading: true } : {}) })
    const file = files.find((candidate) => candidate.path === path)
    if (isReadAgain && file !== undefined) void read({ ...file, ...wanted })
  }
  const add = (more: readonly string[]): void => {
    const known = new Set(files.map((file) => file.path))
    const added = more.filter((path) => !known.has(path)).map(plannedFile)
    setFiles((present) => [...present, ...added])
    void readAll(added)
  }
  const leaveOut = (path: string): void =>
    setFiles((present) => present.filter((file) => file.path !== path))

  const start = async (): Promise<ImportedFile[]> => {
    const chosen = files.filter(isImportable)
    setPhase('running')
    setProgress({ done: 0, total: chosen.length, label: '' })
    const all: ImportedFile[] = []
    for (const batch of batchesOf(chosen, folderId)) {
      if (isStopped.current) break
      lastTask += 1
      task.current = `import-${lastTask}`
      doneBefore.current = all.length
      const answer = await run('sources.import', { ...batch, task: task.current })
      if (answer.ok) all.push(...answer.value.items)
      else showFailure(answer.error)
      setProgress((before) => ({ ...before, done: all.length }))
    }
    await retitle(chosen, all)
    const whole = [...all, ...files.filter((file) => !isImportable(file)).map(leftOut)]
    setResults(whole)
    setPhase('done')
    return whole
  }
  const stop = async (): Promise<void> => {
    isStopped.current = true
    setIsStopping(true)
    const answer = await run('tasks.cancel', { task: task.current })
    if (!answer.ok) showFailure(answer.error)
  }
  return { files, phase, progress, results, isStopping, change, add, leaveOut, start, stop }
}

export type Import = ReturnType<typeof useImport>

/** What came of a file that was not even tried: it is refused, or in the project already. */
function leftOut(file: PlannedFile): ImportedFile {
  return {
    path: file.path,
    ok: false,
    sourceIds: [],
    duplicateOf: file.preview?.duplicateOf ?? null,
    notes: [],
    error: file.preview?.error ?? null,
  }
}

/** Titles are no option of the reading; a title written in the dialog is given afterwards. */
async function retitle(
  files: readonly PlannedFile[],
  imported: readonly ImportedFile[],
): Promise<void> {
  for (const file of files) {
    const sourceIds = imported.find((item) => item.path === file.path)?.sourceIds ?? []
    const title = file.title.trim()
    if (title === '' || title === file.preview?.title || sourceIds.length !== 1) continue
    const answer = await run('sources.update', { sourceIds, title })
    if (!answer.ok) showFailure(answer.error)
  }
}
