import {
  chmodSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Failure } from '../../shared/contract/errors.ts'
import { formatVersion, migrate } from '../../electron/engine/project/format.ts'
import { standpoint, standpointAsNobody } from './support/command-line.ts'
import { expectInvariants } from './support/invariants.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'
import { smallDisk } from './support/small-disk.ts'
import { projectedRows } from './support/tables.ts'

/** A refusal whose sentences have no gap: what happened, what was kept, what to do. */
function expectClear(failure: Failure, code: Failure['code']): void {
  expect(failure.code).toBe(code)
  expect(failure.message).toMatch(/\S.*[.:]/)
  expect(failure.hint).toMatch(/\S.*\.$/)
  expect(failure.message + failure.hint).not.toMatch(/\{\{|undefined|\s{2}/)
}

async function withContents(path: string, password?: string): Promise<TestEngine> {
  const engine = await newProject(path, password)
  const sourceId = await newSource(engine, 'Da brevet kom, ringte hun kontoret.\n'.repeat(200))
  for (let n = 0; n < 40; n++) {
    await engine.do('passages.code', {
      sourceId,
      start: n * 36,
      end: n * 36 + 9,
      newCode: { name: `kode ${n}` },
    })
  }
  await engine.do('memos.create', { title: 'Memo', text: 'tekst' })
  return engine
}

async function openingRefused(path: string, password?: string): Promise<Failure> {
  const engine = new TestEngine()
  try {
    return await engine.refusal('project.open', {
      path,
      ...(password === undefined ? {} : { password }),
    })
  } finally {
    engine.close()
  }
}

describe('D3 the disk and the folder', () => {
  test('a full disk refuses the change, keeps what was there, and work goes on when there is room', async () => {
    const disk = smallDisk(12)
    if (disk === null) return
    const path = join(disk, 'full.standpoint')
    const engine = await withContents(path)
    const ballast = join(disk, 'ballast')
    fill(ballast)
    const before = projectedRows(path)
    const { items } = await engine.get('sources.list', {})
    const sourceId = items[0]?.id ?? ''
    const args = { sourceId, start: 0, end: 0, text: 'lang tekst '.repeat(40_000) }
    expectClear(await engine.refusal('sources.editText', args), 'project.diskFull')
    expect(projectedRows(path)).toEqual(before)
    await expectInvariants(engine)
    rmSync(ballast)
    await engine.do('sources.editText', { sourceId, start: 0, end: 0, text: 'kort ' })
    await expectInvariants(engine)
    engine.close()
    const again = new TestEngine()
    await again.do('project.open', { path })
    await expectInvariants(again)
    again.close()
  })

  test('a new project on a full disk leaves no file', async () => {
    const disk = smallDisk(1)
    if (disk === null) return
    fill(join(disk, 'ballast'))
    const engine = new TestEngine()
    const path = join(disk, 'new.standpoint')
    expectClear(await engine.refusal('project.create', { path }), 'project.diskFull')
    expect(readdirSync(disk)).toEqual(['ballast'])
  })

  test('a backup to a full disk leaves no half file and the project as it was', async () => {
    const disk = smallDisk(1)
    if (disk === null) return
    const engine = await withContents(join(temporaryFolder(), 'a.standpoint'))
    fill(join(disk, 'ballast'))
    const refused = await engine.refusal('backups.create', { path: join(disk, 'b.standpoint') })
    expectClear(refused, 'file.notWritable')
    expect(readdirSync(disk)).toEqual(['ballast'])
    await expectInvariants(engine)
  })

  test('a folder one may not write to: nothing is made there, reading is possible', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.standpoint')
    ;(await withContents(path)).close()
    chmodSync(folder, 0o555)
    chmodSync(path, 0o444)
    const refused = async (words: string[]) => {
      const ran = await standpointAsNobody([...words, '--json'])
      expect(ran.status).toBe(1)
      expectClear(JSON.parse(ran.out).error, 'project.notWritable')
    }
    await refused(['new', join(folder, 'new.standpoint')])
    await refused(['run', path, '-'])
    const listed = await standpointAsNobody(['list', path, 'codings', '--json'])
    expect(listed.err).toBe('')
    expect(JSON.parse(listed.out).items).toHaveLength(40)
    expect(readdirSync(folder)).toEqual(['a.standpoint'])
  })
})

describe('D4 the file goes while it is open', () => {
  for (const [how, password] of [
    ['deleted', undefined],
    ['moved', undefined],
    ['deleted', 'hemmelig'],
  ] as const) {
    test(`${how}${password ? ', encrypted' : ''}: the next change is refused, a backup saves everything`, async () => {
      const folder = temporaryFolder()
      const path = join(folder, 'a.standpoint')
      const engine = await withContents(path, password)
      if (how === 'deleted') rmSync(path)
      else renameSync(path, join(folder, 'moved.standpoint'))
      expectClear(await engine.refusal('codes.create', { name: 'Ny' }), 'project.fileGone')
      expectClear(await engine.refusal('history.undo', {}), 'project.fileGone')
      expect((await engine.get('codes.list', {})).items).toHaveLength(40)
      const saved = join(folder, 'saved.standpoint')
      await engine.do('backups.create', { path: saved })
      engine.close()
      const again = new TestEngine()
      await again.do('project.open', { path: saved, ...(password ? { password } : {}) })
      expect((await again.get('project.counts', {})).codings).toBe(40)
      await expectInvariants(again)
      await again.do('codes.create', { name: 'Ny' })
      again.close()
      if (how === 'moved') {
        await again.do('project.open', { path: join(folder, 'moved.standpoint') })
        await expectInvariants(again)
        again.close()
      }
    })
  }

  test('put back where it was, the work goes on', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.standpoint')
    const engine = await withContents(path)
    renameSync(path, join(folder, 'moved.standpoint'))
    expectClear(await engine.refusal('codes.create', { name: 'Ny' }), 'project.fileGone')
    renameSync(join(folder, 'moved.standpoint'), path)
    await engine.do('codes.create', { name: 'Ny' })
    await expectInvariants(engine)
  })
})

