import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readSource } from '../../../electron/engine/sources/import/index.ts'
import { fixture, paragraphs, readOne, refusal } from './reading.ts'

const words = 'Ærlig talt: vi får ikke øve på å gå'

describe('plain text', () => {
  test.each([
    ['utf8', 'utf-8'],
    ['utf16le', 'utf-16le'],
    ['utf16be', 'utf-16be'],
    ['windows-1252', 'windows-1252'],
    ['latin1', 'windows-1252'],
  ])('T1: text in %s without a mark arrives whole', async (encoding, name) => {
    const source = await readOne(iconv.encode(`${words}\n`.repeat(5), encoding), 'a.txt')
    expect(paragraphs(source)[0]).toBe(words)
    expect(source.encoding).toBe(name)
  })

  test.each(['utf8', 'utf16le', 'utf16be'])(
    'T1: a byte order mark in %s is not text',
    async (e) => {
      const source = await readOne(iconv.encode(words, e, { addBOM: true }), 'a.txt')
      expect(source.text.text).toBe(`${words}\n`)
      expect(source.notes).toEqual([])
    },
  )

  test('T1: a guess is noted, and a wanted encoding is obeyed', async () => {
    const bytes = iconv.encode('Привет, мир', 'windows-1251')
    const guessed = await readOne(bytes, 'a.txt')
    expect(guessed.notes).toContainEqual({ code: 'encoding-guessed', detail: 'windows-1252' })
    const wanted = await readOne(bytes, 'a.txt', { encoding: 'windows-1251' })
    expect(wanted.text.text).toBe('Привет, мир\n')
  })

  test('T2: every line end is one line feed, and stray characters go', async () => {
    const source = await readOne('a\r\nb\rc\u2028d\u2029e\u0085f\u0001g 👩‍💼😊', 'a.txt')
    expect(paragraphs(source)).toEqual(['a', 'b', 'c', 'd', 'e', 'fg 👩‍💼😊'])
    expect(source.notes).toContainEqual({ code: 'characters-cleaned', count: 1 })
  })

  test('T3: a text with a paragraph a line stays as it is', async () => {
    const source = await readOne(fixture('rundskriv-oppfolging.txt'), 'rundskriv.txt')
    expect(source.reflowed).toBe(false)
    expect(paragraphs(source)).toHaveLength(14)
    expect(source.speakers).toEqual([])
    expect(source.suggestedKind).toBe('boss text')
    expect(source.language).toBe('nb')
  })

  test('I7: a file without words is empty', async () => {
    expect(await refusal('', 'a.txt')).toEqual({ code: 'import.empty' })
    expect(await refusal(' \r\n\n\t ', 'a.txt')).toEqual({ code: 'import.empty' })
  })

  test.each(['a.txt', 'a.md', 'a.html', 'a.csv', 'a.vtt', 'a.srt', 'a.rtf', 'a.odt', 'a.pdf'])(
    'I1, I2: any string in %s is read whole or refused, and what is read holds together',
    async (name) => {
      const lines = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()))
      await fc.assert(
        fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n', '\n\n', '\f'), async (parts, end) => {
          const head = name === 'a.rtf' ? '{\\rtf1 ' : ''
          const result = await readSource(new TextEncoder().encode(head + parts.join(end)), name)
          if (!result.ok) return
          for (const { text } of result.sources) {
            expect(text.text.split('\n').length - 1).toBe(text.blocks.length)
            expect(text.text.isWellFormed()).toBe(true)
            let last = 0
            for (const mark of text.marks) {
              expect(mark.start).toBeGreaterThanOrEqual(last)
              expect(mark.end).toBeGreaterThan(mark.start)
              expect(text.text.slice(mark.start, mark.end)).not.toContain('\n')
              last = mark.end
            }
            for (const page of text.pages) expect(page.at).toBeLessThan(text.text.length)
          }
        }),
        { numRuns: 60 },
      )
    },
  )
})
