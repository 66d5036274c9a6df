import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FigureData, FigureSpec } from '../../shared/analysis/figures/figure.ts'
import { drawFigure } from '../../shared/analysis/figures/draw-figure.ts'
import { inksOf } from '../../shared/analysis/figures/inks.ts'
import { newProject, temporaryFolder, type TestEngine } from './support/project.ts'
import { Chance, randomWorld } from './support/random-questions.ts'

async function world(seed: number): Promise<TestEngine> {
  const engine = await newProject()
  await randomWorld(engine, new Chance(seed))
  return engine
}

async function everyFigure(engine: TestEngine): Promise<FigureSpec[]> {
  const [source] = (await engine.get('sources.list', {})).items
  const { items } = await engine.get('attributes.list', {})
  const sourceId = source?.id ?? ''
  const measures = ['passages', 'words', 'codings', 'sources'] as const
  return [
    ...measures.map((measure) => ({ kind: 'frequencies' as const, measure })),
    { kind: 'frequencies', subcodes: true, scope: { type: 'source', sourceIds: [sourceId] } },
    { kind: 'network' },
    { kind: 'network', crossing: { how: 'same turn' } },
    ...measures.map((measure) => ({ kind: 'tree' as const, measure })),
    ...items.map(({ id }) => ({ kind: 'attribute' as const, attributeId: id })),
    { kind: 'saturation', order: 'sources' },
    { kind: 'saturation', order: 'dates' },
    { kind: 'time', of: 'codings', unit: 'day' },
    { kind: 'time', of: 'sources', unit: 'month' },
    { kind: 'portrait', sourceId },
    { kind: 'talk' },
  ]
}

/** What a row says it counts, against the answers to its question. */
async function expectCounted(engine: TestEngine, figure: FigureSpec, data: FigureData) {
  const measure = 'measure' in figure ? (figure.measure ?? 'passages') : 'passages'
  for (const { question, value, cells } of data.rows) {
    if (question === null) continue
    const counts = await engine.get('analysis.ask', { question, limit: 0 })
    const told = `${JSON.stringify(figure)} ${JSON.stringify(cells)}`
    if (figure.kind === 'talk') expect(counts.total, told).toBe(cells[4])
    else if (figure.kind === 'saturation') expect(counts.total, told).toBeGreaterThan(0)
    else expect(counts[measure === 'passages' ? 'total' : measure], told).toBe(value)
  }
}

test('every number of every figure is the count of its question', async () => {
  let drawn = 0
  for (const seed of [3, 11]) {
    const engine = await world(seed)
    for (const figure of await everyFigure(engine)) {
      const data = await engine.get('analysis.figure', { figure })
      await expectCounted(engine, figure, data)
      const picture = drawFigure(data, inksOf('black and white'))
      const again = drawFigure(
        await engine.get('analysis.figure', { figure }),
        inksOf('black and white'),
      )
      expect(again).toEqual(picture)
      for (const { key } of picture.groups.filter((group) => group.key !== '')) {
        expect(data.rows[Number(key.slice(4))], key).toBeDefined()
        drawn += 1
      }
    }
    engine.close()
  }
  expect(drawn).toBeGreaterThan(150)
})

test('codes are new in the source in which they come first, and are counted once', async () => {
  const engine = await world(5)
  const { items } = await engine.get('analysis.group', {
    question: { type: 'anything' },
    by: { by: 'codes' },
  })
  for (const order of ['sources', 'dates'] as const) {
    const { rows } = await engine.get('analysis.figure', { figure: { kind: 'saturation', order } })
    const names = rows.flatMap(({ cells }) => String(cells[3]).split('; ').filter(Boolean))
    expect(names.length).toBe(items.filter(({ total }) => total > 0).length)
    expect(rows.at(-1)?.cells[2]).toBe(names.length)
  }
})

test('talk is counted by role, with who speaks first; a figure leaves with its words', async () => {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'talk.standpoint'))
  const text = 'Anne: Hva skjedde?\nKari: Jeg ringte 912 34 567.\nAnne: Og så?\n'
  await engine.do('sources.importText', { title: 'Samtale', text })
  const figure = { kind: 'talk' } as const
  const { rows } = await engine.get('analysis.figure', { figure })
  expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ['Kari', 5, 1, 0],
    ['Anne', 4, 2, 1],
  ])
  const caption = 'Hvem som snakker, ring 912 34 567'
  const input = { figure, caption, altText: 'To søyler <under> hverandre' }
  const found = await engine.get('leaks.check', { command: 'export.figure', input })
  expect(found.items.map(({ kind }) => kind)).toContain('phone')
  for (const format of ['svg', 'pdf', 'png'] as const) {
    const path = join(folder, `talk.${format}`)
    const { marks, findings } = await engine.do('export.figure', {
      ...{ ...input, format, path },
      masks: [{ text: '912 34 567', by: '…' }],
    })
    expect([marks, findings]).toEqual([2, 0])
    const bytes = readFileSync(path)
    if (format === 'svg') {
      expect(String(bytes)).toContain('<desc id="map-description">To søyler &lt;under&gt;')
      expect(String(bytes)).not.toContain('912 34')
    } else expect(String(bytes.subarray(0, 8))).toContain(format === 'pdf' ? '%PDF' : 'PNG')
  }
})
