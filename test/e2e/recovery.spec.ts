import { expect, test } from '@playwright/test'
import { newProject } from './pages/start-screen.ts'
import { Reader } from './pages/reader.ts'
import { Workspace, titleOf } from './pages/workspace.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { commandOf, processTree } from './support/processes.ts'
import { samples } from './support/samples.ts'

let app: RunningApp

test.beforeEach(async () => {
  app = await launchApp()
})

test.afterEach(async () => {
  await app.close()
})

test('an engine that is killed in the middle of coding loses nothing it has answered', async () => {
  const { page } = app
  await newProject(app, 'Killed')
  const workspace = new Workspace(app)
  await workspace.importFiles([samples.randi])
  const randi = new Reader(page, titleOf(samples.randi))
  await randi.text.click()
  await randi.select('Mål for uka')
  await randi.codeAnew('mal')
  await expect(randi.stripe('mal')).toBeVisible()

  const [source] = (await query(page, 'sources.list', {})).items
  const [code] = (await query(page, 'codes.list', {})).items
  if (source === undefined || code === undefined) throw new Error('no source or no code')
  // Codings in a row, as fast as they are answered; the engine dies among them.
  const answered = page.evaluate(
    async ([sourceId, codeId]) => {
      const done: number[] = []
      for (let start = 200; start < 200 + 4000; start += 10) {
        const args = { sourceId, start, end: start + 9, codeId }
        const result = await window.standpoint.invoke('passages.code', args)
        if (!result.ok) break
        done.push(start)
        Object.assign(window, { answeredCodings: done.length })
      }
      return done
    },
    [source.id, code.id] as const,
  )
  await page.waitForFunction(
    () => ((window as { answeredCodings?: number }).answeredCodings ?? 0) >= 20,
  )
  const engine = processTree(app.electron.process().pid ?? 0).find((pid) =>
    /engine-process|utility-sub-type=node/.test(commandOf(pid)),
  )
  process.kill(engine ?? -1, 'SIGKILL')
  const starts = await answered
  expect(starts.length).toBeGreaterThanOrEqual(20)

  await expect(
    page.getByRole('alert').filter({ hasText: 'The part that keeps the project was restarted' }),
  ).toBeVisible()
  const { items } = await query(page, 'codings.list', {})
  const kept = new Set(items.map(({ start }) => start))
  expect(starts.filter((start) => !kept.has(start))).toEqual([])
  expect((await query(page, 'project.check', { rebuild: true })).problems).toEqual([])

  // Work goes on where it was.
  await randi.text.click()
  await randi.select('skal jeg ringe Sander')
  await randi.codeAnew('etter bruddet')
  await expect(randi.stripe('etter bruddet')).toBeVisible()
})

test('a project whose window is killed opens again with everything that was answered', async () => {
  const path = await newProject(app, 'Crashed')
  await command(app.page, 'codes.create', { name: 'venting' })
  const processes = processTree(app.electron.process().pid ?? 0)
  const ended = new Promise((resolve) => app.electron.process().once('exit', resolve))
  for (const pid of processes.toReversed()) process.kill(pid, 'SIGKILL')
  await ended
  app = await app.restart()
  await command(app.page, 'project.open', { path })
  const { items } = await query(app.page, 'codes.list', {})
  expect(items.map(({ name }) => name)).toEqual(['venting'])
})
