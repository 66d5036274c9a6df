import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readBytesAsSources } from '../../../electron/engine/sources/read-files.ts'
import { marked, outline, paragraphs, readAll, readOne, refusal } from './reading.ts'
import { sampleOdt } from './sample-odt.ts'
import { pdfOf } from './small-pdf.ts'
import { docxOf, p, r } from './word-files.ts'

const bytes = (text: string, encoding: string) => iconv.encode(text, encoding, { addBOM: false })
const norwegian = 'Før møtet sa Åse: «Vi må gå.»\nDa gikk vi – alle sammen.\n'

describe('files as people have them', () => {
  test('I7: files with nothing but white space are empty, whatever they are', async () => {
    const blank = ' \u00a0\t\r\n\u2003\n\u200b\n'
    expect((await refusal(blank, 'a.txt')).code).toBe('import.empty')
    expect((await refusal(blank, 'a.md')).code).toBe('import.noText')
    expect((await refusal(`<p>${blank}</p>`, 'a.html')).code).toBe('import.noText')
    expect((await refusal(docxOf(p(r('  '))), 'a.docx')).code).toBe('import.noText')
    expect((await refusal(sampleOdt('<text:p> </text:p>'), 'a.odt')).code).toBe('import.noText')
    expect((await refusal('{\\rtf1 \\par }', 'a.rtf')).code).toBe('import.noText')
    expect((await refusal(';;\n;;\n', 'a.csv')).code).toBe('import.noText')
  })

  test.each(['utf-16le', 'utf-16be', 'windows-1252'])(
    'T1: Norwegian in %s without a mark is read',
    async (encoding) => {
      const source = await readOne(bytes(norwegian, encoding), 'a.txt')
      expect(source.text.text).toBe(norwegian)
      expect(source.encoding).toBe(encoding)
    },
  )

  test('I3: one paragraph of 300,000 characters is read in all formats that can hold one', async () => {
    const long = 'Køen er lang 😊 og '.repeat(16_000).trim()
    const files: [string, string | Uint8Array][] = [
      ['a.txt', long],
      ['a.md', long],
      ['a.html', `<p>${long}</p>`],
      ['a.docx', docxOf(p(r(long)))],
      ['a.odt', sampleOdt(`<text:p>${long}</text:p>`)],
    ]
    for (const [name, content] of files) {
      expect((await readOne(content, name)).text.text, name).toBe(`${long}\n`)
    }
  })

  test('F6: csv with ; and quotes and line ends and delimiters in cells', async () => {
    const rows = await readAll(
      '\ufeffid;"Hva; gjør du?";Annet\r\n7;"Sier ""nei"";\r\nog går, ofte";"a,b"\r\n9;;x\r\n',
      'svar.csv',
    )
    expect(rows.map((row) => row.title)).toEqual(['svar – 7', 'svar – 9'])
    expect(rows[0] && outline(rows[0]).slice(2)).toEqual([
      'heading 2: Hva; gjør du?',
      'paragraph: Sier "nei";',
      'paragraph: og går, ofte',
      'heading 2: Annet',
      'paragraph: a,b',
    ])
  })

  test('F5: WebVTT with settings, notes, styles, regions, and two voices in a cue', async () => {
    const vtt = `WEBVTT - Samtale\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:fred\nwidth:40%\n\nNOTE\nikke med\n\nNOTE heller ikke\n\nåpning\n00:01.000 --> 00:04.000 align:start position:10% line:-1\n<v.loud Åse Li>Hei &amp; <b>velkommen</b>.</v>\n<v Ola>Takk.</v>\n\n2\n01:00:05.250 --> 01:00:06.000\n<v Ola><c.gul>Ja</c>, <00:06.000><i>gjerne</i>\n`
    const source = await readOne(vtt, 'a.vtt')
    expect(paragraphs(source)).toEqual(['Hei & velkommen.', 'Takk.', 'Ja, gjerne'])
    expect(source.text.blocks.map(({ speaker, time }) => [speaker, time])).toEqual([
      ['Åse Li', 1000],
      ['Ola', 1000],
      [undefined, 3_605_250],
    ])
    expect(marked(source, 'bold')).toEqual(['velkommen'])
  })

  test('F5: SubRip with wrong and missing numbers and without blank lines between', async () => {
    const srt =
      '7\r\n00:00:01,000 --> 00:00:02,000\r\nDet var 3 av oss.\r\n7\r\n00:00:03,000 --> 00:00:04,000 X1:40\r\n2\r\n\r\n00:00:05,000 --> 00:00:06,000\r\n{\\an8}Tredje\r\nlinje.\r\n\r\n\r\n12\r\n00:00:07,000 --> 00:00:08,000\r\n\r\n'
    const source = await readOne(srt, 'a.srt')
    expect(paragraphs(source)).toEqual(['Det var 3 av oss.', '2', 'Tredje linje.'])
    expect(source.text.blocks.map((block) => block.time)).toEqual([1000, 3000, 5000])
  })

  test('F3: nothing of scripts, frames, forms and pictures in the page comes along', async () => {
    const data = `data:image/png;base64,${'A'.repeat(5000)}`
    const source = await readOne(
      `<p onclick="x()">Før<script>document.write('<p>ondt</p>')</script><img alt="x" src="${data}"></p><iframe srcdoc="<p>ramme</p>">ramme</iframe><noscript>uten</noscript><p style="background:url(${data})">Etter</p><svg><text>tegnet</text></svg><a href="javascript:x()">lenke</a><!-- skjult -->`,
      'a.html',
    )
    expect(paragraphs(source)).toEqual(['Før', 'Etter', 'lenke'])
    expect(source.notes).toContainEqual({ code: 'images-left-out', count: 1 })
  })

  test('F1: rtf of other code pages, with letters as code points and their stand-ins', async () => {
    const polish = String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 Arial;}{\f1\fcharset204 Arial;}}\f0 Za\'bf\'f3\'b3\'e6 {\f1 \'cf} \uc1\u322\'b3\u-257? \uc0\u8211  slutt\par {\*\bkmkstart x}{\field{\*\fldinst HYPERLINK "http://example.invalid"}{\fldrslt lenke}}\par}`
    const source = await readOne(polish, 'a.rtf')
    expect(paragraphs(source)).toEqual(['Zażółć П ł – slutt', 'lenke'])
  })

  test('T2: right-to-left text, combining characters and joined emoji keep every code unit', async () => {
    const words = 'שלום \u202bمرحبا\u202c e\u0301 👩🏽‍⚕️👨‍👩‍👧 \u{1F1F3}\u{1F1F4}'
    for (const name of ['a.txt', 'a.md']) {
      expect((await readOne(words, name)).text.text).toBe(`${words}\n`)
    }
    expect((await readOne(`<p dir="rtl">${words}</p>`, 'a.html')).text.text).toBe(`${words}\n`)
  })
})

