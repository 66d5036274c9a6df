import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin } from '../../../renderer/codes/tree/code-forest.ts'
import {
  dropAtEnd,
  dropOn,
  dropPlace,
  indent,
  moveDown,
  moveUp,
  outdent,
} from '../../../renderer/codes/tree/move-codes.ts'
import { sampleForest, sampleLines } from './code-fixtures.ts'

const forest = sampleForest()
const ids = sampleLines.map((line) => line.replace(/ \d+$/, '').split(' > ').at(-1) ?? '')

describe('moving codes by keys', () => {
  it('moves one place among the siblings', () => {
    expect(moveUp(forest, ['hours'])).toEqual({
      codeIds: ['hours'],
      parentId: 'work',
      beforeId: 'trust',
    })
    expect(moveDown(forest, ['mapping'])).toEqual({
      codeIds: ['mapping'],
      parentId: 'work',
      beforeId: 'hours',
    })
    expect(moveDown(forest, ['trust'])).toMatchObject({ beforeId: null })
  })
  it('does nothing at the ends', () => {
    expect(moveUp(forest, ['mapping'])).toBeUndefined()
    expect(moveDown(forest, ['time'])).toBeUndefined()
    expect(indent(forest, ['work'])).toBeUndefined()
    expect(outdent(forest, ['work'])).toBeUndefined()
  })
  it('moves several siblings together, in their order, whatever the order of choosing', () => {
    expect(moveUp(forest, ['hours', 'trust'])).toEqual({
      codeIds: ['trust', 'hours'],
      parentId: 'work',
      beforeId: 'mapping',
    })
  })
  it('nests below the sibling above and comes out after the parent', () => {
    expect(indent(forest, ['trust'])).toEqual({
      codeIds: ['trust'],
      parentId: 'mapping',
      beforeId: null,
    })
    expect(outdent(forest, ['at home'])).toEqual({
      codeIds: ['at home'],
      parentId: 'work',
      beforeId: 'trust',
    })
    expect(outdent(forest, ['hours'])).toEqual({
      codeIds: ['hours'],
      parentId: null,
      beforeId: 'texts',
    })
  })
  it('leaves codes of different parents where they are', () => {
    expect(moveUp(forest, ['trust', 'form'])).toBeUndefined()
  })
})

describe('dropping codes', () => {
  it('puts them before, after and inside', () => {
    expect(dropOn(forest, ['form'], 'trust', 'before')).toEqual({
      codeIds: ['form'],
      parentId: 'work',
      beforeId: 'trust',
    })
    expect(dropOn(forest, ['form'], 'hours', 'after')).toMatchObject({
      parentId: 'work',
      beforeId: null,
    })
    expect(dropOn(forest, ['time'], 'form', 'inside')).toMatchObject({
      parentId: 'form',
      beforeId: null,
    })
    expect(dropAtEnd(forest, ['form'])).toEqual({
      codeIds: ['form'],
      parentId: null,
      beforeId: null,
    })
  })
  it('refuses what would change nothing', () => {
    expect(dropOn(forest, ['trust'], 'mapping', 'after')).toBeUndefined()
    expect(dropOn(forest, ['hours'], 'work', 'inside')).toBeUndefined()
    expect(dropAtEnd(forest, ['time'])).toBeUndefined()
  })
  it('never puts a code below itself, nor twice, nor before itself', () => {
    const place = fc.constantFrom('before' as const, 'inside' as const, 'after' as const)
    fc.assert(
      fc.property(
        fc.subarray(ids, { minLength: 1 }),
        fc.constantFrom(...ids),
        place,
        (moved, target, where) => {
          const move = dropOn(forest, moved, target, where)
          if (move === undefined) return
          expect(new Set(move.codeIds).size).toBe(move.codeIds.length)
          expect(move.codeIds).not.toContain(move.beforeId)
          for (const id of move.codeIds) {
            if (move.parentId !== null) expect(isWithin(forest, move.parentId, id)).toBe(false)
          }
          if (move.beforeId !== null) {
            expect(forest.nodeById.get(move.beforeId)?.code.parentId).toBe(move.parentId)
          }
        },
      ),
    )
  })
  it('takes the quarter at either edge of a row as between', () => {
    expect([2, 14, 26].map((y) => dropPlace(y, 28))).toEqual(['before', 'inside', 'after'])
  })
})
