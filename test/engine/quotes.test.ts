import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  applyEdits,
  carriedEdits,
  partsOf,
  wordEdits,
} from '../../shared/analysis/quotes/printed.ts'
import { labelByPattern } from '../../shared/analysis/quotes/label.ts'
import { formatVersion, migrate } from '../../electron/engine/project/format.ts'
import { newPair, send } from './support/pair.ts'
import { newProject, newSource, temporaryFolder, type TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

const said = 'Jeg ringer legen hver mandag, og så venter jeg på svar.'
const interview = `Intervjuer: Hva gjør du?\nKari: ${said}\nOla: Jeg venter også.\nKari: Ja.\n`

async function newStudy() {
  const folder = temporaryFolder()
  const engine = await newProject(join(folder, 'study.standpoint'))
  const imported = await engine.do('sources.importText', { title: 'Gruppe', text: interview })
  const sourceId = imported.items[0]?.sourceIds[0] ?? ''
  await engine.do('sources.update', {
    sourceIds: [sourceId],
    kind: 'interview',
    date: '2026-03-01',
  })
  const kari = (await engine.do('persons.create', { pseudonym: 'Kari', role: 'lege' })).id
  const ola = (await engine.do('persons.create', { pseudonym: 'Ola' })).id
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Kari', personId: kari })
  await engine.do('sources.linkSpeaker', { sourceId, speaker: 'Ola', personId: ola })
  const text = (await engine.get('sources.text', { sourceId })).text
  const start = text.indexOf(said)
  const at = { sourceId, start, end: start + said.length }
  const quote = async () => {
    const { quoteIds } = await engine.do('quotes.create', { passages: [at] })
    return quoteIds[0] ?? ''
  }
  return { folder, engine, sourceId, kari, ola, text, start, at, quote }
}

const only = async (engine: TestEngine) => {
  const { items } = await engine.get('quotes.list', { language: 'nb' })
  if (items.length !== 1 || !items[0]) throw new Error(`${items.length} quotes`)
  return items[0]
}

test('migration 007 gives a file of format 6 the table of accounts, and keeps what it has', () => {
  const db = new Database(join(temporaryFolder(), 'old.db'))
  migrate(db, 0)
  db.exec('DROP TABLE account_texts; PRAGMA user_version = 6')
  db.prepare(`INSERT INTO entities VALUES ('memos', 'm', 0, '{}')`).run()
  migrate(db, 6)
  expect(db.pragma('user_version', { simple: true })).toBe(formatVersion)
  expect(db.pragma('table_list(account_texts)')).toMatchObject([{ strict: 1 }])
  expect(db.prepare('SELECT count(*) FROM entities').pluck().get()).toBe(1)
  db.close()
})

test('a quote knows who says it, and is taken once; one step takes it back', async () => {
  const { engine, at, kari, quote } = await newStudy()
  const id = await quote()
  expect(await engine.do('quotes.create', { passages: [at] })).toMatchObject({
    quoteIds: [id],
    made: 0,
  })
  expect(await only(engine)).toMatchObject({
    asSaid: said,
    printed: said,
    label: 'Kari, lege, intervju, 2026-03-01',
    personIds: [kari],
    status: 'chosen',
    state: 'current',
    number: 1,
  })
  await engine.do('history.undo', {})
  expect((await engine.get('quotes.list', {})).items).toEqual([])
})

test('the printed form is edits of what was said, follows the passage, and is flagged until seen', async () => {
  const { engine, sourceId, text, quote } = await newStudy()
  const quoteId = await quote()
  const printed = 'Jeg ringer [fast]lege[n] […], og så venter jeg på svar.'
  await engine.do('quotes.update', { quoteId, printed, translation: 'I phone …' })
  expect(await only(engine)).toMatchObject({ printed, asSaid: said, state: 'current' })
  const at = text.indexOf('mandag')
  await engine.do('sources.editText', { sourceId, start: at, end: at + 6, text: 'tirsdag' })
  expect(await only(engine)).toMatchObject({
    printed,
    asSaid: said.replace('mandag', 'tirsdag'),
    asItWas: said,
    state: 'changed',
  })
  await engine.do('sources.editText', {
    sourceId,
    start: text.indexOf('venter'),
    end: text.indexOf('venter') + 6,
    text: 'Venter',
  })
  await engine.do('quotes.accept', { quoteIds: [quoteId] })
  const after = await only(engine)
  expect(after.state).toBe('current')
  expect(applyEdits(after.asItWas, after.edits)).toBe(after.printed)
})

test('words, edits and words again give what was printed, and omitted words stay omitted', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'ord', 'legen', ' ', '  ', ',', '[…]', 'å', '😀', '\n'))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(words, words, words, (before, printed, now) => {
      const edits = wordEdits(before, printed)
      expect(applyEdits(before, edits)).toBe(printed)
      expect(carriedEdits(edits, before, before)).toEqual(edits)
      const carried = carriedEdits(edits, before, now)
      let at = 0
      for (const { start, end } of carried) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThanOrEqual(start)
        at = end
      }
      expect(at).toBeLessThanOrEqual(now.length)
      const kept = partsOf(now, carried).filter(({ kind }) => kind !== 'inserted')
      expect(kept.map(({ text }) => text).join('')).toBe(now)
    }),
  )
  const edits = wordEdits('Jeg så Per i går', 'Jeg så […] i går')
  expect(
    applyEdits('Jeg så Pål i går', carriedEdits(edits, 'Jeg så Per i går', 'Jeg så Pål i går')),
  ).toBe('Jeg så […] i går')
})

