import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCodebookFile } from '../../../electron/engine/exchange/codebook-file.ts'

/** Files of other programs, beside the repository where they are there at all. */
const FOLDER = fileURLToPath(new URL('../../../../shared/refi-qda/samples/', import.meta.url))

function samplesAreHere(): boolean {
  if (existsSync(FOLDER)) return true
  console.log('codebooks of other programs left out: their samples are not beside the repository')
  return false
}

describe.runIf(samplesAreHere())('codebooks of other programs', () => {
  it.each([
    ['spec-annexA1-codebook.qdc', 6, 0, 'Topics', { selectable: false }],
    ['atlasti-win-23.4-set.qdc', 1, 1, 'code1', { hue: 138, definition: 'description' }],
    ['qualcoder-c320464.qdc', 5, 0, 'Feeling “at home”', { path: ['Arriving', 'Getting better'] }],
    ['taguette-1.4.1.qdc', 3, 0, 'CodeBook', { guid: 'A2209CFF-8E89-5B0A-A7B0-CDDC4BE92936' }],
  ])('%s: %i codes, %i sets', async (name, codes, sets, known, fields) => {
    const read = await readCodebookFile(new Uint8Array(readFileSync(FOLDER + name)), name)
    if (!read.ok) throw new Error(read.error.code)
    expect(read.codes).toHaveLength(codes)
    expect(read.sets).toHaveLength(sets)
    expect(read.codes.find((code) => code.name === known)).toMatchObject(fields)
    expect(read.notes).toEqual([])
  })
})
