import { describe, expect, test } from 'vitest'
import { fixture, outline, paragraphs, readOne } from './reading.ts'

describe('speaker turns', () => {
  test('S1, S2: an interview gives its turns, its head gives none, its labels stay', async () => {
    const source = await readOne(fixture('intervju-berit.txt'), 'intervju-berit.txt')
    expect(source.speakers).toEqual([
      { name: 'Intervjuer', turns: 15 },
      { name: 'Berit', turns: 15 },
    ])
    expect(source.suggestedKind).toBe('interview')
    expect(source.language).toBe('nb')
    expect(source.text.text).toContain('er hellig 😊\n')
    const at = source.text.blocks.findIndex((block) => block.speaker === 'Berit')
    expect(paragraphs(source)[at]?.slice(0, source.text.blocks[at]?.label)).toBe('Berit: ')
    expect(source.text.blocks.slice(0, 3).every((block) => block.speaker === undefined)).toBe(true)
  })

  test('S3: stamps, initials and stamps after names are read', async () => {
    const before = await readOne(
      '[00:12:31] I: Hva da?\n[00:12:40] B: Ingenting.\n[00:13:00] I: Å?',
      'a.txt',
    )
    expect(before.text.blocks).toEqual([
      { kind: 'paragraph', speaker: 'I', time: 751_000, label: 14 },
      { kind: 'paragraph', speaker: 'B', time: 760_000, label: 14 },
      { kind: 'paragraph', speaker: 'I', time: 780_000, label: 14 },
    ])
    const bare = await readOne('00:12:31 Berit: Hei\n00:12:40 Ola: Hå\n00:13:00 Berit: Ja', 'a.txt')
    expect(bare.speakers.map((speaker) => speaker.name)).toEqual(['Berit', 'Ola'])
    const after = await readOne('Berit (12:31): Hei\nOla (12:33): Hå\nBerit (12:35): Ja', 'a.txt')
    expect(after.text.blocks[1]).toEqual({
      kind: 'paragraph',
      speaker: 'Ola',
      time: 753_000,
      label: 13,
    })
    const alone = await readOne('(12:31) Hei.\n(12:45) Ja.\n(13:02) Nei.', 'a.txt')
    expect(alone.text.blocks.map((block) => block.time)).toEqual([751_000, 765_000, 782_000])
    expect(alone.speakers).toEqual([])
  })

  test('S3: turns on lines of their own in Markdown are not joined', async () => {
    const source = await readOne(
      '# Opptak\n\n**Berit:** Hei.\nOla: Hei.\n**Berit:** Ja\nog ja.\nOla: Nei.',
      'a.md',
    )
    expect(paragraphs(source)).toEqual([
      'Opptak',
      'Berit: Hei.',
      'Ola: Hei.',
      'Berit: Ja og ja.',
      'Ola: Nei.',
    ])
    expect(source.speakers.map((speaker) => speaker.turns)).toEqual([2, 2])
  })

  test('S3: bold names are speakers', async () => {
    const text =
      '**Berit** Hei på deg.\n\n**Ola** Hei.\n\n**Berit** Hvordan går det?\n\n**Ola** Bra.'
    const source = await readOne(text, 'a.md')
    expect(source.speakers).toEqual([
      { name: 'Berit', turns: 2 },
      { name: 'Ola', turns: 2 },
    ])
  })

  test('S1: a form, a note here and there, and a time of day make no turns', async () => {
    const form = await readOne('Navn: Kari\nAlder: 40\nArbeid: kontor\nBosted: Fjordby', 'a.txt')
    expect(form.speakers).toEqual([])
    const notes = await readOne(
      'Et avsnitt.\nNote: husk dette.\nEt til.\nNote: og dette.\nSlutt.',
      'a.txt',
    )
    expect(notes.speakers).toEqual([])
    const day = await readOne('09:05 Mannen kommer.\n09:20 Kvinnen går.\nJeg pakker.', 'a.txt')
    expect(day.text.blocks.every((block) => block.time === undefined)).toBe(true)
  })

  test('S1: switched off, nothing is marked', async () => {
    const source = await readOne(fixture('intervju-berit.txt'), 'a.txt', { turns: 'off' })
    expect(source.speakers).toEqual([])
    expect(source.text.blocks.some((block) => block.label !== undefined)).toBe(false)
  })

  test('F5: WebVTT voices are speakers, cues have times, tags and notes go', async () => {
    const source = await readOne(fixture('samtale.vtt'), 'samtale.vtt')
    expect(outline(source)).toEqual([
      'paragraph: Da er opptaket i gang.',
      'paragraph: Fint. Jeg har med permen & planen.',
      'paragraph: Den er tykk 😄',
      'paragraph: Tusen takk!',
    ])
    expect(source.speakers.map((speaker) => speaker.name)).toEqual(['Intervjuer', 'Åse'])
    expect(source.text.blocks[3]?.time).toBe(3_723_004)
    expect(source.suggestedKind).toBe('audio/video transcript')
  })

  test('F5: SubRip gives times, and names within it are turns', async () => {
    const cue = (n: number, text: string) =>
      `${String(n)}\r\n00:00:0${String(n)},500 --> 00:00:09,000\r\n${text}\r\n\r\n`
    const source = await readOne(
      cue(1, 'Ola: Hei') + cue(2, 'Eva: Hei') + cue(3, 'Ola: Ja'),
      'a.srt',
    )
    expect(source.text.blocks.map((block) => [block.time, block.speaker])).toEqual([
      [1500, 'Ola'],
      [2500, 'Eva'],
      [3500, 'Ola'],
    ])
  })
})
