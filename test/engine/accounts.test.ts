import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { host, letIn, newLivePair, same } from './support/live.ts'
import { newPair, send } from './support/pair.ts'
import { newSource, type TestEngine } from './support/project.ts'
import { newStudy, only, said, write, writeIn } from './support/quotes.ts'
import { projectedRows } from './support/tables.ts'

test('an account shows what became of its quotations, and prints them with their labels', async () => {
  const { engine, folder, sourceId, text, quote } = await newStudy()
  const quoteId = await quote()
  const account = await engine.do('accounts.create', { title: 'Kapittel 1', text: 'Innledning.' })
  await engine.do('accounts.quote', { accountId: account.id, quoteId })
  await engine.do('sources.update', { sourceIds: [sourceId], verbatim: false })
  await write(engine, account.id)
  expect(await only(engine)).toMatchObject({
    status: 'used',
    usedIn: [{ accountId: account.id, title: 'Kapittel 1', times: 1 }],
  })
  const input = { accountId: account.id, language: 'nb' } as const
  const leaks = await engine.get('leaks.check', { command: 'export.account', input })
  expect(leaks.items).toContainEqual(expect.objectContaining({ kind: 'no-verbatim', sourceId }))
  const path = join(folder, 'kapittel.docx')
  expect(await engine.do('export.account', { ...input, format: 'docx', path })).toMatchObject({
    quotations: 1,
    missing: 0,
  })
  const files = unzipSync(readFileSync(path))
  const xml = Buffer.from(files['word/document.xml'] ?? []).toString()
  expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>.*?Legen/su)
  expect(xml).toMatch(new RegExp(`<w:pStyle w:val="Quote"/>.*?${said}`, 'su'))
  expect(xml).toContain('Kari, lege, intervju, 2026-03-01')
  expect(xml).toContain('Tabell ')
  expect(Buffer.from(files['word/footnotes.xml'] ?? []).toString()).toContain('Se vedlegg 2.')
  await engine.do('export.account', { ...input, format: 'md', path: join(folder, 'k.md') })
  const md = readFileSync(join(folder, 'k.md'), 'utf8')
  expect(md).toContain(`> ${said}`)
  expect(md).toContain('[^1]: Se vedlegg 2.')
  await engine.do('export.account', { ...input, format: 'tex', path: join(folder, 'k.tex') })
  expect(readFileSync(join(folder, 'k.tex'), 'utf8')).toContain('\\footnote{Se vedlegg 2.}')

  const notices = async () => (await engine.get('accounts.list', {})).items[0]?.notices
  expect(await notices()).toEqual([])
  const at = text.indexOf('mandag')
  await engine.do('sources.editText', { sourceId, start: at, end: at + 6, text: 'tirsdag' })
  expect(await notices()).toEqual([{ quoteId, state: 'changed' }])
  await engine.do('sources.withdraw', { sourceIds: [sourceId], reason: '' })
  expect(await notices()).toEqual([{ quoteId, state: 'withdrawn' }])
  expect(await engine.do('export.account', { ...input, format: 'docx', path })).toMatchObject({
    quotations: 0,
    missing: 1,
  })
  const left = readFileSync(join(folder, 'study.standpoint'))
  expect(left.includes(Buffer.from('ringer legen'))).toBe(false)
})

test('an account that is deleted takes its uses along until undo; a rebuild gives the same tables', async () => {
  const { engine, folder, quote } = await newStudy()
  const quoteId = await quote()
  const account = await engine.do('accounts.create', { title: 'A' })
  await engine.do('accounts.quote', { accountId: account.id, quoteId })
  await engine.do('accounts.delete', { accountIds: [account.id] })
  expect((await only(engine)).status).toBe('chosen')
  await engine.do('history.undo', {})
  expect((await only(engine)).status).toBe('used')
  const check = await engine.get('project.check', { rebuild: true })
  expect(check.problems).toEqual([])
  const rows = projectedRows(join(folder, 'study.standpoint'))
  expect(JSON.stringify(rows)).toContain(quoteId)
})

test('quotes and accounts travel to a partner, and both write in the same account', async () => {
  const pair = await newPair()
  const { anna, bo } = pair
  const sourceId = await newSource(anna, 'Kari: Jeg venter på svar.\n')
  const made = await anna.do('quotes.create', { passages: [{ sourceId, start: 6, end: 16 }] })
  const quoteId = made.quoteIds[0] ?? ''
  const account = await anna.do('accounts.create', { title: 'A', text: 'Annas ord.' })
  await send(pair, anna, bo)
  await write(bo, account.id)
  await anna.do('accounts.quote', { accountId: account.id, quoteId })
  await send(pair, bo, anna)
  await send(pair, anna, bo)
  for (const engine of [anna, bo]) {
    const [known] = (await engine.get('accounts.list', {})).items
    expect(known?.quoteIds).toEqual([quoteId])
    expect(known?.text).toContain('Annas ord.')
    expect(known?.text).toContain('Legen')
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  }
})

