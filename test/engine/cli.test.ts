import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { codebookFormats } from '../../shared/contract/export.ts'
import { commands, events, queries } from '../../shared/contract/index.ts'
import {
  ended,
  standpoint,
  writeCommands,
  standpointJson as json,
  startCommandLine,
} from './support/command-line.ts'
import { temporaryFolder } from './support/project.ts'

interface Item {
  id: string
  [field: string]: unknown
}

async function list(file: string, what: string): Promise<Item[]> {
  const { items } = (await json(['list', file, what])) as { items: Item[] }
  for (const item of items) expect(item.id).toBeDefined()
  return items
}

async function madeProject(): Promise<{ folder: string; file: string; text: string }> {
  const folder = temporaryFolder()
  const file = join(folder, 'a.standpoint')
  const text = join(folder, 'intervju.txt')
  writeFileSync(text, 'I: Hva skjer?\nBerit: Brevet kom 😀 og så ringte jeg kontoret.\n')
  const made = await json(['new', file, '--title', 'Prosjekt', '--analyst', 'Anna'])
  expect(made).toMatchObject({ title: 'Prosjekt', path: file, analysts: [{ name: 'Anna' }] })
  return { folder, file, text }
}

test('C1 the main job from an empty folder to the exported codebook', async () => {
  const { folder, file, text } = await madeProject()
  const imported = (await json([
    'import',
    file,
    text,
    '--kind',
    'interview',
    '--reflow',
    'off',
  ])) as {
    items: Item[]
  }
  expect(imported.items).toMatchObject([{ ok: true, path: text }])
  const [source] = await list(file, 'sources')
  expect(source).toMatchObject({ kind: 'interview', fileName: 'intervju.txt' })
  const sourceId = source?.id ?? ''
  const shown = await json(['show', file, 'source', sourceId, '--text'])
  const body = String(shown.text)
  const plain = await standpoint(['show', file, 'source', sourceId, '--text'])
  expect(plain.out).toBe(body)

  const start = body.indexOf('ringte')
  const ran = await standpoint([
    'run',
    file,
    writeCommands(join(folder, 'commands.jsonl'), [
      { command: 'codes.create', args: { name: 'kontakt', kind: 'work' } },
      {
        command: 'passages.code',
        args: { sourceId, start, end: start + 6, newCode: { name: 'ringe' } },
      },
      { command: 'sources.editText', args: { sourceId, start: 0, end: 0, text: 'Først. ' } },
      { command: 'history.undo', args: {} },
      { command: 'history.redo', args: {} },
      { command: 'memos.create', args: { title: 'M', text: 'tanke' } },
    ]),
  ])
  expect(ran.status).toBe(0)
  const answers = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers).toHaveLength(6)
  for (const answer of answers) expect(answer).toMatchObject({ ok: true })

  const [passage] = await list(file, 'passages')
  expect(passage).toMatchObject({ sourceId, start: start + 7, end: start + 13, quote: 'ringte' })
  const [coding] = await list(file, 'codings')
  expect(coding).toMatchObject({ sourceId, quote: 'ringte', codeName: 'ringe' })
  expect((await list(file, 'codes')).map((code) => code.name)).toEqual(['kontakt', 'ringe'])
  expect(await list(file, 'memos')).toMatchObject([{ title: 'M', text: 'tanke' }])
  const activity = await list(file, 'activity')
  expect(activity[0]).toMatchObject({ command: 'memos.create', analyst: 'Anna' })

  const codes = await json(['query', file, 'codes.list'])
  expect(codes.items).toHaveLength(2)
  const found = await json(['query', file, 'search.text', '{"query":"kontoret"}'])
  expect(found.items).toMatchObject([{ quote: 'kontoret', sourceId }])

  const unknown = await standpoint(['ask', file, 'coded "Vente på"', '--json'])
  expect(unknown.status).toBe(1)
  expect(JSON.parse(unknown.out).error).toMatchObject({
    code: 'analysis.notUnderstood',
    message: expect.stringContaining('Nothing in the project is called “Vente på” here.'),
  })
  const asked = await json(['ask', file, 'coded "Ringe" overlapping says "ring*"'])
  expect(asked).toMatchObject({ total: 1, sources: 1, items: [{ quote: 'ringte' }] })
  const near = await json(['search', file, 'kontor*', '--forms', '--limit', '1'])
  expect(near).toMatchObject({ sources: 1, items: [{ quote: 'kontoret', paragraph: 2 }] })

  for (const format of codebookFormats) {
    const out = join(folder, `codebook.${format}`)
    const words = ['export', file, 'codebook', '--format', format, '-o', out, '--lang', 'nb']
    const written = await json(words)
    expect(written).toMatchObject({ path: out, codes: 2, bytes: statSync(out).size })
    if (!['docx', 'xlsx'].includes(format)) expect(readFileSync(out, 'utf8')).toContain('ringe')
  }
  expect(await json(['check', file, '--rebuild'])).toMatchObject({ clean: true, problems: [] })
  const backup = join(folder, 'backup.standpoint')
  expect(await json(['backup', file, backup])).toMatchObject({ path: backup })
  expect(await list(backup, 'codings')).toHaveLength(1)
})

