import { describe, expect, it } from 'vitest'
import { ancestorsOf, codesToForest, topmost } from '../../../renderer/codes/tree/code-forest.ts'
import {
  idsBetween,
  rowByTyping,
  visibleRows,
  type RowOptions,
} from '../../../renderer/codes/tree/visible-rows.ts'
import { codesFromLines, sampleForest } from './code-fixtures.ts'

const options = (changes: Partial<RowOptions> = {}): RowOptions => ({
  collapsed: new Set(),
  filter: '',
  sort: 'own',
  withSubcodes: true,
  only: null,
  locale: 'en',
  ...changes,
})
const names = (changes: Partial<RowOptions> = {}) =>
  visibleRows(sampleForest(), options(changes)).map((row) => `${row.depth}:${row.code.name}`)

describe('the rows of the code tree', () => {
  it('stand in the own order, nested', () => {
    expect(names()).toEqual([
      '0:work',
      '1:mapping',
      '2:at home',
      '1:trust',
      '1:hours',
      '0:texts',
      '1:form',
      '0:time',
    ])
  })

  it('leave out what lies below a collapsed code', () => {
    expect(names({ collapsed: new Set(['work']) })).toEqual([
      '0:work',
      '0:texts',
      '1:form',
      '0:time',
    ])
  })

  it('keep the way down to a match, collapsed or not', () => {
    expect(names({ filter: 'HOME', collapsed: new Set(['work', 'mapping']) })).toEqual([
      '0:work',
      '1:mapping',
      '2:at home',
    ])
  })

  it('find a code by its alias and its definition', () => {
    const codes = codesFromLines(['a', 'b', 'c']).map((code) =>
      code.id === 'b'
        ? { ...code, aliases: ['Utetid'] }
        : code.id === 'c'
          ? { ...code, definition: 'hours outside (utetid)' }
          : code,
    )
    const rows = visibleRows(codesToForest(codes), options({ filter: 'utetid' }))
    expect(rows.map((row) => row.code.id)).toEqual(['b', 'c'])
  })

  it('sort by name and by count within each parent', () => {
    expect(names({ sort: 'name' })).toEqual([
      '0:texts',
      '1:form',
      '0:time',
      '0:work',
      '1:hours',
      '1:mapping',
      '2:at home',
      '1:trust',
    ])
    expect(names({ sort: 'count', collapsed: new Set(['work', 'texts']) })).toEqual([
      '0:work',
      '0:time',
      '0:texts',
    ])
    expect(names({ sort: 'count', withSubcodes: false, collapsed: new Set(['work']) })[0]).toBe(
      '0:time',
    )
  })

  it('narrow to a set of codes', () => {
    expect(names({ only: new Set(['form']) })).toEqual(['0:texts', '1:form'])
  })

  it('count a code with its sub-codes, and its place among its siblings', () => {
    const work = visibleRows(sampleForest(), options())[0]
    expect(work).toMatchObject({ own: 1, total: 22, position: 1, siblings: 3 })
  })

  it('show a code whose parent is gone at the top', () => {
    const rows = visibleRows(codesToForest(codesFromLines(['gone > orphan'])), options())
    expect(rows.map((row) => row.depth)).toEqual([0])
  })
})

describe('typing in the code tree', () => {
  const rows = visibleRows(sampleForest(), options())
  it('goes to the next name with that letter, round the end', () => {
    expect(rows[rowByTyping(rows, 0, 't')]?.code.id).toBe('trust')
    expect(rows[rowByTyping(rows, 3, 't')]?.code.id).toBe('texts')
    expect(rows[rowByTyping(rows, 7, 't')]?.code.id).toBe('trust')
  })
  it('stays while further letters still fit', () => {
    expect(rows[rowByTyping(rows, 5, 'te')]?.code.id).toBe('texts')
    expect(rowByTyping(rows, 5, 'xyz')).toBe(-1)
    expect(rowByTyping([], -1, 'a')).toBe(-1)
  })
  it('chooses everything between two rows, either way round', () => {
    expect(idsBetween(rows, 'trust', 'mapping')).toEqual(['mapping', 'at home', 'trust'])
  })
})

describe('the tree', () => {
  it('knows the way up, and which of several codes stand topmost', () => {
    const forest = sampleForest()
    expect(ancestorsOf(forest, 'at home').map((code) => code.id)).toEqual(['work', 'mapping'])
    expect(topmost(forest, ['at home', 'mapping', 'form'])).toEqual(['mapping', 'form'])
  })
})