describe('speakers as corrected in the preview', () => {
  const lines = ['Berit: Hei på deg.', 'BM: Hei.', 'Berit: Ja.', 'BM: Nei da.']
  const cue = (line: string, index: number): string =>
    `00:00:0${String(index + 1)}.000 --> 00:00:09.000\n${line}\n`
  const voice = (line: string): string => line.replace(/^(\w+): /, '<v $1>')
  const files: [string, string | Uint8Array][] = [
    ['a.txt', lines.join('\n')],
    ['a.md', lines.join('\n\n')],
    ['a.html', lines.map((line) => `<p>${line}</p>`).join('')],
    ['a.docx', docxOf(lines.map((line) => p(r(line))).join(''))],
    ['a.odt', sampleOdt(lines.map((line) => `<text:p>${line}</text:p>`).join(''))],
    ['a.rtf', `{\\rtf1 ${lines.join('\\par ').replaceAll('å', "\\'e5")}\\par}`],
    ['a.pdf', pdfOf([lines.flatMap((line) => [line, 1])])],
    ['a.srt', lines.map((line, n) => cue(line, n).replaceAll('.000', ',000')).join('\n')],
    ['a.vtt', `WEBVTT\n\n${lines.map((line, n) => cue(voice(line), n)).join('\n')}`],
  ]

  test.each(files)('S4: hold in %s', async (name, content) => {
    const given = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const signal = new AbortController().signal
    const read = async (speakers: Record<string, string>) => {
      const [source] = await readBytesAsSources(given, name, { speakers }, signal)
      return source?.text.blocks.map((block) => block.speaker)
    }
    expect(await read({})).toEqual(['Berit', 'BM', 'Berit', 'BM'])
    expect(await read({ BM: ' Berit Moe ' })).toEqual(['Berit', 'Berit Moe', 'Berit', 'Berit Moe'])
    expect(await read({ BM: 'Berit' })).toEqual(['Berit', 'Berit', 'Berit', 'Berit'])
    expect(await read({ Berit: 'BM', BM: 'Berit' })).toEqual(['BM', 'Berit', 'BM', 'Berit'])
  })

  test('S4: a speaker with the name of something every object has is a speaker', async () => {
    const talk = 'constructor: Hei.\nOla: Hei.\nconstructor: Ja.\nOla: Nei.'
    const signal = new AbortController().signal
    const given = new TextEncoder().encode(talk)
    const [source] = await readBytesAsSources(given, 'a.txt', { speakers: { Ola: 'O' } }, signal)
    expect(source?.text.blocks.map((block) => block.speaker)).toEqual([
      'constructor',
      'O',
      'constructor',
      'O',
    ])
  })
})