test('C2 a line of run is answered before the next one is there', async () => {
  const { file } = await madeProject()
  const child = startCommandLine(['run', file, '-'])
  const over = ended(child)
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (let n = 0; n < 5; n++) {
    child.stdin.write(`{"command":"codes.create","args":{"name":"kode ${n}"}}\n`)
    const { value } = await answers.next()
    expect(JSON.parse(String(value))).toMatchObject({ ok: true, value: { name: `kode ${n}` } })
    // It is durable: somebody else can see it while the run goes on.
    if (n === 2) expect(await list(file, 'codes')).toHaveLength(3)
  }
  child.stdin.end()
  expect((await over).status).toBe(0)
})

test('C3 a refused line says why, the others are carried out, and the exit code is 1', async () => {
  const { file } = await madeProject()
  const lines = [
    '{"command":"codes.create","args":{"name":"A"}}',
    '{"command":"codes.create","args":{"name":"A"}}',
    'dette er ikke JSON',
    '{"command":"codes.nonsense","args":{}}',
    '{"command":"codes.create","args":{"name":5}}',
    '',
    '{"command":"history.redo"}',
    '{"command":"codes.create","args":{"name":"B"}}',
  ]
  const ran = await standpoint(['run', file, '-'], lines.join('\n'))
  expect(ran.status).toBe(1)
  const answers = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual([
    'ok',
    'code.nameTaken',
    'args.invalid',
    'args.unknownName',
    'args.invalid',
    'history.nothingToRedo',
    'ok',
  ])
  for (const { ok, error } of answers) {
    if (!ok)
      expect(error).toMatchObject({
        message: expect.stringMatching(/\S/),
        hint: expect.stringMatching(/\S/),
      })
  }
  expect(await list(file, 'codes')).toHaveLength(2)
})

test('C4 exit code 1 for a refusal, in words and as JSON', async () => {
  const { folder, file, text } = await madeProject()
  const missing = join(folder, 'none.standpoint')
  const refusals: [string[], string][] = [
    [['new', file], 'project.exists'],
    [['list', missing, 'codes'], 'project.notFound'],
    [['list', text, 'codes'], 'project.notAProject'],
    [['show', file, 'source', 'nonsense'], 'source.notFound'],
    [['query', file, 'nonsense'], 'args.unknownName'],
    [['backup', file, file], 'file.exists'],
  ]
  for (const [words, code] of refusals) {
    const ran = await standpoint([...words, '--json'])
    expect(ran.status, words.join(' ')).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, error: { code } })
    expect(ran.err.trim()).toMatch(/\.$/)
  }
  expect(existsSync(missing)).toBe(false)
  const failed = await standpoint(['import', file, join(folder, 'none.txt'), text, '--json'])
  expect(failed.status).toBe(1)
  expect(JSON.parse(failed.out)).toMatchObject({
    items: [{ ok: false, error: { code: 'file.notFound' } }, { ok: true }],
  })
})

