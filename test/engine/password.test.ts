import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ended, startCommandLine } from './support/command-line.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'
import { smallDisk } from './support/small-disk.ts'

const secret = 'Hun sa det bare til meg'

async function project(folder: string, password?: string) {
  const path = join(folder, 'a.standpoint')
  const engine = await newProject(path, password)
  onTestFinished(() => engine.close())
  await newSource(engine, `${secret}.\n`.repeat(400))
  return { engine, path }
}

/** The project goes on, in its one file, with everything in it, undo included. */
async function expectWhole(engine: TestEngine, path: string): Promise<void> {
  expect(await engine.get('project.check', { rebuild: true })).toMatchObject({ clean: true })
  const { items } = await engine.get('sources.list', {})
  const { text } = await engine.get('sources.text', { sourceId: items[0]?.id ?? '' })
  expect(text).toContain(secret)
  await engine.do('codes.create', { name: `kode ${Date.now()}` })
  await engine.do('history.undo', {})
  expect(filesBeside(path)).not.toContain('a.standpoint-rewritten')
}

function filesBeside(path: string): string[] {
  return readdirSync(dirname(path)).toSorted()
}

test('a password is set, changed and removed while one works on; undo, device and readers go on', async () => {
  const { engine, path } = await project(temporaryFolder())
  await engine.do('codes.create', { name: 'før' })
  const before = await engine.get('project.info', {})
  const isOpaque = () => !readFileSync(path).includes(Buffer.from(secret))
  for (const password of ['blå elv', 'rød sti', null]) {
    await engine.do('project.setPassword', { password })
    expect(isOpaque()).toBe(password !== null)
    expect(await engine.get('project.info', {})).toEqual({
      ...before,
      encrypted: password !== null,
    })
    await expectWhole(engine, path)
    const reader = new TestEngine()
    onTestFinished(() => reader.close())
    const own = password === null ? {} : { password }
    await reader.do('project.open', { path, ...own, readOnly: true })
    expect((await reader.get('codes.list', {})).items).toHaveLength(1)
    reader.close()
  }
  await engine.do('history.undo', {})
  expect((await engine.get('codes.list', {})).items).toEqual([])
  engine.close()
  // The same place, not a copy: nobody is asked who works here.
  await engine.do('project.open', { path })
  expect(await engine.get('project.info', {})).toEqual(before)
  engine.close()
  expect(filesBeside(path)).toEqual(['a.standpoint'])
  // A password that a plain project does not need does not make it a secret one.
  await engine.do('project.open', { path, password: 'rød sti' })
  expect(await engine.get('project.info', {})).toEqual(before)
})

test('on a full disk the password stays as it was, and the work goes on', async () => {
  const disk = smallDisk(3)
  if (disk === null) return
  const { engine, path } = await project(disk)
  const ballast = join(disk, 'ballast')
  fill(ballast)
  const refused = await engine.refusal('project.setPassword', { password: 'ny' })
  expect(refused.code).toBe('project.diskFull')
  expect(filesBeside(path)).not.toContain('a.standpoint-rewritten')
  expect((await engine.get('project.info', {})).encrypted).toBe(false)
  rmSync(ballast)
  await expectWhole(engine, path)
  await engine.do('project.setPassword', { password: 'ny' })
  await expectWhole(engine, path)
})

test('where there may be no new file the password stays as it was', async () => {
  const { engine, path } = await project(temporaryFolder())
  const inTheWay = `${path}-rewritten`
  mkdirSync(join(inTheWay, 'folder'), { recursive: true })
  const refused = await engine.refusal('project.setPassword', { password: 'ny' })
  expect(refused.code).toBe('file.notWritable')
  expect((await engine.get('project.info', {})).encrypted).toBe(false)
  rmSync(inTheWay, { recursive: true })
  await expectWhole(engine, path)
})

test('in a folder that one may not write to any more the password stays as it was', async () => {
  const folder = temporaryFolder()
  const { engine, path } = await project(folder)
  engine.close()
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  chmodSync(folder, 0o777)
  chmodSync(path, 0o666)
  const child = startCommandLine(['run', path, '-'], user)
  const over = ended(child)
  const first = new Promise((resolve) => child.stdout.once('data', resolve))
  child.stdin.write(`${JSON.stringify({ command: 'codes.create', args: { name: 'en' } })}\n`)
  await first
  chmodSync(folder, 0o555)
  child.stdin.end(
    `${JSON.stringify({ command: 'project.setPassword', args: { password: 'ny' } })}\n`,
  )
  const answers = (await over).out.trim().split('\n')
  expect(answers).toHaveLength(2)
  expect(JSON.parse(answers[1] ?? '')).toMatchObject({
    ok: false,
    error: { code: 'project.notWritable', details: { path: folder } },
  })
  chmodSync(folder, 0o777)
  await engine.do('project.open', { path })
  expect((await engine.get('codes.list', {})).items).toHaveLength(1)
  await expectWhole(engine, path)
})

test('what a killed change left is removed at the next opening, and by nobody who only reads', async () => {
  const { engine, path } = await project(temporaryFolder())
  engine.close()
  const left = [`${path}-rewritten`, `${path}-rewritten-journal`]
  for (const each of left) writeFileSync(each, randomBytes(8192))
  await engine.do('project.open', { path, readOnly: true })
  expect(filesBeside(path)).toContain('a.standpoint-rewritten')
  engine.close()
  await engine.do('project.open', { path })
  expect(filesBeside(path).filter((name) => name.includes('rewritten'))).toEqual([])
  await engine.do('project.setPassword', { password: 'ny' })
  await expectWhole(engine, path)
})

test('a project behind a link is rewritten where it is', async () => {
  const folder = temporaryFolder()
  const { engine, path } = await project(folder)
  engine.close()
  const link = join(temporaryFolder(), 'link.standpoint')
  symlinkSync(path, link)
  await engine.do('project.open', { path: link })
  await engine.do('project.setPassword', { password: 'ny' })
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(path).includes(Buffer.from(secret))).toBe(false)
  await expectWhole(engine, path)
})

test('while another reads, and when the file was moved, the password stays as it was', async () => {
  const { engine, path } = await project(temporaryFolder())
  const reader = new TestEngine()
  onTestFinished(() => reader.close())
  await reader.do('project.open', { path, readOnly: true })
  expect((await engine.refusal('project.setPassword', { password: 'ny' })).code).toBe(
    'project.locked',
  )
  reader.close()
  await expectWhole(engine, path)
  renameSync(path, `${path}.away`)
  expect((await engine.refusal('project.setPassword', { password: 'ny' })).code).toBe(
    'project.fileGone',
  )
  renameSync(`${path}.away`, path)
  const { mode } = statSync(path)
  await engine.do('project.setPassword', { password: 'ny' })
  expect(statSync(path).mode).toBe(mode)
  await expectWhole(engine, path)
})

function fill(path: string): void {
  const file = openSync(path, 'w')
  const bytes = Buffer.alloc(4096)
  try {
    for (;;) writeSync(file, bytes)
  } catch {
    // full
  } finally {
    closeSync(file)
  }
}
