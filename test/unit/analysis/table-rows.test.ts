import { expect, test } from 'vitest'
import type { Table } from '../../../shared/contract/tables.ts'
import {
  arrangedRows,
  columnWidth,
  isNumeric,
  passagePieces,
  shownColumns,
} from '../../../renderer/analysis/table/table-rows.ts'

function tableOf(keys: string[], ...rows: (string | number)[][]): Table {
  return {
    title: 'Table',
    columns: keys.map((key) => ({ key, label: key })),
    rows: rows.map((cells) => ({ ref: null, cells })),
    notes: [],
  }
}

test('identifiers and columns that are empty in every row are not shown', () => {
  const table = tableOf(['title', 'level', 'rank', 'id'], ['a', '', 0, 'x'], ['b', '', '', 'y'])
  expect(shownColumns(table)).toEqual([0, 2])
  expect(isNumeric(table, 2)).toBe(true)
  expect(isNumeric(table, 0)).toBe(false)
})

test('rows sort by number and by the letters of the language, with empty cells last both ways', () => {
  const { rows } = tableOf(['a'], ['10:2'], ['Ærlig'], [''], ['9:12'], ['Åpen'], ['Zoom'])
  const sorted = (direction: 'ascending' | 'descending') =>
    arrangedRows(rows, '', { column: 0, direction }, 'nb-NO').map((row) => row.cells[0])
  expect(sorted('ascending')).toEqual(['9:12', '10:2', 'Zoom', 'Ærlig', 'Åpen', ''])
  expect(sorted('descending')).toEqual(['Åpen', 'Ærlig', 'Zoom', '10:2', '9:12', ''])
  expect(arrangedRows(rows, '', null, 'nb-NO')).toEqual(rows)
})

test('the filter keeps rows with all the words, in whichever cell and case', () => {
  const { rows } = tableOf(['a', 'b'], ['Lov', 'nasjonalt'], ['Lista', 'LOKALT'], ['Lov', 'lokalt'])
  expect(arrangedRows(rows, 'lov  lokalt', null, 'nb-NO')).toEqual([rows[2]])
  expect(arrangedRows(rows, 'lokalt', null, 'nb-NO')).toHaveLength(2)
})

test('passages are found among the words of a cell, times and shares are not', () => {
  expect(passagePieces('skips 4:32; follows 12:5')).toEqual([
    'skips ',
    '4:32',
    '; follows ',
    '12:5',
    '',
  ])
  expect(passagePieces('at 1:2:3')).toEqual(['at 1:2:3'])
  expect(passagePieces('silent')).toEqual(['silent'])
})

test('a column has room for its longest word, and no column is wider than a page', () => {
  const word = 'arbeidsinkluderingsdepartementet'
  const long = 'mye tekst '.repeat(200)
  const table = tableOf(['short', 'word', 'long', 'week'], ['ja', word, long, '2026-W48'])
  expect(columnWidth(table, 0)).toBeLessThan(120)
  expect(columnWidth(table, 1)).toBeGreaterThan(word.length * 6)
  expect(columnWidth(table, 2)).toBe(340)
  expect(columnWidth(table, 3)).toBeGreaterThan(96)
})
