import { describe, expect, it } from 'vitest'
import { fileName } from '../../../renderer/export/file-name.ts'
import { base64ToBytes, bytesToBase64 } from '../../../renderer/memos/base64.ts'
import { allMemos, filterMemos } from '../../../renderer/memos/filter-memos.ts'
import { passageOfUrl, passageUrl, shortQuote } from '../../../renderer/memos/passage-url.ts'
import type { Memo } from '../../../shared/model/entities.ts'

const memo = (id: string, fields: Partial<Memo> = {}): Memo => ({
  id,
  title: id,
  kind: 'note',
  status: 'open',
  about: { type: 'project', id: 'p' },
  aboutLabel: '',
  text: '',
  created: '2026-01-01',
  createdBy: 'ana',
  changed: '2026-01-01',
  ...fields,
})

describe('the list of memos', () => {
  const memos = [
    memo('Ålesund', { kind: 'puzzle', changed: '2026-01-03' }),
    memo('Bø', { status: 'settled', about: { type: 'code', id: 'c' }, aboutLabel: 'utetid' }),
    memo('', {
      id: 'x',
      text: 'Who reads the date?',
      created: '2026-02-01',
      changed: '2026-01-02',
    }),
  ]
  const ids = (changes: Partial<typeof allMemos>) =>
    filterMemos(memos, { ...allMemos, ...changes }, 'nb').map((found) => found.id)

  it('shows the last changed first, or the newest, or by title with the untitled last', () => {
    expect(ids({})).toEqual(['Ålesund', 'x', 'Bø'])
    expect(ids({ sort: 'created' })[0]).toBe('x')
    expect(ids({ sort: 'title' })).toEqual(['Bø', 'Ålesund', 'x'])
  })
  it('narrows by kind, status, what it is about and words', () => {
    expect(ids({ kind: 'puzzle' })).toEqual(['Ålesund'])
    expect(ids({ status: 'settled' })).toEqual(['Bø'])
    expect(ids({ about: 'code' })).toEqual(['Bø'])
    expect(ids({ text: 'DATE' })).toEqual(['x'])
    expect(ids({ text: 'utetid' })).toEqual(['Bø'])
  })
})

describe('links to passages', () => {
  it('lead to a passage and nowhere else', () => {
    expect(passageOfUrl(passageUrl('01a2-b3'))).toBe('01a2-b3')
    expect(passageOfUrl('https://example.org/passage/1')).toBeUndefined()
    expect(passageOfUrl('standpoint:passage/../../x')).toBeUndefined()
    expect(passageOfUrl('standpoint:passage/')).toBeUndefined()
  })
  it('read as the first words, to the end of one', () => {
    expect(shortQuote('hours  out\nof office')).toBe('hours out of office')
    expect(shortQuote('word '.repeat(40))).toMatch(/^(?:word ){10,14}…$/)
  })
})

describe('bytes in JSON', () => {
  it('come back as they went, however many', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
    expect(base64ToBytes(bytesToBase64(bytes))).toEqual(bytes)
    expect(bytesToBase64(new Uint8Array())).toBe('')
  })
})

describe('the name of a file', () => {
  it('comes from the title, without signs that some systems refuse', () => {
    expect(fileName('Oppfølging: to/kontor?', 'kodebok')).toBe('Oppfølging to kontor – kodebok')
    expect(fileName('???', 'codebook')).toBe('codebook')
  })
})
