import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { newProject, temporaryFolder, TestEngine } from './support/project.ts'

const minutes = 60 * 1000

/** A project that was made and changed so many minutes ago, closed. */
async function oldProject(ago: number): Promise<{ path: string; folder: string }> {
  const folder = temporaryFolder()
  const path = join(folder, 'a.standpoint')
  const engine = await newProject(path)
  await engine.do('codes.create', { name: 'A' })
  engine.close()
  const db = new Database(path)
  const time = (minutesAgo: number) => new Date(Date.now() - minutesAgo * minutes).toISOString()
  db.prepare('UPDATE activity SET time = ? WHERE seq = 1').run(time(ago + 5))
  db.prepare('UPDATE activity SET time = ? WHERE seq > 1').run(time(ago))
  db.close()
  return { path, folder: join(folder, 'a backups') }
}

function backupFrom(folder: string, minutesAgo: number): string {
  mkdirSync(folder, { recursive: true })
  const time = new Date(Date.now() - minutesAgo * minutes)
  const path = join(folder, `a ${time.toISOString().replaceAll(':', '.')}.standpoint`)
  writeFileSync(path, 'older')
  utimesSync(path, time, time)
  return path
}

async function opened(path: string, readOnly = false): Promise<TestEngine> {
  const engine = new TestEngine()
  await engine.do('project.open', { path, readOnly })
  return engine
}

const finished = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.standpoint')) : []

test('D7 a short session is backed up when the project is opened the next time', async () => {
  const { path, folder } = await oldProject(60)
  const older = backupFrom(folder, 90)
  const engine = await opened(path)
  await expect.poll(() => finished(folder).length).toBe(2)
  const { items } = await engine.get('backups.list', {})
  engine.close()
  expect(items.map((item) => item.path)).toContain(older)
  const copy = await opened(items[0]?.path ?? '', true)
  expect((await copy.get('codes.list', {})).items).toMatchObject([{ name: 'A' }])
  copy.close()
})

test('D7 no backup at opening to read only, without a change since the newest, or within half an hour', async () => {
  const toRead = await oldProject(60)
  const unchanged = await oldProject(60)
  backupFrom(unchanged.folder, 50)
  const recent = await oldProject(10)
  // The last one shows that the time for it has come.
  const due = await oldProject(60)
  const engines = [await opened(toRead.path, true)]
  for (const { path } of [unchanged, recent, due]) engines.push(await opened(path))
  await expect.poll(() => finished(due.folder).length).toBe(1)
  expect(finished(toRead.folder)).toHaveLength(0)
  expect(finished(unchanged.folder)).toHaveLength(1)
  expect(finished(recent.folder)).toHaveLength(0)
  for (const engine of engines) engine.close()
})

test('D7 the twelve newest backups stay, and the last of each of fourteen days before them', async () => {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'a.standpoint'))
  const backups = join(folder, 'a backups')
  const day = 24 * 60
  for (let n = 1; n <= 11; n++) backupFrom(backups, n)
  // Noon, so that the two of a day are of the same day wherever this runs.
  const noon = Math.floor((Date.now() - new Date().setHours(12, 0, 0, 0)) / minutes)
  const late = Array.from({ length: 20 }, (_, n) => backupFrom(backups, noon + (n + 1) * day))
  for (let n = 0; n < 20; n++) backupFrom(backups, noon + (n + 1) * day + 60)
  await engine.do('backups.create', {})
  const { items } = await engine.get('backups.list', {})
  expect(items).toHaveLength(12 + 14)
  expect(items.slice(12).map((item) => item.path)).toEqual(late.slice(0, 14))
})
