import { describe, expect, it } from 'vitest'
import {
  batchesOf,
  fileName,
  isImportable,
  optionsOf,
  plannedFile,
} from '../../../renderer/sources/import/import-plan.ts'
import type { Preview } from '../../../renderer/sources/import/import-plan.ts'

const preview: Preview = {
  path: '/a.txt',
  ok: true,
  error: null,
  duplicateOf: null,
  title: 'a',
  format: 'txt',
  kind: 'interview',
  language: 'nb',
  encoding: 'utf-8',
  reflowed: false,
  sources: 1,
  paragraphs: 3,
  characters: 40,
  beginning: '',
  speakers: [],
  notes: [],
  setAside: 0,
}

describe('the plan of an import', () => {
  it('leaves to the engine what nobody has chosen', () => {
    expect(optionsOf(plannedFile('/a.txt'), null)).toEqual({})
  })

  it('asks of a survey how it is to be dealt out', () => {
    expect(optionsOf(plannedFile('/a.csv'), 'f')).toEqual({ folderId: 'f', survey: { by: 'row' } })
  })

  it('puts files with the same choices in one command', () => {
    const a = plannedFile('/a.txt')
    const b = plannedFile('/b.txt')
    const c = { ...plannedFile('/c.txt'), reflow: 'off' as const }
    expect(batchesOf([a, b, c], null)).toEqual([
      { paths: ['/a.txt', '/b.txt'], options: {} },
      { paths: ['/c.txt'], options: { reflow: 'off' } },
    ])
  })

  it('skips a file that is in the project, unless it is wanted again', () => {
    const known = { ...plannedFile('/a.txt'), preview: { ...preview, duplicateOf: 's' } }
    expect(isImportable(known)).toBe(false)
    expect(isImportable({ ...known, again: true })).toBe(true)
    expect(isImportable({ ...known, preview: { ...preview, ok: false } })).toBe(false)
  })

  it('finds the name in paths of either kind', () => {
    expect(fileName('C:\\data\\intervju.docx')).toBe('intervju.docx')
    expect(fileName('/data/intervju.docx')).toBe('intervju.docx')
  })
})
