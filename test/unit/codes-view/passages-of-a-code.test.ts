import { describe, expect, it } from 'vitest'
import { aliasesFromText } from '../../../renderer/codes/page/aliases-from-text.ts'
import { codingsOnPage, otherCodes } from '../../../renderer/codes/page/chosen-codings.ts'
import { nearEnd, nearStart } from '../../../renderer/codes/page/near-text.ts'
import type { CodedPassage } from '../../../shared/model/entities.ts'
import { sampleForest } from './code-fixtures.ts'

describe('aliases', () => {
  it('are what stands between commas and semicolons, each once', () => {
    expect(aliasesFromText(' a, b ;a,, c ')).toEqual(['a', 'b', 'c'])
    expect(aliasesFromText('')).toEqual([])
  })
})

describe('words around a passage', () => {
  it('stay in the paragraph', () => {
    expect(nearEnd('before it.\nThe same line ')).toBe('The same line ')
    expect(nearStart(' and on.\nNext')).toBe(' and on.')
  })
  it('are cut between words, with a mark', () => {
    const long = 'word '.repeat(60)
    expect(nearEnd(long)).toMatch(/^… word .*word $/)
    expect(nearStart(long)).toMatch(/word …$/)
    expect(nearEnd(long).length).toBeLessThan(150)
  })
})

describe('passages on the page of a code', () => {
  const passage = passageWith(['mapping', 'at home', 'form'])
  it('stand there by their codings with it, and below it when wished', () => {
    expect(codingsOnPage(sampleForest(), 'mapping', false, [passage])).toEqual(['c-mapping'])
    expect(codingsOnPage(sampleForest(), 'mapping', true, [passage])).toEqual([
      'c-mapping',
      'c-at home',
    ])
  })
  it('show their other codes, not those that are gone', () => {
    const others = otherCodes(sampleForest(), 'mapping', passageWith(['mapping', 'form', 'gone']))
    expect(others.map((code) => code.id)).toEqual(['form'])
  })
})

function passageWith(codeIds: string[]): CodedPassage {
  const stamp = { created: '', createdBy: 'ana', changed: '' }
  return {
    id: 'p',
    sourceId: 's',
    start: 0,
    end: 5,
    quote: 'words',
    label: '1:1',
    state: 'placed',
    created: '',
    createdBy: 'ana',
    codings: codeIds.map((codeId) => ({
      ...stamp,
      id: `c-${codeId}`,
      passageId: 'p',
      codeId,
      analystId: 'ana',
      layer: 'working',
      weight: null,
      comment: '',
    })),
  }
}
