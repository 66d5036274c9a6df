import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FigureSpec } from '../../shared/analysis/figures/figure.ts'
import type { Question } from '../../shared/analysis/question/question.ts'
import { newProject, temporaryFolder, type TestEngine } from './support/project.ts'

async function coded(): Promise<{ engine: TestEngine; folder: string; codeIds: string[] }> {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'figures.standpoint'))
  const codeIds: string[] = []
  for (const name of ['venting', '=frist', 'telefon'])
    codeIds.push((await engine.do('codes.create', { name })).id)
  for (const [title, text, of] of [
    ['Intervju 1', 'Jeg ventet lenge.\nSå ringte Kari på 912 34 567.', [0, 0, 2]],
    ['Intervju 2', 'Fristen gikk ut.\nVi ventet igjen.', [1, 0]],
  ] as const) {
    const { id: sourceId } = await engine.do('sources.create', { title })
    await engine.do('sources.editText', { sourceId, start: 0, end: 0, text })
    const paragraphs = [...text.matchAll(/[^\n]+/gu)]
    for (const [at, code] of of.entries()) {
      const { index, 0: words } = paragraphs[Math.min(at, paragraphs.length - 1)] ?? { 0: '' }
      const start = index ?? 0
      const codeId = codeIds[code] ?? ''
      await engine.do('passages.code', { sourceId, start, end: start + words.length, codeId })
    }
  }
  return { engine, folder, codeIds }
}

const csvOf = (path: string) =>
  readFileSync(path, 'utf8')
    .replace(/^\uFEFF/u, '')
    .trim()
    .split(/\r?\n/u)
    .map((line) => line.split(/[;,]/u).map((cell) => cell.replaceAll('"', '')))

const axes = { rows: { by: 'codes' }, columns: { by: 'sources' } } as const

test('a matrix is written as it is shown: order, empty lines and totals, formulas guarded', async () => {
  const { engine, folder } = await coded()
  const path = join(folder, 'matrix.csv')
  const written = await engine.do('export.matrix', {
    ...axes,
    rowOrder: 'total',
    format: 'csv',
    path,
  })
  expect(written.rows).toBe(3)
  const rows = csvOf(path)
  expect(rows[0]).toEqual(['Codes', 'Intervju 1', 'Intervju 2', 'Total'])
  expect(rows[1]).toEqual(['venting', '2', '1', '3'])
  expect(rows.slice(2, 4).map((row) => row.slice(1))).toEqual(
    expect.arrayContaining([
      ['0', '1', '1'],
      ['1', '0', '1'],
    ]),
  )
  expect(rows.some(([name]) => name?.startsWith('='))).toBe(false)
  expect(rows[4]?.slice(0, 3)).toEqual(['Total', '2', '2'])
  for (const format of ['docx', 'xlsx', 'md'] as const) {
    const file = join(folder, `matrix.${format}`)
    const { bytes } = await engine.do('export.matrix', { ...axes, format, path: file })
    expect(readFileSync(file).length).toBe(bytes)
  }
})

test('quotes in a matrix are looked through as quotes of their source, and masked', async () => {
  const { engine, folder } = await coded()
  const input = { ...axes, withQuotes: true }
  const { items } = await engine.get('leaks.check', { command: 'export.matrix', input })
  expect(items.map(({ kind, text }) => [kind, text])).toEqual([['phone', '912 34 567']])
  const path = join(folder, 'quotes.md')
  const masks = [{ text: '912 34 567', by: '(telefon)' }]
  const { findings } = await engine.do('export.matrix', { ...input, format: 'md', path, masks })
  expect(findings).toBe(0)
  expect(readFileSync(path, 'utf8')).toContain('Så ringte Kari på (telefon)')
})

test('what only some passages are counted among is said where the numbers stand', async () => {
  const { engine, folder, codeIds } = await coded()
  const scope: Question = { type: 'coded', codeIds: [codeIds[0] ?? ''] }
  const figure: FigureSpec = { kind: 'frequencies', scope }
  const { caption, description } = await engine.get('analysis.figure', { figure, language: 'nb' })
  expect(caption).toBe('Koder etter antall utdrag. Talt blant utdrag kodet venting.')
  expect(description).toContain('Talt blant utdrag kodet venting.')
  const path = join(folder, 'some.md')
  await engine.do('export.matrix', { ...axes, scope, format: 'md', path })
  expect(readFileSync(path, 'utf8')).toContain('Counted among passages coded venting.')
})