test('a label leaves out what is not known with the sign before it', () => {
  const values = {
    pseudonym: 'Kari',
    role: '',
    kind: 'intervju',
    source: '',
    place: '',
    date: '2026',
    number: '3',
    passage: '1:2',
  }
  expect(labelByPattern('({pseudonym}, {role}, {kind}; {date})', values)).toBe(
    '(Kari, intervju; 2026)',
  )
  expect(labelByPattern('{role}, {pseudonym} {unknown}', values)).toBe('Kari {unknown}')
})

test('the balance shows the silent too, and each number is the list it opens', async () => {
  const { engine, at, kari, ola, text, sourceId, quote } = await newStudy()
  const quoteId = await quote()
  const intro = text.indexOf('Hva gjør du?')
  const more = await engine.do('quotes.create', {
    passages: [
      { sourceId, start: at.start + 4, end: at.start + 16 },
      { sourceId, start: intro, end: intro + 12 },
    ],
  })
  expect(more).toMatchObject({ made: 2, overlapping: 1, notVerbatim: 0 })
  const { items } = await engine.get('quotes.balance', {})
  expect(items.map(({ personId, quotes, words }) => [personId, quotes, words])).toEqual([
    [kari, 2, 13],
    [ola, 0, 0],
    [null, 1, 3],
  ])
  for (const { personId, quotes } of items)
    expect((await engine.get('quotes.list', { personId })).items).toHaveLength(quotes)
  const listed = (await engine.get('quotes.list', {})).items
  expect(listed.find(({ id }) => id === quoteId)?.overlaps).toEqual([more.quoteIds[0]])
})

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

/** Writes as the window does: a heading, words with a footnote, a table. */
async function write(engine: TestEngine, accountId: string): Promise<void> {
  const { update } = await engine.get('accounts.state', { accountId })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(update, 'base64'))
  const before = Y.encodeStateVector(doc)
  const root = doc.get('root', Y.XmlText)
  const block = (type: string, words: string) => {
    const element = new Y.XmlText()
    element.setAttribute('__type', type)
    if (type === 'heading') element.setAttribute('__tag', 'h2')
    element.insertEmbed(0, new Y.Map(Object.entries({ __type: 'text', __format: 0 })))
    element.insert(1, words)
    root.insertEmbed(root.length, element)
    return element
  }
  block('heading', 'Legen')
  const words = block('paragraph', 'Mer.')
  const footnote = new Y.XmlElement()
  footnote.setAttribute('__type', 'footnote')
  footnote.setAttribute('__text', 'Se vedlegg 2.')
  words.insertEmbed(words.length, footnote)
  const table = new Y.XmlElement()
  table.setAttribute('__type', 'project-table')
  table.setAttribute('__table', 'informants')
  root.insertEmbed(root.length, table)
  const written = Y.encodeStateAsUpdate(doc, before)
  await engine.do('accounts.write', { accountId, update: Buffer.from(written).toString('base64') })
}
