import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standpoint } from './support/command-line.ts'

let folder: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-test-'))
  file = join(folder, 'a.standpoint')
  expect((await standpoint(['new', file])).status).toBe(0)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function expectWrongUsage(words: readonly string[], reason: string): Promise<void> {
  const ran = await standpoint(words)
  expect(ran.status, words.join(' ')).toBe(2)
  expect(ran.err).toContain('Exit codes')
  expect(ran.err.split('\n')[0]).toContain(reason)
  expect(ran.out).toBe('')
}

test('C4 exit code 2 where a word is missing, with what is missing', async () => {
  await expectWrongUsage([], 'Say what to do')
  await expectWrongUsage(['new'], 'needs FILE')
  await expectWrongUsage(['list', file], 'needs what to list')
  await expectWrongUsage(['import', file], 'needs PATH')
  await expectWrongUsage(['run', file], 'needs COMMANDS.jsonl')
  await expectWrongUsage(['query', file], 'needs NAME')
  await expectWrongUsage(['backup', file], 'needs OUT')
  await expectWrongUsage(['show', file, 'source'], 'needs ID')
  await expectWrongUsage(['export', file, 'codebook', '--format', 'csv'], '-o OUT')
  await expectWrongUsage(['new', join(folder, 'b.standpoint'), '--title'], '--title needs a value')
})

test('C4 wrong usage tells of the command it is about, and of nothing else', async () => {
  const { err } = await standpoint(['export', file, 'segments', '--format', 'frob'])
  expect(err).toContain('export FILE segments|memos')
  expect(err).not.toMatch(/export FILE codebook|merge FILE/)
  expect((await standpoint(['nonsense', file])).err).toContain('merge FILE OTHER')
})

test('C4 exit code 2 for words that are not known, also those every object has', async () => {
  for (const word of ['nonsense', 'constructor', 'toString', '__proto__']) {
    await expectWrongUsage([word, file], `There is no “${word}”`)
    await expectWrongUsage(['list', file, word], 'is one of: sources')
  }
  await expectWrongUsage(['show', file, 'code', 'x'], 'is one of: source')
  await expectWrongUsage(['list', file, 'codes', '--nonsense'], 'no option --nonsense')
  await expectWrongUsage(['query', file, 'codes.list', '{nonsense'], 'JSON object')
  await expectWrongUsage(['query', file, 'codes.list', '[]'], 'JSON object')
  const out = ['-o', join(folder, 'x')]
  await expectWrongUsage(['export', file, 'codebook', '--format', 'doc', ...out], '--format')
  await expectWrongUsage(['export', file, 'codebook', '-f', 'md', ...out, '--lang', 'de'], '--lang')
  const examples = ['--examples', 'many']
  await expectWrongUsage(['export', file, 'codebook', '-f', 'md', ...out, ...examples], 'a number')
  await expectWrongUsage(['export', file, 'codebook', '-f', 'md', '-o', '-'], 'which file')
  expect(existsSync(join(folder, 'x'))).toBe(false)
})

test('C4 exit code 2 for a word too many, an empty one, an option that belongs elsewhere', async () => {
  const other = join(folder, 'b.standpoint')
  await expectWrongUsage(['new', file, other], `no use for “${other}”`)
  await expectWrongUsage(['backup', file, other, 'c'], 'no use for “c”')
  await expectWrongUsage(['contract', 'x'], 'There is no “contract”')
  await expectWrongUsage(['new', ''], 'empty')
  await expectWrongUsage(['new', other, '--title', ''], '--title needs a value')
  await expectWrongUsage(['new', other, '--title', '--json'], '--title needs a value')
  await expectWrongUsage(['list', file, 'codes', '--title', 'x'], '“list” has no option --title')
  await expectWrongUsage(['list', file, 'codes', '--json=no'], '--json takes no value')
  await expectWrongUsage(['new', other, '--password-stdin'], 'first line of standard input')
  expect(existsSync(other)).toBe(false)
})

test('C4 a value that begins with a hyphen, and a file that does, can be given', async () => {
  const made = await standpoint(['new', join(folder, 'c.standpoint'), '--title=-x', '--json'])
  expect(JSON.parse(made.out)).toMatchObject({ title: '-x' })
  const imported = await standpoint(['import', file, '--json', '--', '-x.txt'])
  expect(JSON.parse(imported.out)).toMatchObject({ items: [{ error: { code: 'file.notFound' } }] })
})
