import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import {
  readCodebookFile,
  type CodebookFileContent,
} from '../../../electron/engine/exchange/codebook-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(content: string | Uint8Array, name: string): Promise<CodebookFileContent> {
  const result = await readCodebookFile(
    typeof content === 'string' ? bytes(content) : content,
    name,
  )
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result
}

async function errorOf(content: string | Uint8Array, name: string): Promise<string> {
  const result = await readCodebookFile(
    typeof content === 'string' ? bytes(content) : content,
    name,
  )
  return result.ok ? 'read' : result.error.code
}

const places = (file: CodebookFileContent): string[] =>
  file.codes.map((code) => [...code.path, code.name].join(' | '))

describe('a table of codes', () => {
  it.each([',', ';', '\t'])('is split at %j', async (delimiter) => {
    const rows = [
      ['Name', 'Description', 'Color', 'Type', 'Status'],
      ['Plan work', '"Rewording, choosing; leaving out"', '#f00', 'work', 'retired'],
    ]
    const file = await read(rows.map((row) => row.join(delimiter)).join('\n'), 'codes.csv')
    expect(file.codes).toEqual([
      {
        name: 'Plan work',
        path: [],
        definition: 'Rewording, choosing; leaving out',
        hue: 29,
        kind: 'work',
        status: 'retired',
      },
    ])
    expect(file.notes).toEqual([])
  })

  it('is read with Norwegian headings and words, in Windows-1252', async () => {
    const text =
      'Kode;Beskrivelse;Brukes når;Type;Status;Overordnet\r\nNår planen må stemme;Å få det til;Nå;arbeid;foreløpig;Å følge planen\r\n'
    const latin = Uint8Array.from(text, (character) => character.charCodeAt(0))
    const file = await read(latin, 'koder.csv')
    expect(file.codes[1]).toEqual({
      name: 'Når planen må stemme',
      path: ['Å følge planen'],
      parent: 0,
      definition: 'Å få det til',
      whenToUse: 'Nå',
      kind: 'work',
      status: 'provisional',
    })
    expect(file.notes).toEqual([
      'Superior codes that the file names but does not list, added: 1 (“Å følge planen”).',
    ])
  })

  it.each([
    ['Path\nWork\nWork / Plan\nWork / Plan / Reword', '/'],
    ['Path\nWork/Plan/Reword\nWork/Plan\nWork', '/'],
    ['Path\nWork > Plan\nWork > Plan > Reword', '>'],
    ['Sti\nWork::Plan\nWork::Plan::Reword', '::'],
    ['Navn,Sti\nReword,Work > Plan > Reword\nPlan,Work > Plan', '> with a name beside it'],
    ['Name,Parent path\nWork,\nPlan,Work\nReword,Work / Plan', 'a path of ancestors'],
    ['Name,Parent\nReword,Plan\nPlan,Work\nWork,', 'a column of parents'],
    ['Id,Name,Parent ID\n3,Reword,2\n2,Plan,1\n1,Work,', 'a column of identifiers'],
  ])('gets its tree from %j (%s)', async (text) => {
    const file = await read(text, 'codes.csv')
    expect(places(file)).toEqual(['Work', 'Work | Plan', 'Work | Plan | Reword'])
    expect(file.codes.map(({ parent }) => parent)).toEqual([undefined, 0, 1])
  })

  it('does not split a name that holds a slash', async () => {
    const file = await read('Name,Path\nA/B,A/B\nC,A/B > C', 'codes.csv')
    expect(places(file)).toEqual(['A/B', 'A/B | C'])
    const flat = await read('Name,Path\nA/B,A/B\nC,C', 'codes.csv')
    expect(places(flat)).toEqual(['A/B', 'C'])
  })

  it('breaks a circle of parents and says so', async () => {
    const file = await read('Name,Parent\nA,B\nB,A\nC,C', 'codes.csv')
    expect(places(file)).toEqual(['B', 'B | A', 'C'])
    expect(file.notes.join()).toContain('goes in a circle')
  })

  it('finds the headings below a title, skips empty lines, names what it ignored', async () => {
    const file = await read(
      'My codes,,\n\nCode,Page,Kind\nA,3,mystery\n,,\n,4,\nA,3,\n',
      'codes.csv',
    )
    expect(places(file)).toEqual(['A'])
    expect(file.notes).toEqual([
      'Columns that were not recognised, ignored: 1 (“Page”).',
      'Codes without a name, left out: 1.',
      'Codes listed twice in the same place; the first one was kept: 1 (“A”).',
      'Kinds of code that are not known, ignored: 1 (“mystery”).',
    ])
    const norwegian = await readCodebookFile(bytes('Kode,Side\nA,3'), 'koder.csv', 'nb')
    expect(norwegian).toMatchObject({
      notes: ['Kolonner som ikke ble gjenkjent, sett bort fra: 1 (“Side”).'],
    })
  })

  it('is read from a workbook', async () => {
    const data = [
      ['Kode', 'Definisjon', 'Overordnet'],
      ['Plan', 'Arket som begge skriver under på', 'Tekster'],
      ['Tekster', null, null],
    ]
    const workbook = await writeXlsxFile(data).toBuffer()
    expect(places(await read(new Uint8Array(workbook), 'koder.xlsx'))).toEqual([
      'Tekster',
      'Tekster | Plan',
    ])
  })
})

