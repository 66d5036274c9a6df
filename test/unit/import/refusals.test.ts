import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  largestFileBytes,
  readSource,
  supportedExtensions,
} from '../../../electron/engine/sources/import/index.ts'
import { pdfOf } from './small-pdf.ts'
import { fixture, paragraphs, readOne, refusal } from './reading.ts'

const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0])

describe('refusals', () => {
  test('I4: a program under the name of a document is refused by what it is', async () => {
    expect(await refusal(program, 'brev.docx')).toEqual({
      code: 'import.notThisFormat',
      details: { expected: 'docx', found: 'program' },
    })
    expect((await refusal(program, 'brev.txt')).code).toBe('import.notThisFormat')
    expect((await refusal(program, 'brev.exe')).code).toBe('import.unknownFormat')
  })

  test('I4: an archive that is no document says so', async () => {
    const zip = zipSync({ 'a.txt': strToU8('hei') })
    expect(await refusal(zip, 'a.docx')).toEqual({
      code: 'import.notThisFormat',
      details: { expected: 'docx', found: 'zip' },
    })
    const sheet = zipSync({ 'xl/workbook.xml': strToU8('<x/>') })
    expect((await refusal(sheet, 'a.odt')).details).toEqual({ expected: 'odt', found: 'xlsx' })
    expect((await refusal('bare tekst', 'a.docx')).details).toEqual({
      expected: 'docx',
      found: 'text',
    })
  })

  test('I4: a PDF named .txt is read as a PDF, with a note', async () => {
    const source = await readOne(pdfOf([['Dette er en linje.']]), 'a.txt')
    expect(source.format).toBe('pdf')
    expect(source.notes).toContainEqual({ code: 'read-as', detail: 'pdf' })
  })

  test('T1: bytes that are no text are refused', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) % 256)
    expect((await refusal(noise, 'a.txt')).code).toBe('import.notText')
    expect((await refusal('bare tekst', 'a.xyz')).code).toBe('import.unknownFormat')
  })

  test('I5: a zip bomb stops before it is inflated, whatever it claims', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    const claimed = Buffer.from(bomb)
    for (const name of ['a.docx', 'b.docx']) {
      const before = process.memoryUsage().arrayBuffers
      expect((await refusal(claimed, name)).code).toBe('import.zipBomb')
      expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024)
      const directory = claimed.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
      claimed.writeUInt32LE(1000, directory + 24)
    }
  })

  test('I7: broken and encrypted files are told apart', async () => {
    const whole = zipSync({ 'word/document.xml': strToU8('<w:document/>'.repeat(20)) })
    expect((await refusal(whole.subarray(0, whole.length - 30), 'a.docx')).code).toBe(
      'import.broken',
    )
    expect((await refusal(whole, 'a.docx')).code).toBe('import.broken')
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ])
    expect((await refusal(locked, 'a.docx')).code).toBe('import.encrypted')
    const old = Buffer.concat([locked.subarray(0, 8), Buffer.alloc(600)])
    expect((await refusal(old, 'a.docx')).details).toEqual({ expected: 'docx', found: 'doc' })
    const manifest = '<manifest><encryption-data/></manifest>'
    const odt = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8('x'),
      'META-INF/manifest.xml': strToU8(manifest),
    })
    expect((await refusal(odt, 'a.odt')).code).toBe('import.encrypted')
  })

  test('I7: a captions file without cues, and a survey without answers, are refused', async () => {
    expect((await refusal('WEBVTT\n\nhei', 'a.vtt')).code).toBe('import.notThisFormat')
    expect((await refusal('a;b;c', 'a.csv')).code).toBe('import.noText')
  })

  test('I6: a cancelled import says so', async () => {
    const bytes = fixture('intervju-berit.txt')
    const result = await readSource(bytes, 'a.txt', {}, AbortSignal.abort())
    expect(result).toEqual({ ok: false, error: { code: 'import.cancelled' } })
    const controller = new AbortController()
    const pages = Array.from({ length: 60 }, (_, n) => [`Side nummer ${String(n)} i prøven.`])
    const running = readSource(pdfOf(pages), 'a.pdf', {}, controller.signal)
    setImmediate(() => {
      controller.abort()
    })
    expect(await running).toEqual({ ok: false, error: { code: 'import.cancelled' } })
  })

  test('I1: a file above the limit is refused unread', async () => {
    const error = await refusal(new Uint8Array(largestFileBytes + 1), 'a.txt')
    expect(error.code).toBe('import.tooLarge')
    expect(supportedExtensions).toContain('odt')
  })

  test('I1: odt with a document type (and so entities) is refused', async () => {
    const odt = zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'),
    })
    expect((await refusal(odt, 'a.odt')).code).toBe('import.broken')
  })

  test('I1: files made to be slow or deep do no harm', async () => {
    const deep = await readSource(
      new TextEncoder().encode('<div>'.repeat(200_000) + 'ord'),
      'a.html',
    )
    if (!deep.ok) expect(deep.error.code).toBe('import.broken')
    for (const part of ['.', '<a', '[', ' ', '1.', '**', '<v ', '"', '[00:', '# ', '> ', '- ']) {
      for (const name of ['a.txt', 'a.md', 'a.html', 'a.csv', 'a.vtt']) {
        const bytes = new TextEncoder().encode(`${part.repeat(60_000)}x`)
        expect(typeof (await readSource(bytes, name)).ok).toBe('boolean')
      }
    }
  })

  test('I1: names with folders and dots give a title', async () => {
    const source = await readOne('Hei', 'mappe/Åses notat v1.2.txt')
    expect(source.title).toBe('Åses notat v1.2')
    expect(paragraphs(source)).toEqual(['Hei'])
  })
})