test('two who write in one account at once in a live session keep what both wrote, and undo their own', async () => {
  const pair = await newLivePair()
  const { anna, bo, sourceId } = pair
  const { text } = await anna.get('sources.text', { sourceId })
  const start = text.indexOf('Jeg ringer')
  const passages = [{ sourceId, start, end: start + 16 }]
  const quoteId = (await anna.do('quotes.create', { passages })).quoteIds[0] ?? ''
  const { id } = await anna.do('accounts.create', { title: 'Sammen', text: 'Begynnelsen.' })
  await host(anna)
  await letIn(anna, bo)
  await same(anna, bo)
  const begun = (await anna.get('accounts.list', {})).items[0]?.text
  expect(begun).toBe('Begynnelsen.')
  const type = async (engine: TestEngine, words: string[]) => {
    for (const word of words)
      await writeIn(engine, id, (root) => {
        const [paragraph] = root.toDelta() as { insert: Y.XmlText }[]
        paragraph?.insert.insert(paragraph.insert.length, word)
      })
  }
  const quoteWithin = (engine: TestEngine) =>
    writeIn(engine, id, (root) => {
      const [paragraph] = root.toDelta() as { insert: Y.XmlText }[]
      const quotation = new Y.XmlElement()
      quotation.setAttribute('__type', 'inline-quotation')
      quotation.setAttribute('__quoteId', quoteId)
      paragraph?.insert.insertEmbed(paragraph.insert.length, quotation)
    })
  await Promise.all([
    type(anna, [' A1', ' A2', ' A3']),
    type(bo, [' B1', ' B2']).then(() => quoteWithin(bo)),
  ])
  await same(anna, bo)
  const [annas, bos] = [await anna.get('accounts.list', {}), await bo.get('accounts.list', {})]
  expect(annas).toEqual(bos)
  const [written] = annas.items
  for (const word of ['Begynnelsen.', 'A1', 'A2', 'A3', 'B1', 'B2'])
    expect(written?.text.split(word)).toHaveLength(2)
  expect(written?.quoteIds).toEqual([quoteId])
  await bo.do('history.undo', {})
  await same(anna, bo)
  const [undone] = (await anna.get('accounts.list', {})).items
  expect(undone?.quoteIds).toEqual([])
  expect(undone?.text).toContain('A3')
  for (const engine of [anna, bo])
    expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
})

test('a quotation in a sentence, and maps as pictures beside the text', async () => {
  const { engine, folder, quote } = await newStudy()
  const quoteId = await quote()
  await engine.do('quotes.update', { quoteId, translation: 'I “call” the doctor.' })
  const { id: accountId } = await engine.do('accounts.create', { title: 'A', text: 'Hun sier' })
  const process = await engine.do('processes.create', { name: 'Oppfølging' })
  await engine.do('steps.create', { processId: process.id, action: 'ringer' })
  const map = await engine.do('maps.create', { name: 'Veien inn', processIds: [process.id] })
  await writeIn(engine, accountId, (root) => {
    const [paragraph] = root.toDelta() as { insert: Y.XmlText }[]
    for (const bare of ['', 'yes']) {
      const quotation = new Y.XmlElement()
      quotation.setAttribute('__type', 'inline-quotation')
      quotation.setAttribute('__quoteId', quoteId)
      quotation.setAttribute('__bare', bare)
      paragraph?.insert.insert(paragraph.insert.length, bare === '' ? ' ' : ', og ')
      paragraph?.insert.insertEmbed(paragraph.insert.length, quotation)
    }
    const picture = new Y.XmlElement()
    picture.setAttribute('__type', 'project-map')
    picture.setAttribute('__mapId', map.id)
    root.insertEmbed(root.length, picture)
  })
  const save = (name: string, format: 'docx' | 'md' | 'tex') =>
    engine.do('export.account', {
      ...{ accountId, format, language: 'nb' as const },
      path: join(folder, name),
    })
  expect(await save('på veg_1.md', 'md')).toMatchObject({ quotations: 2, missing: 0, pictures: 1 })
  const md = readFileSync(join(folder, 'på veg_1.md'), 'utf8')
  const words = `«${said}» [«I ‘call’ the doctor.»]`
  expect(md.replaceAll('\\', '')).toContain(
    `Hun sier ${words} (Kari, lege, intervju, 2026-03-01), og ${words}`,
  )
  expect(md).toContain('![Veien inn](pa-veg-1-figure-1.png)')
  const png = readFileSync(join(folder, 'pa-veg-1-figure-1.png'))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(await save('veg.tex', 'tex')).toMatchObject({ pictures: 1 })
  const tex = readFileSync(join(folder, 'veg.tex'), 'utf8')
  expect(tex).toMatch(/\\usepackage\{graphicx\}[^]*\\includegraphics\[.*\]\{veg-figure-1\.pdf\}/u)
  expect(readFileSync(join(folder, 'veg-figure-1.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await save('veg.docx', 'docx')).toMatchObject({ pictures: 0 })
  const files = unzipSync(readFileSync(join(folder, 'veg.docx')))
  expect(Buffer.from(files['word/document.xml'] ?? []).toString()).toContain(`«${said}»`)

  await engine.do('sources.update', {
    sourceIds: [(await only(engine)).sourceId],
    verbatim: false,
  })
  const { items } = await engine.get('leaks.check', {
    command: 'export.account',
    input: { accountId },
  })
  expect(items).toContainEqual(expect.objectContaining({ kind: 'no-verbatim' }))
})
