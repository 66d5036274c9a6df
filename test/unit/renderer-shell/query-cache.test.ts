import { describe, expect, it } from 'vitest'
import { isTouched } from '../../../renderer/app/query-cache.ts'

const change = {
  topics: ['passages' as const],
  sourceIds: ['a'],
  textChanged: [],
  memoIds: [],
}
const entry = (topics: Array<'passages' | 'codes' | 'sources'>, sourceId?: string) => ({
  topics: new Set(topics),
  sourceId,
})

describe('which answers are asked for again', () => {
  it('leaves answers about other topics alone', () => {
    expect(isTouched(entry(['codes']), change)).toBe(false)
    expect(isTouched(entry(['codes', 'passages']), change)).toBe(true)
  })

  it('leaves answers about other sources alone', () => {
    expect(isTouched(entry(['passages'], 'b'), change)).toBe(false)
    expect(isTouched(entry(['passages'], 'a'), change)).toBe(true)
    expect(isTouched(entry(['passages'], 'b'), { ...change, sourceIds: [] })).toBe(true)
  })

  it('asks again about every source when something else it depends on changed', () => {
    const both = { ...change, topics: ['passages' as const, 'codes' as const] }
    expect(isTouched(entry(['passages', 'codes'], 'b'), both)).toBe(true)
  })
})
