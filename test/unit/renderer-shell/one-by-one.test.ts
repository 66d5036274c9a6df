import { expect, test } from 'vitest'
import { oneByOne } from '../../../renderer/app/one-by-one.ts'

/** Acts that end when they are told to. */
function acts() {
  const begun: string[] = []
  const ends: Array<() => void> = []
  return {
    begun,
    act: (name: string) => () => {
      begun.push(name)
      return new Promise<void>((resolve) => ends.push(resolve))
    },
    endNext: async () => {
      ends.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('an act begins when the one before it is done', async () => {
  const { begun, act, endNext } = acts()
  const queue = oneByOne()
  queue(false, act('a'))
  queue(false, act('b'))
  await endNext()
  expect(begun).toEqual(['a'])
  await endNext()
  expect(begun).toEqual(['a', 'b'])
})

test('a key that is held down is passed over while an act is under way, and not after it', async () => {
  const { begun, act, endNext } = acts()
  const queue = oneByOne()
  queue(false, act('pressed'))
  await endNext()
  queue(true, act('too soon'))
  await endNext()
  queue(true, act('held'))
  await endNext()
  expect(begun).toEqual(['pressed', 'held'])
})

test('an act that fails does not hold up the next', async () => {
  const { begun, act, endNext } = acts()
  const queue = oneByOne()
  queue(false, () => Promise.reject(new Error('refused')))
  queue(false, act('next'))
  await endNext()
  expect(begun).toEqual(['next'])
})
