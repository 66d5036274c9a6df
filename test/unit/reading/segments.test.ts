import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphStarts } from '../../../shared/text/edit.ts'
import { growTo, segmentAfter, segmentAt, segmentBefore } from '../../../shared/text/segments.ts'
import type { SegmentedText, TextRange } from '../../../shared/text/segments.ts'
import { sentenceEnds } from '../../../shared/text/sentences.ts'
import type { Block } from '../../../shared/text/source-text.ts'

function segmented(text: string, blocks?: Block[]): SegmentedText {
  const starts = paragraphStarts(text)
  return { text, starts, blocks: blocks ?? starts.map(() => ({ kind: 'paragraph' as const })) }
}

function words(source: SegmentedText, range: TextRange | undefined): string {
  return range === undefined ? '' : source.text.slice(range.start, range.end)
}

function sentences(paragraph: string): string[] {
  let from = 0
  return sentenceEnds(paragraph).map((end) => {
    const sentence = paragraph.slice(from, end).trim()
    from = end
    return sentence
  })
}

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks', () => {
    expect(sentences('Nei. Er det sant? Ja! Det er det.')).toEqual([
      'Nei.',
      'Er det sant?',
      'Ja!',
      'Det er det.',
    ])
  })

  it.each([
    ['Vi bruker bl.a. Excel og f.eks. Word til det. Så ringer vi.', 2],
    ['Se s. 12 i veilederen. Der står det.', 2],
    ['Møtet var kl. 9 den 12. november. Ingen kom.', 2],
    ['Jf. § 14 a i loven, jf. NAV-loven. Ferdig.', 2],
    ['Dr. Hansen og J. R. Olsen var der. Vi gikk.', 2],
    ['We use e.g. Excel for that. Then we call, cf. Smith.', 2],
    ['Han sa «kom inn.» Så gikk vi.', 2],
    ['«Hva er det?» sa hun. Jeg svarte ikke.', 2],
    ['Vi tar møter, kurs osv. Etterpå skriver vi.', 2],
    ['Og så … nei, jeg vet ikke. Kanskje.', 2],
  ])('are told from abbreviations: %s', (paragraph, count) => {
    expect(sentences(paragraph)).toHaveLength(count)
  })

  it('together are the paragraph', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '?', '»', '1') }),
        (text) => {
          const ends = sentenceEnds(text)
          expect(ends.at(-1) ?? 0).toBe(text.length)
          expect(ends).toEqual([...ends].sort((a, b) => a - b))
        },
      ),
    )
  })
})

describe('segments', () => {
  const interview = segmented(
    'Oppfølging\nIntervjuer: Hva gjør du?\nBerit: Jeg ringer. Så skriver jeg.\nDet tar tid.\nIntervjuer: Ja?\n',
    [
      { kind: 'heading', level: 1 },
      { kind: 'paragraph', speaker: 'Intervjuer', label: 12 },
      { kind: 'paragraph', speaker: 'Berit', label: 7 },
      { kind: 'paragraph' },
      { kind: 'paragraph', speaker: 'Intervjuer', label: 12 },
    ],
  )
  const at = (part: string): number => interview.text.indexOf(part)

  it('a word has its hyphens and apostrophes', () => {
    const source = segmented('Et NAV-kontor, sier dei’s folk.\n')
    expect(words(source, segmentAt(source, 'word', 5))).toBe('NAV-kontor')
    expect(words(source, segmentAt(source, 'word', 22))).toBe('dei’s')
  })

  it('a sentence leaves the speaker’s label out', () => {
    expect(words(interview, segmentAt(interview, 'sentence', at('Jeg ringer')))).toBe('Jeg ringer.')
    expect(words(interview, segmentAt(interview, 'sentence', at('Berit:') + 2))).toBe('Jeg ringer.')
  })

  it('a turn goes to the next speaker, without label', () => {
    expect(words(interview, segmentAt(interview, 'turn', at('tar tid')))).toBe(
      'Jeg ringer. Så skriver jeg.\nDet tar tid.',
    )
    expect(words(interview, segmentAt(interview, 'turn', 2))).toBe('Oppfølging')
  })

  it('the same key again takes the next one', () => {
    const first = growTo(interview, 'sentence', { start: at('ringer'), end: at('ringer') })
    expect(words(interview, first)).toBe('Jeg ringer.')
    const second = growTo(interview, 'sentence', first)
    expect(words(interview, second)).toBe('Jeg ringer. Så skriver jeg.')
    const third = growTo(interview, 'sentence', second)
    expect(words(interview, third)).toBe('Jeg ringer. Så skriver jeg.\nDet tar tid.')
    const turns = growTo(interview, 'turn', segmentAt(interview, 'turn', at('Hva gjør')))
    expect(words(interview, turns).endsWith('Det tar tid.')).toBe(true)
  })

  it('the neighbours of a word are found across paragraphs', () => {
    expect(words(interview, segmentAfter(interview, 'word', at('jeg.') + 3))).toBe('Det')
    expect(words(interview, segmentBefore(interview, 'word', at('Det tar')))).toBe('jeg')
  })

  it('growing never loses what was selected and stays in the text', () => {
    const kinds = fc.constantFrom('word', 'sentence', 'turn', 'paragraph')
    const place = fc.nat({ max: interview.text.length - 1 })
    fc.assert(
      fc.property(kinds, place, place, (kind, a, b) => {
        const range = { start: Math.min(a, b), end: Math.max(a, b) }
        const grown = growTo(interview, kind, range)
        expect(grown.end).toBeLessThanOrEqual(interview.text.length)
        const selected = interview.text.slice(range.start, range.end).trim()
        expect(interview.text.slice(grown.start, grown.end)).toContain(selected)
      }),
    )
  })
})
