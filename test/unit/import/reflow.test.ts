import { existsSync, readFileSync } from 'node:fs'
import { expect, describe, test } from 'vitest'
import { footnotes, marked, outline, paragraphs, readOne } from './reading.ts'

const corpus = new URL('../../../../shared/corpora/job-specialists-2021.txt', import.meta.url)
const hasCorpus = existsSync(corpus)
if (!hasCorpus) console.log('The corpus is not here; the tests that read it are left out.')

const prose = [
  'Når jobben begynner om morgenen, er det først en liste som skal leses, og den er lang og ',
  'skrevet av flere. Det som står der, blir til arbeid ved at noen leser det og gjør noe med ',
  'det de leser, slik at andre kan lese det igjen. ',
]
const more = [
  'Listen er ikke bare en liste. Den er laget et annet sted, av noen som ikke kjenner dem som ',
  'står på den, og den virker likevel på det som skjer her i dag. Slik henger stedene sammen, ',
  'uten at noen av dem som arbeider, trenger å vite hvordan. ',
]
const doubled = (...lines: string[]): string => lines.join('\n\n') + '\n\n'

describe('reflow', () => {
  test('R1, R2: a blank line after every line is a wrap, three are a paragraph break', async () => {
    const text = `${doubled(...prose)} \n\n${doubled(...more)}`
    const source = await readOne(text, 'a.txt')
    expect(source.reflowed).toBe(true)
    expect(paragraphs(source)).toEqual([prose.join('').trim(), more.join('').trim()])
  })

  test('R1: hard-wrapped text is joined, with a blank line between paragraphs', async () => {
    const text = `${prose.map((line) => line.trim()).join('\n')}\n\n${more.map((line) => line.trim()).join('\n')}\n`
    const source = await readOne(text, 'a.txt')
    expect(paragraphs(source)).toEqual([prose.join('').trim(), more.join('').trim()])
    const off = await readOne(text, 'a.txt', { reflow: 'off' })
    expect(off.reflowed).toBe(false)
    expect(paragraphs(off)).toHaveLength(6)
  })

  test('R4: contents, headings, lists and turns are not glued', async () => {
    const contents = [
      '1 Innledning .............. 3',
      '1.1 Bakgrunn .............. 4',
      '2 Metode .............. 9',
    ]
    const list = [
      '1. Den første plikten er å føre en plan. ',
      '2. Den andre er å føre den i rett system. ',
    ]
    const text = doubled(
      ...contents,
      '2.1 Listen og arbeidet ',
      ...prose,
      ...list,
      '• en kule ',
      ...more,
      ...prose,
      ...more,
    )
    const source = await readOne(text, 'a.txt')
    expect(outline(source).slice(0, 8)).toEqual([
      ...contents.map((line) => `paragraph: ${line}`),
      'heading 2: 2.1 Listen og arbeidet',
      `paragraph: ${prose.join('').trim()}`,
      ...list.map((line) => `list-item 1 ordered: ${line.trim()}`),
      'list-item 1: • en kule',
    ])
  })

  test('R5: hyphens stay, and the line says whether a blank follows', async () => {
    const text = doubled(
      ...prose,
      'I dette kontoret bruker vi både den gamle og den nye skalaen, som kalles for IPS-',
      'skalaen av alle som arbeider her, mens det på det andre kontoret heter Arbeids- ',
      'og velferdsskalaen av dem som har vært der lenge nok til å huske det. ',
    )
    const found = (await readOne(text, 'a.txt')).text.text
    expect(found).toContain('IPS-skalaen av alle')
    expect(found).toContain('Arbeids- og velferdsskalaen')
  })

  test('R6, R7: form feeds start pages; numbers and heads are set aside', async () => {
    const page = (n: number, lines: string[]) =>
      `Om lister\n${lines.map((line) => line.trim()).join('\n')}\n\n${String(n)}\n`
    const text = [1, 2, 3, 4]
      .map((n) => page(n, n % 2 === 0 ? more : [...more.slice(0, 2)]))
      .join('\f')
    const source = await readOne(text, 'a.txt')
    expect(
      source.setAside.filter((item) => item.reason === 'page-number').map((item) => item.text),
    ).toEqual(['1', '2', '3', '4'])
    expect(source.setAside.filter((item) => item.reason === 'running-head')).toHaveLength(4)
    expect(source.text.pages.map((start) => start.label)).toEqual(['1', '2', '3', '4'])
    expect(source.text.text).not.toContain('Om lister')
    expect(source.notes).toContainEqual({ code: 'set-aside', count: 8 })
  })

  test('R8: a footnote does not stand in mid-sentence', async () => {
    const text =
      doubled(
        ...prose,
        ...more,
        'I systemet Regnbuen1 ligger det som skal gjøres, og der blir det liggende til noen tar det og ',
      ) +
      ' \n\n1 Regnbuen er navnet på et system i denne prøven. \n fører det videre til neste kontor. \n'
    const source = await readOne(text, 'a.txt')
    expect(footnotes(source)).toEqual([['1', '1 Regnbuen er navnet på et system i denne prøven.']])
    expect(source.text.text).toContain('noen tar det og fører det videre')
    expect(marked(source, 'noteRef')).toEqual(['1'])
  })

  test('S1, R4: a hard-wrapped interview keeps its turns', async () => {
    const turn = (name: string) =>
      `${name}: Det er slik at listen kommer om morgenen, og da må jeg lese den før\njeg kan gjøre noe annet, for ellers blir noe liggende som ikke skulle ligge\nder lenger enn til klokka ti.\n`
    const source = await readOne([1, 2, 3].map(() => turn('Unni') + turn('Ola')).join(''), 'a.txt')
    expect(paragraphs(source)).toHaveLength(6)
    expect(source.speakers.map((speaker) => speaker.turns)).toEqual([3, 3])
  })
})

describe.runIf(hasCorpus)('the corpus', () => {
  const raw = hasCorpus ? readFileSync(corpus) : new Uint8Array()

  test('R1: about 500 paragraphs, not 3,480, and no turns', async () => {
    const source = await readOne(raw, 'thesis.txt')
    expect(source.text.blocks.length).toBeGreaterThan(450)
    expect(source.text.blocks.length).toBeLessThan(600)
    expect(source.speakers).toEqual([])
    expect(source.suggestedKind).toBe('document')
    expect(source.setAside.map((item) => item.text)).toEqual(['1', '12', '21', '113'])
    const headings = outline(source).filter((line) => line.startsWith('heading'))
    expect(headings).toContain('heading 3: 2.1.4 Styringsrelasjoner og tekstens rolle')
    expect(headings.length).toBeGreaterThan(50)
    const begunInside = paragraphs(source).filter((text) => /^\p{Ll}(?!\s\p{Lu})/u.test(text))
    expect(begunInside).toEqual([])
  })

  test('I3: words in are words out', async () => {
    const source = await readOne(raw, 'thesis.txt')
    const letters = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
    const before = letters(new TextDecoder().decode(raw))
    const kept = letters(source.text.text)
    const aside = source.setAside.flatMap((item) => letters(item.text))
    expect(kept.length + aside.length).toBe(before.length)
    expect([...kept, ...aside].sort()).toEqual([...before].sort())
    const moved = footnotes(source).flatMap(([, text]) => letters(text))
    let at = 0
    const missing = kept.filter((word) => {
      const found = before.indexOf(word, at)
      if (found === -1 || found - at > 60) return true
      at = found + 1
      return false
    })
    expect(missing.length).toBeLessThanOrEqual(moved.length)
  })
})