describe('D5 files that cannot be opened', () => {
  test('a newer format is refused and left as it is', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    ;(await withContents(path)).close()
    const db = new Database(path)
    db.pragma(`user_version = ${formatVersion + 1}`)
    db.close()
    const bytes = readFileSync(path)
    expectClear(await openingRefused(path), 'project.newerFormat')
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('what is no project is refused and left as it is', async () => {
    const folder = temporaryFolder()
    const text = join(folder, 'text.standpoint')
    writeFileSync(text, 'Dette er ikke et prosjekt. '.repeat(100))
    expectClear(await openingRefused(text), 'project.notAProject')
    expectClear(await openingRefused(text, 'x'), 'project.notAProject')
    const empty = join(folder, 'empty.standpoint')
    writeFileSync(empty, '')
    expectClear(await openingRefused(empty), 'project.notAProject')
    expect(statSync(empty).size).toBe(0)
    const foreign = join(folder, 'foreign.standpoint')
    const db = new Database(foreign)
    db.exec('CREATE TABLE t (a)')
    db.close()
    expectClear(await openingRefused(foreign), 'project.notAProject')
    expectClear(await openingRefused(folder), 'project.notAProject')
    expectClear(await openingRefused(join(folder, 'none.standpoint')), 'project.notFound')
    expect(readdirSync(folder).sort()).toEqual([
      'empty.standpoint',
      'foreign.standpoint',
      'text.standpoint',
    ])
  })

  test('an encrypted project opens with its password alone', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    const engine = await withContents(path, 'blåbær 😀')
    engine.close()
    expect(readFileSync(path).includes('brevet')).toBe(false)
    expectClear(await openingRefused(path), 'project.needsPassword')
    expectClear(await openingRefused(path, 'blåbær'), 'project.wrongPassword')
    await engine.do('project.open', { path, password: 'blåbær 😀' })
    await engine.do('project.setPassword', { password: 'ny' })
    await expectInvariants(engine)
    engine.close()
    expectClear(await openingRefused(path, 'blåbær 😀'), 'project.wrongPassword')
    await engine.do('project.open', { path, password: 'ny' })
    await engine.do('project.setPassword', { password: null })
    engine.close()
    await engine.do('project.open', { path })
    expect((await engine.get('project.counts', {})).codings).toBe(40)
    await expectInvariants(engine)
  })

  test('a truncated file is refused or reported, and left as it is', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'a.standpoint')
    ;(await withContents(path)).close()
    const { size } = statSync(path)
    for (const part of [0.02, 0.3, 0.6, 0.9]) {
      const cut = join(folder, `cut ${part}.standpoint`)
      copyFileSync(path, cut)
      truncateSync(cut, Math.floor((size * part) / 4096) * 4096 + 100)
      const engine = new TestEngine()
      const opened = await engine.run('project.open', { path: cut })
      if (!opened.ok) {
        expectClear(opened.error, 'project.damaged')
      } else {
        const check = await engine.get('project.check', {})
        expect(check.clean).toBe(false)
      }
      engine.close()
    }
  })

  test('opened twice: refused, to read only it works and sees what is changed', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    const engine = await withContents(path)
    const second = new TestEngine()
    expectClear(await second.refusal('project.open', { path }), 'project.locked')
    const refused = await standpoint(['run', path, '-', '--json'], '{"command":"history.undo"}\n')
    expect(refused.status).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'project.locked' } })
    await second.do('project.open', { path, readOnly: true })
    expect((await second.get('project.info', {})).readOnly).toBe(true)
    await engine.do('codes.create', { name: 'Ny' })
    expect((await second.get('codes.list', {})).items).toHaveLength(41)
    expectClear(await second.refusal('codes.create', { name: 'x' }), 'project.readOnly')
    second.close()
    engine.close()
    await second.do('project.open', { path })
    second.close()
  })
})

