import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import {
  commandLine,
  ended,
  standpoint,
  standpointAsNobody,
  writeCommands,
  startCommandLine,
} from './support/command-line.ts'
import { temporaryFolder } from './support/project.ts'

async function refusal(words: readonly string[]): Promise<string> {
  const ran = await standpoint([...words, '--json'])
  expect(ran.status, words.join(' ')).toBe(1)
  const { error } = JSON.parse(ran.out)
  expect(`${error.message} ${error.hint}`).toMatch(/^[^:]*(?:: .*[^.])?\. .*\.$/)
  return error.code
}

async function madeProject(codes: readonly string[] = []): Promise<string> {
  const folder = temporaryFolder()
  const file = join(folder, 'a.standpoint')
  expect((await standpoint(['new', file])).status).toBe(0)
  const creations = codes.map((name) => ({ command: 'codes.create', args: { name } }))
  const commands = writeCommands(join(folder, 'codes.jsonl'), creations)
  expect((await standpoint(['run', file, commands])).status).toBe(0)
  return file
}

async function namesOfCodes(file: string): Promise<string[]> {
  const { items } = JSON.parse((await standpoint(['list', file, 'codes', '--json'])).out)
  return items.map((code: { name: string }) => code.name)
}

describe('C8 files it must not touch', () => {
  test('an export never takes the place of a project', async () => {
    const file = await madeProject(['A'])
    const other = await madeProject()
    const before = [readFileSync(file), readFileSync(other)]
    for (const out of [file, other]) {
      const words = ['export', file, 'codebook', '--format', 'csv', '-o', out]
      expect(await refusal(words)).toBe('file.exists')
    }
    expect([readFileSync(file), readFileSync(other)]).toEqual(before)
    expect(await namesOfCodes(file)).toEqual(['A'])
  })

  test('an export takes the place of an older one, a backup does not', async () => {
    const file = await madeProject(['A'])
    const out = join(file, '..', 'b.csv')
    writeFileSync(out, 'old')
    const words = ['export', file, 'codebook', '--format', 'csv', '-o', out]
    expect((await standpoint(words)).status).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('A')
    expect(await refusal(['backup', file, out])).toBe('file.exists')
  })

  test('nothing is half written where it cannot be written', async () => {
    const file = await madeProject(['A'])
    const nowhere = join(file, '..', 'none', 'b.csv')
    const words = ['export', file, 'codebook', '--format', 'csv', '-o']
    expect(await refusal([...words, nowhere])).toBe('file.notWritable')
    expect(await refusal([...words, join(file, '..')])).toBe('file.notWritable')
    expect(await refusal(['backup', file, nowhere])).toBe('file.notWritable')
    expect(existsSync(`${join(file, '..')}.part`)).toBe(false)
  })

  test('an empty codebook as .qdc is refused for what it is', async () => {
    const file = await madeProject()
    const out = join(file, '..', 'b.qdc')
    const words = ['export', file, 'codebook', '--format', 'qdc', '-o', out]
    expect(await refusal(words)).toBe('export.noCodes')
    expect(existsSync(out)).toBe(false)
  })
})

describe('C9 files it cannot read', () => {
  test('folders, devices and pipes are not imported, the other files are', async () => {
    const file = await madeProject()
    const folder = join(file, '..')
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const text = join(folder, 'æøå 😀.txt')
    writeFileSync(text, 'Hei.\n')
    const words = ['import', file, folder, '/dev/zero', pipe, text, '--json']
    const ran = await standpoint(words)
    expect(ran.status).toBe(1)
    const { items } = JSON.parse(ran.out)
    expect(items.map((item: { error: { code: string } | null }) => item.error?.code)).toEqual([
      'file.notAFile',
      'file.notAFile',
      'file.notAFile',
      undefined,
    ])
  })

  test('a file of commands that is not there, or is a folder', async () => {
    const file = await madeProject()
    expect(await refusal(['run', file, join(file, '..', 'none')])).toBe('file.notFound')
    expect(await refusal(['run', file, join(file, '..')])).toBe('file.notAFile')
  })

  test('a project one may not read', async () => {
    const file = await madeProject()
    chmodSync(join(file, '..'), 0o755)
    chmodSync(file, 0o000)
    const ran = await standpointAsNobody(['list', file, 'codes', '--json'])
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'file.notReadable' } })
    expect(ran.status).toBe(1)
  })
})

