import { describe, expect, it } from 'vitest'
import { sourceRows } from '../../../renderer/sources/tree/source-rows.ts'
import type { Folder, Source } from '../../../shared/model/entities.ts'

const stamped = { created: '', createdBy: 'k', changed: '' }

function folder(id: string, parentId: string | null = null): Folder {
  return { ...stamped, id, name: id, parentId, order: 0 }
}

function source(id: string, title: string, folderId: string | null = null): Source {
  return {
    ...stamped,
    id,
    title,
    kind: 'interview',
    level: 'entry',
    language: 'nb',
    date: '',
    place: '',
    dataEvent: '',
    consent: '',
    verbatim: true,
    deleteBy: '',
    note: '',
    folderId,
    order: 0,
    format: 'txt',
    fileName: '',
    blob: null,
    characters: 0,
    words: 0,
    codings: 0,
    number: 1,
  }
}

const show = (...args: Parameters<typeof sourceRows>): string[] =>
  sourceRows(...args).map((row) => `${'  '.repeat(row.depth - 1)}${row.id}`)

const usual = { filter: '', collapsed: new Set<string>(), locale: 'nb' }

describe('rows of the navigator', () => {
  it('shows folders before sources, and numbers in titles in their order', () => {
    const sources = [
      source('s10', 'Intervju 10'),
      source('s2', 'Intervju 2'),
      source('s1', 'A', 'f'),
    ]
    expect(show(sources, [folder('f')], usual)).toEqual(['f', '  s1', 's2', 's10'])
  })

  it('hides what is in a folded folder but still counts it', () => {
    const folders = [folder('f'), folder('g', 'f')]
    const rows = sourceRows([source('s', 'A', 'g')], folders, {
      ...usual,
      collapsed: new Set(['f']),
    })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ id: 'f', isOpen: false, count: 1 })
  })

  it('keeps with a filter only what matches every word, and the folders it is in', () => {
    const folders = [folder('f'), folder('tom')]
    const sources = [source('s', 'Intervju Berit', 'f'), source('t', 'Intervju Unni')]
    expect(show(sources, folders, { ...usual, filter: 'ber int' })).toEqual(['f', '  s'])
  })

  it('shows at the top what lies in a folder that is gone, and survives a circle', () => {
    const circle = [folder('a', 'b'), folder('b', 'a')]
    expect(show([source('s', 'A', 'gone')], [], usual)).toEqual(['s'])
    expect(show([], circle, usual)).toEqual([])
  })
})