describe('D6 format and repair', () => {
  test('migrating from nothing gives the present format', () => {
    const db = new Database(join(temporaryFolder(), 'a.standpoint'))
    migrate(db, 0)
    expect(db.pragma('user_version', { simple: true })).toBe(formatVersion)
    expect(db.pragma('application_id', { simple: true })).toBe(0x53544e44)
    db.close()
  })

  test('a projection that lies is found, and made anew from the log', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    ;(await withContents(path)).close()
    const rows = projectedRows(path)
    const db = new Database(path)
    db.exec(`UPDATE passages SET quote = 'noe annet' WHERE rowid % 2 = 0`)
    db.exec(`DELETE FROM codings WHERE rowid % 3 = 0; DELETE FROM paragraphs WHERE ordinal = 2`)
    db.exec(`DELETE FROM entities WHERE kind = 'codes'`)
    db.close()
    const checked = await standpoint(['check', path, '--rebuild', '--json'])
    expect(checked.status).toBe(1)
    expect(JSON.parse(checked.out)).toMatchObject({ clean: false })
    const repaired = await standpoint(['check', path, '--repair', '--json'])
    expect(JSON.parse(repaired.out)).toMatchObject({ clean: true, problems: [] })
    expect(repaired.status).toBe(0)
    expect(projectedRows(path)).toEqual(rows)
  })

  test('overwritten pages of the projection are found, and made anew from the log; the damaged file is kept', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    ;(await withContents(path)).close()
    const rows = projectedRows(path)
    for (const table of ['passages', 'entities', 'paragraphs_by_place', 'codings']) {
      const damaged = join(temporaryFolder(), 'damaged.standpoint')
      copyFileSync(path, damaged)
      overwriteRoot(damaged, table)
      const checked = await standpoint(['check', damaged, '--json'])
      expect(checked.status, table).toBe(1)
      const repaired = await standpoint(['check', damaged, '--repair', '--json'])
      expect(JSON.parse(repaired.out), table).toMatchObject({
        clean: true,
        problems: [],
        lost: [],
      })
      expect(repaired.status, table).toBe(0)
      expect(repaired.err).toContain('damaged (damaged).standpoint')
      expect(projectedRows(damaged)).toEqual(rows)
    }
  })

  // Yjs waits for a lost change with all that was written behind it: one page took the codings of an
  // afternoon with it.
  test('overwritten pages of the log: all that does not rest on them is kept, and what is lost is named', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    ;(await withContents(path)).close()
    const pages = pagesOf(path, 'log', 'leaf')
    expect(pages.length).toBeGreaterThan(4)
    for (const [index, fill] of [
      [2, 0xa5],
      [Math.floor(pages.length / 2), 0],
      [pages.length - 1, 0xff],
    ] as const) {
      const damaged = join(temporaryFolder(), 'damaged.standpoint')
      copyFileSync(path, damaged)
      overwritePage(damaged, pages[index] ?? 0, fill)
      const refused = await openingRefused(damaged).catch(() => null)
      if (refused) expectClear(refused, 'project.damaged')
      const checked = await standpoint(['check', damaged, '--json'])
      expect(checked.status).toBe(1)
      const repaired = await standpoint(['check', damaged, '--repair', '--json'])
      expect(repaired.status).toBe(1)
      const value = JSON.parse(repaired.out)
      expect(value).toMatchObject({ clean: true, problems: [] })
      expect(value.lost[0]).toMatch(/^log after row \d+: /)
      expect(existsSync(value.kept)).toBe(true)
      expect(repaired.err).toContain('Could not be read: log after row')
      const engine = new TestEngine()
      await engine.do('project.open', { path: damaged })
      const counts = await engine.get('project.counts', {})
      expect(counts.sources).toBe(1)
      expect(counts.codes).toBeGreaterThan(30)
      expect(counts.codings).toBeGreaterThan(30)
      expect(counts.codings).toBeLessThan(41)
      await expectInvariants(engine)
      await engine.do('codes.create', { name: 'Ny' })
      engine.close()
    }
  })

  test('an overwritten first page, list of tables, or root of the log: a refusal that says so, and nothing is changed', async () => {
    const path = join(temporaryFolder(), 'a.standpoint')
    ;(await withContents(path)).close()
    const [root = 0] = pagesOf(path, 'log', 'internal')
    const [tables = 0] = pagesOf(path, 'sqlite_schema', 'leaf')
    for (const page of [1, tables, root]) {
      const folder = temporaryFolder()
      const damaged = join(folder, 'damaged.standpoint')
      copyFileSync(path, damaged)
      overwritePage(damaged, page, 0)
      const bytes = readFileSync(damaged)
      expectClear(await openingRefused(damaged), 'project.damaged')
      const repaired = await standpoint(['check', damaged, '--repair', '--json'])
      expect(repaired.status).toBe(1)
      expectClear(JSON.parse(repaired.out).error, 'project.damaged')
      expect(readdirSync(folder)).toEqual(['damaged.standpoint'])
      expect(readFileSync(damaged).equals(bytes)).toBe(true)
    }
  })
})

function overwriteRoot(path: string, table: string): void {
  const db = new Database(path)
  db.pragma('journal_mode = DELETE')
  const root = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)
  db.close()
  expect(root).toBeGreaterThan(1)
  overwritePage(path, root ?? 0, 0xa5)
}

/** Numbers of the pages of a table, in their order. */
function pagesOf(path: string, table: string, type: 'leaf' | 'internal'): number[] {
  const db = new Database(path, { readonly: true })
  try {
    return db
      .prepare<[string, string], number>(
        'SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path',
      )
      .pluck()
      .all(table, type)
  } finally {
    db.close()
  }
}

function overwritePage(path: string, page: number, fill: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4096, fill), 0, 4096, (page - 1) * 4096)
  closeSync(file)
}

function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (const size of [65_536, 4096, 1])
      try {
        for (;;) writeSync(file, Buffer.alloc(size, 1))
      } catch {
        // full for pieces of this size
      }
  } finally {
    closeSync(file)
  }
  expect(existsSync(path)).toBe(true)
}
