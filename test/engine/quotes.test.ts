import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyEdits,
  carriedEdits,
  partsOf,
  wordEdits,
} from '../../shared/analysis/quotes/printed.ts'
import { labelByPattern } from '../../shared/analysis/quotes/label.ts'
import { formatVersion, migrate } from '../../electron/engine/project/format.ts'
import { temporaryFolder } from './support/project.ts'
import { newStudy, only, said } from './support/quotes.ts'

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

test('places of hits become quotes of their sentence or turn, each once, in one step', async () => {
  const { engine, sourceId, text } = await newStudy()
  const at = (word: string) => {
    const start = text.indexOf(word)
    return { sourceId, start, end: start + word.length }
  }
  const made = await engine.do('quotes.create', {
    passages: [at('legen'), at('mandag'), at('Jeg venter')],
    unit: 'turn',
  })
  expect(made).toMatchObject({ made: 2, overlapping: 0 })
  expect(new Set(made.quoteIds).size).toBe(2)
  const printed = async () =>
    (await engine.get('quotes.list', {})).items.map((quote) => quote.printed)
  expect(await printed()).toEqual([said, 'Jeg venter også.'])
  expect(
    await engine.do('quotes.create', { passages: [at('legen'), at('gjør')], unit: 'sentence' }),
  ).toMatchObject({ made: 1 })
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  expect(await printed()).toEqual([])
  const beyond = { sourceId, start: 5, end: text.length + 9 }
  const refusal = await engine.refusal('quotes.create', { passages: [beyond], unit: 'turn' })
  expect(refusal.code).toBe('passage.rangeInvalid')
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