test('C4 check --repair answers 1 when something was lost, and says what', async () => {
  const { file } = await madeProject()
  for (const name of ['A', 'B', 'C']) {
    const commands = join(temporaryFolder(), 'one.jsonl')
    writeCommands(commands, [
      { command: 'codes.create', args: { name: `${name}1` } },
      { command: 'codes.create', args: { name: `${name}2` } },
      { command: 'codes.create', args: { name: `${name}3` } },
    ])
    await standpoint(['run', file, commands])
  }
  const db = new Database(file)
  const [, lost = 0] = db
    .prepare<[], number>(`SELECT seq FROM log WHERE doc = 'project' ORDER BY seq DESC LIMIT 2`)
    .pluck()
    .all()
  db.prepare('DELETE FROM log WHERE seq = ?').run(lost)
  db.close()
  const found = await standpoint(['check', file])
  expect(found.status).toBe(1)
  expect(found.err).toContain('changes are missing')
  const repaired = await standpoint(['check', file, '--repair'])
  expect(repaired.status).toBe(1)
  expect(repaired.err).toMatch(/Could not be read: project: \d+ characters or fields are missing/)
  expect(repaired.err).toContain('Compare it with the newest backup.')
  const again = await json(['check', file, '--repair'])
  expect(again).toMatchObject({ clean: true, lost: [], kept: null })
  const names = (await list(file, 'codes')).map((code) => code.name)
  expect(names).toContain('C3')
  expect(names).not.toContain('C2')
})

test('C5 the password is the first line of standard input, the commands follow it', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'hemmelig.standpoint')
  const password = 'blåbær 😀'
  await json(['new', file, '--password-stdin'], `${password}\n`)
  expect(readFileSync(file).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  const command = '{"command":"codes.create","args":{"name":"A"}}\n'
  const ran = await standpoint(['run', file, '-', '--password-stdin'], `${password}\n${command}`)
  expect(JSON.parse(ran.out)).toMatchObject({ ok: true })
  const listed = await json(['list', file, 'codes', '--password-stdin'], `${password}\n`)
  expect(listed.items).toMatchObject([{ name: 'A' }])
  const none = await standpoint(['list', file, 'codes', '--json'])
  expect(JSON.parse(none.out)).toMatchObject({ error: { code: 'project.needsPassword' } })
  const wrong = await standpoint(['list', file, 'codes', '--json', '--password-stdin'], 'feil\n')
  expect(JSON.parse(wrong.out)).toMatchObject({ error: { code: 'project.wrongPassword' } })
  expect(wrong.status).toBe(1)
  const backup = join(folder, 'b.standpoint')
  await json(['backup', file, backup, '--password-stdin'], `${password}\n`)
  const copied = await json(['list', backup, 'codes', '--password-stdin'], `${password}\n`)
  expect(copied.items).toHaveLength(1)
})

test('C6 the contract has a schema for every command, query and event', async () => {
  const contract = (await json(['contract'])) as Record<
    string,
    Record<string, { doc: string; input?: unknown; output?: unknown; payload?: unknown }>
  >
  expect(Object.keys(contract.commands ?? {}).sort()).toEqual(Object.keys(commands).sort())
  expect(Object.keys(contract.queries ?? {}).sort()).toEqual(Object.keys(queries).sort())
  expect(Object.keys(contract.events ?? {}).sort()).toEqual(Object.keys(events).sort())
  for (const entry of [contract.commands, contract.queries].flatMap((all) =>
    Object.values(all ?? {}),
  )) {
    expect(entry.doc).toMatch(/\.$/)
    expect(entry.input).toMatchObject({ type: 'object' })
    expect(entry.output).toMatchObject({ type: 'object' })
  }
  for (const entry of Object.values(contract.events ?? {})) {
    expect(entry.payload).toMatchObject({ type: 'object' })
  }
  expect((await standpoint(['--help'])).out).toContain('--password-stdin')
  expect((await standpoint(['--version'])).status).toBe(0)
})

test('C7 paths with spaces and letters of all kinds, and relative ones, are understood', async () => {
  const folder = join(temporaryFolder(), 'mappe æøå 😀')
  mkdirSync(folder)
  const file = join(folder, 'pro sjekt.standpoint')
  await json(['new', file])
  expect(await list(file, 'sources')).toEqual([])
})
