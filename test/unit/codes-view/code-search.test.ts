import { describe, expect, it } from 'vitest'
import { codeSearch } from '../../../renderer/passages/code-search.ts'
import { recentAmong } from '../../../renderer/passages/recent-codes.ts'
import type { Code } from '../../../shared/model/entities.ts'
import { codesFromLines } from './code-fixtures.ts'

/** Codes with more to be found by than their names; ids are the names. */
function codesWith(fields: Record<string, Partial<Code>>): Code[] {
  return codesFromLines(Object.keys(fields)).map((code) => ({ ...code, ...fields[code.name] }))
}

function found(codes: readonly Code[], query: string): string[] {
  return codeSearch(codes)
    .find(query)
    .map(({ code }) => code.name)
}

describe('codes found by a few letters', () => {
  it('are all codes in the order of the tree before anything is typed', () => {
    const codes = codesFromLines(['work', 'work > trust', 'time'])
    expect(found(codes, ' ')).toEqual(['work', 'trust', 'time'])
    expect(codeSearch(codes).find('')[1]?.path).toBe('work')
  })

  it('begin with the very name, then names that begin so, then words in a name', () => {
    const codes = codesFromLines(['overtid', 'lang ventetid', 'tidsbruk', 'egen tid', 'tid'])
    expect(found(codes, 'tid')).toEqual(['tid', 'tidsbruk', 'egen tid', 'overtid', 'lang ventetid'])
  })

  it('have names before aliases, and both before definitions', () => {
    const codes = codesWith({
      hours: { definition: 'The waiting that nobody counts' },
      queue: { aliases: ['waiting line'] },
      'waiting room': {},
    })
    expect(found(codes, 'waiting')).toEqual(['waiting room', 'queue', 'hours'])
  })

  it('have a name before an alias that fits as well, however much longer it is', () => {
    const codes = codesWith({ delay: { aliases: ['waiting'] }, waiting: {} })
    expect(found(codes, 'waiting')).toEqual(['waiting', 'delay'])
    const long = codesWith({
      queue: { aliases: ['waiting'] },
      'waiting for somebody who does not answer the telephone': {},
    })
    expect(found(long, 'wait')[1]).toBe('queue')
  })

  it('are found by every Norwegian letter, in either case', () => {
    const codes = codesFromLines(['årsplan', 'ærlighet', 'ønsker', 'arsenal', 'onsdag', 'å telle'])
    expect(found(codes, 'ÅR')[0]).toBe('årsplan')
    expect(found(codes, 'ær')[0]).toBe('ærlighet')
    expect(found(codes, 'Øn')[0]).toBe('ønsker')
    expect(found(codes, 'å t')[0]).toBe('å telle')
    expect(found(codes, 'telle')[0]).toBe('å telle')
  })

  it('are found in spite of a typing error, after those that hold what was typed', () => {
    const codes = codesFromLines(['kartlegging', 'dokumentering', 'tillit'])
    expect(found(codes, 'dokumetering')).toEqual(['dokumentering'])
    expect(found(codes, 'kartleging')).toEqual(['kartlegging'])
    expect(found(codesFromLines(['tiltak', 'tillit']), 'till')[0]).toBe('tillit')
  })

  it('are found by beginnings of words in their path', () => {
    const codes = codesFromLines(['work', 'work > trust', 'time > trust in time'])
    expect(found(codes, 'wo tr')).toEqual(['trust'])
  })

  it('never are retired ones', () => {
    const codes = codesWith({ 'waiting room': { status: 'retired' }, 'waiting list': {} })
    expect(found(codes, 'waiting')).toEqual(['waiting list'])
    expect(found(codes, '')).toEqual(['waiting list'])
  })

  it('are none for words that stand nowhere', () => {
    expect(found(codesFromLines(['work', 'trust']), 'zebra')).toEqual([])
  })
})

describe('the codes on the keys 1–9', () => {
  it('close up when one is deleted or retired, in the order of last use', () => {
    const codes = codesWith({ work: {}, trust: { status: 'retired' }, time: {} })
    expect(recentAmong(['gone', 'time', 'trust', 'work'], codes)).toEqual(['time', 'work'])
  })
})
