import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { localOrigin, remoteOrigin } from '../../electron/engine/project/documents.ts'
import { replayLast } from '../../electron/engine/project/replay.ts'

/** One device: a document with entities in it, and undo of what is done here. */
class Device {
  readonly doc = new Y.Doc()
  readonly undo = new Y.UndoManager(this.doc, {
    trackedOrigins: new Set([localOrigin]),
    captureTimeout: Number.POSITIVE_INFINITY,
    captureTransaction: (transaction) => transaction.changed.size > 0,
  })

  constructor(client: number) {
    this.doc.clientID = client
  }

  get codes(): Y.Map<Y.Map<unknown>> {
    return this.doc.getMap('codes')
  }

  act(change: (codes: Y.Map<Y.Map<unknown>>) => void): void {
    this.undo.stopCapturing()
    this.doc.transact(() => change(this.codes), localOrigin)
  }

  make(id: string, name: string): void {
    this.act((codes) => {
      const code = new Y.Map<unknown>([['name', name]])
      code.set('members', new Y.Map([['a', 1]]))
      codes.set(id, code)
    })
  }

  rename(id: string, name: string): void {
    this.act((codes) => codes.get(id)?.set('name', name))
  }

  name(id: string): unknown {
    return this.codes.get(id)?.get('name')
  }

  /** Takes over all that another has. */
  meet(other: Device): void {
    const update = Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc))
    Y.applyUpdate(this.doc, update, remoteOrigin)
  }
}

/** Both have a code; each gives it a name of their own; they meet. */
function renamedByBoth(): { won: Device; lost: Device } {
  const [one, two] = [new Device(1), new Device(2)]
  one.make('a', 'før')
  two.meet(one)
  one.rename('a', 'en')
  two.rename('a', 'to')
  one.meet(two)
  two.meet(one)
  return one.name('a') === 'en' ? { won: one, lost: two } : { won: two, lost: one }
}

test('L5 whoever takes back the name that holds has the one from before, not none', () => {
  const { won, lost } = renamedByBoth()
  const name = won.name('a')
  expect(replayLast(won.undo, 'undo')?.back).not.toBeNull()
  lost.meet(won)
  expect([won.name('a'), lost.name('a')]).toEqual(['før', 'før'])
  replayLast(won.undo, 'redo')
  lost.meet(won)
  expect([won.name('a'), lost.name('a')]).toEqual([name, name])
  expect(won.undo.undoStack).toHaveLength(won.doc.clientID === 1 ? 2 : 1)
})

test('L5 a name that was overruled cannot be taken back, and the change before it is left alone', () => {
  const { won, lost } = renamedByBoth()
  lost.make('b', 'en annen')
  lost.rename('a', 'tre')
  won.meet(lost)
  won.rename('a', 'fire')
  lost.meet(won)
  expect(replayLast(lost.undo, 'undo')?.back).toBeNull()
  expect([lost.name('a'), lost.name('b')]).toEqual(['fire', 'en annen'])
})

test('L5 what was made, taken back, changed by another meanwhile and made again is whole', () => {
  const [one, two] = [new Device(1), new Device(2)]
  one.make('a', 'før')
  two.meet(one)
  replayLast(one.undo, 'undo')
  two.rename('a', 'to')
  one.meet(two)
  replayLast(one.undo, 'redo')
  two.meet(one)
  for (const { codes } of [one, two])
    expect(codes.toJSON()).toEqual({ a: { name: 'før', members: { a: 1 } } })
})

type Step = {
  who: number
  what: 'make' | 'rename' | 'clear' | 'undo' | 'redo' | 'meet'
  at: number
}

test('L5 whatever is done, undone and redone by three, whoever meets whom in between, nothing is left without its fields', () => {
  const step: fc.Arbitrary<Step> = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom(
      'make',
      'rename',
      'rename',
      'clear',
      'undo',
      'undo',
      'redo',
      'meet',
      'meet',
    ),
    at: fc.nat(5),
  })
  const run = fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => {
    const devices = [new Device(1), new Device(2), new Device(3)]
    for (const [number, { who, what, at }] of steps.entries()) {
      const device = devices[who] as Device
      if (what === 'make') device.make(`kode ${number}`, `ny ${number}`)
      else if (what === 'meet') device.meet(devices[at % 3] as Device)
      else if (what === 'undo' || what === 'redo') replayLast(device.undo, what)
      else {
        const ids = [...device.codes.keys()]
        const some = ids[at % Math.max(1, ids.length)]
        if (some === undefined) continue
        if (what === 'rename') device.rename(some, `navn ${number}`)
        else device.act((codes) => codes.get(some)?.set('members', new Y.Map([['b', number]])))
      }
      for (const { codes } of devices)
        for (const { name, members } of Object.values(codes.toJSON())) {
          expect(name).toEqual(expect.any(String))
          expect(Object.keys(members as object)).toHaveLength(1)
        }
    }
    for (let round = 0; round < 2; round++)
      for (const device of devices) for (const other of devices) device.meet(other)
    for (const { codes } of devices) expect(codes.toJSON()).toEqual(devices[0]?.codes.toJSON())
  })
  fc.assert(run, { seed: 20261123, numRuns: 200 })
})
