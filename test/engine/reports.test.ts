import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { reportKinds } from '../../shared/contract/reports.ts'
import { tableFormats } from '../../shared/contract/tables.ts'
import { newProject, temporaryFolder } from './support/project.ts'

const text = 'Siri: Vi venter lenge.\n\nSiri: Så ringer jeg, og de svarer ikke.\n'

async function coded() {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'reports.standpoint'))
  await engine.do('sources.importText', { title: 'Intervju 1', text })
  const sourceId = (await engine.get('sources.list', {})).items[0]?.id ?? ''
  const stored = (await engine.get('sources.text', { sourceId })).text
  const person = await engine.do('persons.create', { pseudonym: 'P1', role: 'rådgiver' })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Siri', personId: person.id })
  const parent = await engine.do('codes.create', { name: 'tid' })
  const waiting = await engine.do('codes.create', { name: 'venting', parentId: parent.id })
  const calling = await engine.do('codes.create', { name: 'ringing' })
  const code = async (words: string, codeIds: string[]) => {
    const start = stored.indexOf(words)
    await engine.do('passages.code', { sourceId, start, end: start + words.length, codeIds })
  }
  await code('Vi venter lenge.', [waiting.id])
  await code('Så ringer jeg', [waiting.id, calling.id])
  return { folder, engine, sourceId, waiting, calling }
}

test('a segment stands under each of its codes, and every count equals its question', async () => {
  const { folder, engine, waiting } = await coded()
  const path = join(folder, 'segments.md')
  const written = await engine.do('export.report', { kind: 'segments', format: 'md', path })
  expect(written.items).toBe(3)
  const words = readFileSync(path, 'utf8')
  expect(words).toContain('tid › venting')
  expect(words).toContain('Intervju 1, 1:2, P1 (rådgiver)')
  const asked = await engine.get('analysis.ask', {
    question: { type: 'coded', codeIds: [waiting.id] },
  })
  const one = await engine.do('export.report', {
    kind: 'segments',
    codeIds: [waiting.id],
    format: 'csv',
    path: join(folder, 'one.csv'),
  })
  expect(one.items).toBe(asked.total)
})

test('with the words around, the passage stands between them', async () => {
  const { folder, engine, calling } = await coded()
  const path = join(folder, 'context.md')
  await engine.do('export.report', {
    kind: 'segments',
    codeIds: [calling.id],
    context: true,
    format: 'md',
    path,
  })
  const words = readFileSync(path, 'utf8')
  expect(words.indexOf('venter lenge')).toBeLessThan(words.indexOf('Så ringer jeg'))
  expect(words).toContain('og de svarer')
})

test.each(reportKinds)('%s is written in every format, and a preview shows it', async (kind) => {
  const { folder, engine } = await coded()
  await engine.do('memos.create', { title: 'Hvem ringer?', kind: 'puzzle', text: 'Alltid hun.' })
  for (const format of tableFormats) {
    const path = join(folder, `report.${format}`)
    const { bytes } = await engine.do('export.report', { kind, format, path, language: 'nb' })
    expect(bytes, format).toBe(readFileSync(path).length)
    if (format === 'docx' || format === 'xlsx')
      expect(Object.keys(unzipSync(readFileSync(path))).length).toBeGreaterThan(4)
    else expect(readFileSync(path, 'utf8').length).toBeGreaterThan(60)
  }
  const { html, items } = await engine.get('reports.preview', { kind })
  expect(items).toBeGreaterThan(0)
  expect(html).toMatch(/^<article/)
})

test('groups by source, person and case hold each segment once', async () => {
  const { folder, engine, sourceId } = await coded()
  const place = await engine.do('cases.create', { name: 'Kontor 1', sourceIds: [sourceId] })
  for (const [by, heading] of [
    ['sources', 'Intervju 1'],
    ['persons', 'P1'],
    ['cases', place.name],
  ] as const) {
    const path = join(folder, 'by.html')
    const { items } = await engine.do('export.report', {
      kind: 'segments',
      by,
      format: 'html',
      path,
    })
    expect(items).toBe(2)
    expect(readFileSync(path, 'utf8')).toContain(`<bdi>${heading}</bdi></h2>`)
  }
})

test('a checklist says what the project knows, takes answers in own words, and counts what is open', async () => {
  const { engine } = await coded()
  const before = await engine.get('reports.checklist', { checklist: 'coreq' })
  expect(before.items).toHaveLength(32)
  expect(before.items[11]?.known).toBe('1 person.')
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  expect(before.items[26]?.known).toBe(`Standpoint, version ${version}.`)
  await engine.do('reports.answer', {
    checklist: 'coreq',
    item: '9',
    text: 'Institusjonell etnografi',
  })
  await engine.do('reports.answer', { checklist: 'coreq', item: '9', text: 'IE' })
  const after = await engine.get('reports.checklist', { checklist: 'coreq' })
  expect(after.items[8]?.answer).toBe('IE')
  expect(after.open).toBe(before.open - 1)
  await engine.do('history.undo', {})
  const undone = await engine.get('reports.checklist', { checklist: 'coreq' })
  expect(undone.items[8]?.answer).toBe('Institusjonell etnografi')
  const refused = await engine.refusal('reports.answer', {
    checklist: 'srqr',
    item: '22',
    text: '',
  })
  expect(refused.code).toBe('args.invalid')
  expect((await engine.get('reports.checklist', { checklist: 'srqr' })).items).toHaveLength(21)
})

test('a set of outputs is made at one stroke; what cannot be made is told and the others go on', async () => {
  const { folder, engine } = await coded()
  const preset = await engine.do('reportPresets.create', {
    name: 'Vedlegg',
    outputs: [
      { command: 'export.codebook', name: 'Kodebok', input: { format: 'docx' } },
      {
        command: 'export.map',
        name: 'Kart',
        input: { mapId: '0190aaaa-0000-7000-8000-000000000000', format: 'svg' },
      },
      { command: 'export.report', name: 'Utdrag', input: { kind: 'segments', format: 'docx' } },
    ],
  })
  const out = join(folder, 'ut')
  const made = await engine.do('reports.make', { presetId: preset.id, folder: out })
  expect(made.items.map(({ ok }) => ok)).toEqual([true, false, true])
  expect(existsSync(join(out, 'Kodebok.docx'))).toBe(true)
  expect(existsSync(join(out, 'Kart.svg'))).toBe(false)
  const parts = unzipSync(readFileSync(join(out, 'Utdrag.docx')))
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Så ringer jeg')
  expect(made.items[1]?.problem).not.toBe('')
  const occupied = join(folder, 'file')
  writeFileSync(occupied, '')
  const refused = await engine.refusal('reports.make', { presetId: preset.id, folder: occupied })
  expect(refused.code).toBe('file.notWritable')
})
