import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { writeOffice } from '../../electron/engine/export/office/write-office.ts'
import type { OfficeFile } from '../../electron/engine/export/office/office-file.ts'
import { silentTask } from '../../electron/engine/task.ts'
import { newSource, temporaryFolder, TestEngine } from './support/project.ts'

/** A project with so many coded passages that the library is at their file for a good while. */
async function project() {
  let onLibrary = () => {}
  const engine = new TestEngine((event, payload) => {
    if (event === 'task.progress' && 'total' in payload && payload.total === 0) onLibrary()
  })
  onTestFinished(() => engine.close())
  const folder = temporaryFolder()
  await engine.do('project.create', { path: join(folder, 'a.standpoint') })
  const sourceId = await newSource(engine, 'Vi fyller ut skjemaet når brevet kommer.\n'.repeat(600))
  const { id } = await engine.do('codes.create', { name: 'Skjema' })
  await engine.do('search.code', { query: 'skjemaet', unit: 'paragraph', codeIds: [id] })
  return {
    engine,
    sourceId,
    path: join(folder, 'report.docx'),
    /** When it is told for the n-th time that nobody can say how far the work has come. */
    library: (nth: number) =>
      new Promise<void>((resolve) => {
        let times = 0
        onLibrary = () => {
          times += 1
          if (times === nth) resolve()
        }
      }),
  }
}

const report = { kind: 'segments', format: 'docx', context: true, task: 'report' } as const

test('O1 the engine answers question after question while a file is being written', async () => {
  const { engine, path, library } = await project()
  const atWork = library(2)
  let isWritten = false
  const written = engine.do('export.report', { ...report, path }).finally(() => (isWritten = true))
  await atWork
  let answers = 0
  while (!isWritten) {
    await engine.get('codes.list', {})
    answers += 1
    await nextTurn()
  }
  expect(answers).toBeGreaterThan(5)
  expect((await written).items).toBe(600)
})

test('O2 Stop is heard while the library writes, and nothing is left', async () => {
  const { engine, path, library } = await project()
  const atWork = library(2)
  const written = engine.command('export.report', { ...report, path })
  await atWork
  await engine.do('tasks.cancel', { task: 'report' })
  expect(await written).toMatchObject({ ok: false, error: { code: 'task.cancelled' } })
  expect(existsSync(path)).toBe(false)
})

test('O3 what goes wrong in the thread is told', async () => {
  const broken = { type: 'document', document: {} } as unknown as OfficeFile
  await expect(writeOffice(broken, silentTask())).rejects.toThrow(TypeError)
})
