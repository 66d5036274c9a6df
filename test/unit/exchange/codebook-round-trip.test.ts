import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookToFile } from '../../../electron/engine/export/codebook/index.ts'
import { codebookToXlsx } from '../../../electron/engine/export/codebook/xlsx.ts'
import { cleanLine, cleanText } from '../../../electron/engine/export/codebook/clean.ts'
import {
  readCodebookFile,
  type CodebookFileCode,
} from '../../../electron/engine/exchange/codebook-file.ts'
import type { Codebook, CodebookCode } from '../../../shared/analysis/codebook.ts'
import { codeKinds, codeStatuses } from '../../../shared/model/kinds.ts'
import {
  awkwardCodebook,
  codebookOf,
  largeCodebook,
  sampleId,
  smallCodebook,
} from '../export/sample-codebook.ts'

/** What a codebook should be after it was written and read. */
function expected(codebook: Codebook): CodebookFileCode[] {
  return codebook.codes.map((code) => {
    const texts = (['definition', 'whenToUse', 'whenNotToUse'] as const).flatMap((field) => {
      const text = cleanText(code[field])
      return text.trim() === '' ? [] : [[field, text] as const]
    })
    return {
      name: cleanLine(code.name),
      path: code.path.map(cleanLine),
      guid: code.id.toUpperCase(),
      kind: code.kind,
      status: code.status,
      ...Object.fromEntries(texts),
      ...(code.aliases.length > 0 ? { aliases: code.aliases } : {}),
    }
  })
}

async function roundTrip(
  codebook: Codebook,
  format: 'csv' | 'xlsx' | 'qdc',
  language: 'en' | 'nb',
): Promise<{ codes: CodebookFileCode[]; sets: unknown[]; notes: string[] }> {
  // Hundreds of workbooks: here rather than each in a thread of its own.
  const bytes = await (format === 'xlsx'
    ? codebookToXlsx(codebook, { language })
    : codebookToFile(codebook, format, { language }))
  const read = await readCodebookFile(bytes, `codebook.${format}`)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const codes = read.codes.map((code) => {
    const { parent, hue, selectable, ...rest } = code
    expect(hue).toBeDefined()
    expect(selectable ?? true).toBe(true)
    if (parent !== undefined) expect(read.codes[parent]?.name).toBe(rest.path.at(-1))
    return rest
  })
  return { codes, sets: read.sets, notes: read.notes }
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'When to use: ',
        'Status: ',
        'Type:',
        '\n\n',
        '\n',
        ' ',
        "'",
        '=1',
        '"',
        ',',
        ';',
        '<',
        '&',
        ']]>',
        '\t',
        '\r\n',
        'æ',
        '_x0041_',
        '&#10;',
        '\uFEFF',
        '\u0085',
        '\u2028',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
)

const codebook: fc.Arbitrary<Codebook> = fc
  .array(
    fc.record({
      name: text.filter((name) => cleanLine(name) !== ''),
      kind: fc.constantFrom(...codeKinds),
      status: fc.constantFrom(...codeStatuses),
      definition: text,
      whenToUse: text,
      whenNotToUse: text,
      hue: fc.integer({ min: 0, max: 359 }),
      under: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drafts) => {
    const codes: CodebookCode[] = []
    for (const { under, ...draft } of drafts) {
      // Only the last code so far or an ancestor of it keeps the list depth-first.
      const last = codes.at(-1)
      const parent = under === undefined ? undefined : last
      codes.push({
        id: sampleId(codes.length + 1),
        ...(parent === undefined ? {} : { parentId: parent.id }),
        path: parent === undefined ? [] : [...parent.path, parent.name],
        depth: parent === undefined ? 0 : parent.depth + 1,
        aliases: [],
        examples: [],
        passages: 0,
        sources: 0,
        created: '2026-03-02T11:20:00.000Z',
        changed: '2026-03-02T11:20:00.000Z',
        ...draft,
      })
    }
    return codebookOf(codes)
  })

describe.each(['csv', 'xlsx', 'qdc'] as const)('codebook to %s and back', (format) => {
  it.each(['en', 'nb'] as const)('gives the same codes and sets (%s)', async (language) => {
    for (const sample of [smallCodebook(), largeCodebook(), awkwardCodebook()]) {
      const read = await roundTrip(sample, format, language)
      expect(read.codes).toEqual(expected(sample))
      expect(read.sets).toEqual(
        sample.sets.map(({ name, codeIds }) => ({
          name,
          members: codeIds.map((id) => sample.codes.findIndex((code) => code.id === id)),
        })),
      )
      expect(read.notes).toEqual([])
    }
  })

  it('gives back texts that are names of an object’s own functions', async () => {
    const [code] = smallCodebook().codes
    if (code === undefined) throw new Error('the sample has codes')
    const texts = { definition: 'toString', whenToUse: '__proto__', whenNotToUse: '_x0041_' }
    const sample = codebookOf([{ ...code, name: 'constructor', ...texts }])
    expect((await roundTrip(sample, format, 'en')).codes).toEqual(expected(sample))
  })

  it('gives the same codes for any text', async () => {
    await fc.assert(
      fc.asyncProperty(codebook, fc.constantFrom('en', 'nb'), async (sample, language) => {
        expect((await roundTrip(sample, format, language)).codes).toEqual(expected(sample))
      }),
      { numRuns: format === 'xlsx' ? 25 : 150 },
    )
  })
})