describe('a REFI-QDA codebook', () => {
  const code = (attributes: string, inside = ''): string => `<Code ${attributes}>${inside}</Code>`
  const GUID = '5215CC69-B628-4E02-AFB9-9BEEAEE55808'
  const book = (codes: string, sets = '', root = 'xmlns="urn:QDA-XML:codebook:1.0"'): string =>
    `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<CodeBook ${root}><Codes>${codes}</Codes>${sets}</CodeBook>`

  it('is read with braces, either case, other namespaces, prefixes and empty sets', async () => {
    const inner = code(
      `guid="{${GUID.toLowerCase()}}" name="A &amp; &quot;B&quot;" isCodable="false"`,
    )
    const spellings = [
      book(inner, '<Sets/>'),
      book(inner, '<Sets></Sets>', 'xmlns="urn:QDA-XML:codebook:0:4"'),
      book(inner, '', '').replaceAll(/<(\/?)(Code\w*)/g, '<$1q:$2'),
    ]
    for (const spelling of spellings) {
      const file = await read(spelling, 'x.qdc')
      expect(file.codes).toEqual([{ name: 'A & "B"', path: [], guid: GUID, selectable: false }])
      expect(file.sets).toEqual([])
    }
  })

  it('leaves another program’s description whole, also where it has our labels', async () => {
    const description = '<Description>a\n\nWhen to use: b</Description>'
    const file = await read(
      book(code(`guid="${GUID}" name="A" isCodable="true"`, description)),
      'x.qdc',
    )
    expect(file.codes[0]?.definition).toBe('a\n\nWhen to use: b')
    expect(file.codes[0]?.whenToUse).toBeUndefined()
  })

  it('keeps children of a nameless code under its parent, and drops repeated identifiers', async () => {
    const inner = code('name=""', code(`guid="${GUID}" name="C"`))
    const file = await read(book(code(`guid="${GUID}" name="A"`, inner)), 'x.qdc')
    expect(places(file)).toEqual(['A', 'A | C'])
    expect(file.codes[1]?.guid).toBeUndefined()
    expect(file.notes).toHaveLength(2)
  })

  it('neither expands nor fetches entities', async () => {
    const bomb = `<!DOCTYPE CodeBook [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>`
    for (const entity of ['&a;', '&b;']) {
      const text = book(code(`guid="${GUID}" name="A${entity}"`)).replace('?>', `?>${bomb}`)
      expect(await errorOf(text, 'x.qdc')).toBe('exchange.broken')
    }
  })

  it('refuses codes nested without end', async () => {
    const deep = `${'<Code name="A">'.repeat(5000)}${'</Code>'.repeat(5000)}`
    expect(await errorOf(book(deep), 'x.qdc')).toBe('exchange.broken')
  })
})

describe('a file that is no codebook', () => {
  it.each([
    ['', 'x.csv', 'exchange.empty'],
    ['  \n', 'x.csv', 'exchange.empty'],
    ['Name,Definition\n', 'x.csv', 'exchange.empty'],
    ['<CodeBook><Codes/></CodeBook>', 'x.qdc', 'exchange.empty'],
    ['City,Country\nOslo,Norway', 'x.csv', 'exchange.unknownColumns'],
    ['<html><body/></html>', 'x.html', 'exchange.notACodebook'],
    ['<CodeBook><Codes><Code name="A">', 'x.qdc', 'exchange.broken'],
    ['not XML', 'x.qdc', 'exchange.broken'],
    ['not a workbook', 'x.xlsx', 'exchange.broken'],
    ['PK\u0003\u0004 cut off', 'x.xlsx', 'exchange.broken'],
    ['Name,Definition\nA,"never closed', 'x.csv', 'exchange.broken'],
    ['\u007FELF\u0000\u0000', 'x.csv', 'exchange.notACodebook'],
  ])('%j named %s gives %s', async (text, name, code) => {
    expect(await errorOf(text, name)).toBe(code)
  })

  it('is a project archive, or another kind of zip', async () => {
    const zip = zipSync({ 'project.qde': bytes('<Project/>') })
    expect(await errorOf(zip, 'x.qdpx')).toBe('exchange.notACodebook')
  })
})