describe('C10 whoever reads the answers', () => {
  test('may stop early: a list ends in peace', async () => {
    const file = await madeProject(Array.from({ length: 300 }, (_, n) => `kode ${n}`))
    const child = startCommandLine(['list', file, 'codes', '--json'])
    const over = ended(child)
    child.stdout.destroy()
    expect(await over).toMatchObject({ status: 0, err: '' })
  })

  test('may stop early: a run stops, says so, and keeps what was done', async () => {
    const file = await madeProject()
    const child = startCommandLine(['run', file, '-'])
    const over = ended(child)
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    child.stdin.write('{"command":"codes.create","args":{"name":"A"}}\n')
    await answers.next()
    child.stdout.destroy()
    child.stdin.end(
      Array.from(
        { length: 20 },
        (_, n) => `{"command":"codes.create","args":{"name":"kode ${n}"}}\n`,
      ).join(''),
    )
    const { status, err } = await over
    expect(status).toBe(1)
    const count = Number(/The (\d+) lines so far/.exec(err)?.[1])
    expect(count).toBeLessThan(21)
    expect(await namesOfCodes(file)).toHaveLength(count)
  })

  test.runIf(process.platform === 'linux')('may have no room for them', async () => {
    const file = await madeProject(['A'])
    const words = [process.execPath, commandLine, 'list', file, 'codes']
    const ran = spawnSync('sh', ['-c', '"$0" "$@" > /dev/full', ...words], { encoding: 'utf8' })
    expect(ran.status).toBe(1)
    expect(ran.stderr).toContain('could not be written')
  })

  test('is not steered by what is in the project', async () => {
    const file = await madeProject(['rød \u001B[31m\u0007 kode'])
    const { out } = await standpoint(['list', file, 'codes'])
    expect(out).toContain('rød [31m kode')
    expect(await namesOfCodes(file)).toEqual(['rød \u001B[31m\u0007 kode'])
  })
})

test('C11 the whole trail is listed, however long', async () => {
  const file = await madeProject()
  const db = new Database(file)
  db.exec(`
    WITH RECURSIVE n(n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 10100)
    INSERT INTO activity (time, analyst_id, device_id, command, label, changes, stream, number)
    SELECT activity.time, analyst_id, device_id, command, n, changes, stream, number + n
    FROM activity, n WHERE seq = 1`)
  db.close()
  const { items } = JSON.parse((await standpoint(['list', file, 'activity', '--json'])).out)
  expect(items).toHaveLength(10_101)
  expect(new Set(items.map((item: { id: number }) => item.id)).size).toBe(10_101)
})

test('C12 a matrix, a figure and an account go out by the names that things have', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'a.standpoint')
  expect((await standpoint(['new', file, '--sample', '--lang', 'nb'])).status).toBe(0)
  const lines = writeCommands(join(folder, 'c.jsonl'), [
    { command: 'attributes.create', args: { name: 'Alder', of: 'persons', type: 'number' } },
    { command: 'accounts.create', args: { title: 'Om å vente', text: 'Ventingen er arbeid.' } },
  ])
  expect((await standpoint(['run', file, lines])).status).toBe(0)
  const exported = async (name: string, ...words: string[]) => {
    const out = join(folder, name)
    const format = name.split('.').at(-1) ?? ''
    const ran = await standpoint(['export', file, ...words, '--format', format, '-o', out])
    expect([words.join(' '), ran.status, ran.err]).toEqual([words.join(' '), 0, ran.err])
    return readFileSync(out)
  }
  const axes = ['--rows', 'codes', '--columns', 'dated:year', '--lang', 'nb']
  const among = ['--question', 'in source kind interview', '--order', 'total']
  const page = String(await exported('m.html', 'matrix', ...axes, ...among))
  expect(page).toContain('Talt blant utdrag i kilder av typen intervju.')
  const source = ['--figure', 'portrait', '--of', 'Intervju 1, Torunn', '--alt', 'Koder <over> tid']
  const picture = String(await exported('p.svg', 'figure', ...source))
  expect(picture).toContain('Koder &lt;over&gt; tid</desc>')
  expect(String(await exported('a.md', 'account'))).toContain('Ventingen er arbeid.')

  const talk = ['figure', '--figure', 'talk', '--caption', 'Ring 912 34 567', '--format', 'svg']
  const checked = await standpoint(['export', file, ...talk, '--check', '--json'])
  const kinds = JSON.parse(checked.out).items.map(({ kind }: { kind: string }) => kind)
  expect(kinds).toContain('phone')
  for (const [words, reason] of [
    [['matrix', '--rows', 'constructor'], '--rows is one of: codes,'],
    [['matrix', '--rows', 'attribute:Vekt'], 'there are: Alder'],
  ] as const) {
    const ran = await standpoint(['export', file, ...words, '--format', 'md', '-o', 'x.md'])
    expect([ran.status, ran.err]).toEqual([2, expect.stringContaining(reason)])
  }
})
