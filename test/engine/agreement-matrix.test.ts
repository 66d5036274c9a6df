import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { standpoint } from './support/command-line.ts'

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-test-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function fileWith(content: unknown): string {
  const path = join(folder, 'data.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const cohen = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]

test('B5 every coefficient by its name, as JSON and as a table, without a project', async () => {
  const path = fileWith({ id: 'cohen', source: 'Cohen 1960', confusion: cohen, published: {} })
  const machine = await standpoint(['agreement', '--matrix', path, '--json'])
  expect(machine).toMatchObject({ status: 0, err: '' })
  const answer: Record<string, unknown> = JSON.parse(machine.out)
  expect(answer.kappa).toBeCloseTo(0.4915, 4)
  expect(answer.kappaMax).toBeCloseTo(0.8305, 4)
  expect(answer.shape).toBe('confusion')
  const person = await standpoint(['agreement', '--matrix', path])
  expect(person.out).toMatch(/^kappaMax +0\.8305$/m)
})

test('N1 what is not computable says so, and why', async () => {
  const path = fileWith({ pairs: ['11', '11'] })
  const { out } = await standpoint(['agreement', '--matrix', path, '--json'])
  expect(JSON.parse(out)).toMatchObject({
    percentAgreement: 100,
    kappa: { computable: false, reason: 'noVariation' },
    alphaNominal: { computable: false, reason: 'noVariation' },
  })
  const person = await standpoint(['agreement', '--matrix', path])
  expect(person.out).toMatch(/^kappa +not computable: /m)
})

test('B4 exit code 1 with a reason where the file cannot be read', async () => {
  for (const [content, reason] of [
    ['{nonsense', 'no JSON'],
    [{ confusion: [[1, 2]] }, 'not square'],
    [{ nothing: true }, 'confusion, pairs, coders, rows'],
  ] as const) {
    const ran = await standpoint(['agreement', '--matrix', fileWith(content), '--json'])
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, error: { code: 'args.invalid' } })
    expect(ran.err).toContain(reason)
  }
  const missing = await standpoint(['agreement', '--matrix', join(folder, 'missing.json')])
  expect(missing).toMatchObject({ status: 1, out: '' })
})

test('exit code 2 where it is not said what to compare', async () => {
  const path = fileWith({ confusion: cohen })
  for (const words of [
    ['agreement'],
    ['agreement', '--matrix'],
    ['agreement', 'a.standpoint', '--matrix', path],
    ['agreement', '--matrix', path, '--unit', 'turn'],
  ]) {
    expect((await standpoint(words)).status, words.join(' ')).toBe(2)
  }
})
