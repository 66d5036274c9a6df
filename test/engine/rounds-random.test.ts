import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectInvariants } from './support/invariants.ts'
import { interview, send } from './support/pair.ts'
import type { TestEngine } from './support/project.ts'
import { newRoundPair, type RoundPair } from './support/rounds.ts'
import { projectedRows } from './support/tables.ts'

const kinds = [
  ...['code', 'code', 'code', 'uncode', 'recode', 'range', 'comment', 'undo', 'redo', 'send'],
  ...['leave', 'enter', 'newCode', 'edit', 'memo', 'reopenFile', 'deleteCode', 'close', 'reopen'],
] as const

const act = fc.record({
  who: fc.constantFrom('anna' as const, 'bo' as const),
  kind: fc.constantFrom(...kinds),
  a: fc.nat(interview.length - 2),
  b: fc.nat(20),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** Anything somebody may do; what is refused changes nothing. */
async function carryOut(pair: RoundPair, { who, kind, a, b }: Act): Promise<void> {
  const engine = pair[who]
  const { sourceId, roundId } = pair
  const codings = (await engine.get('codings.list', {})).items
  const codes = (await engine.get('codes.list', {})).items
  const coding = codings[b % Math.max(1, codings.length)]
  const codeId = codes[a % Math.max(1, codes.length)]?.id ?? ''
  const range = { start: a, end: Math.min(interview.length - 1, a + 1 + b) }
  const codingId = coding?.id ?? ''
  if (kind === 'code') await engine.run('passages.code', { sourceId, ...range, codeId })
  else if (kind === 'newCode')
    await engine.run('passages.code', { sourceId, ...range, newCode: { name: `kode ${who} ${a}` } })
  else if (kind === 'uncode') await engine.run('codings.delete', { codingIds: [codingId] })
  else if (kind === 'recode') await engine.run('codings.recode', { codingIds: [codingId], codeId })
  else if (kind === 'range')
    await engine.run('passages.changeRange', { passageId: coding?.passageId ?? '', ...range })
  else if (kind === 'comment') await engine.run('codings.update', { codingId, comment: `${a}` })
  else if (kind === 'undo') {
    // Taking back the merge that brought the round is another story (S6).
    const { undo } = await engine.get('history.state', {})
    if (undo?.command !== 'sync.merge') await engine.run('history.undo', {})
  } else if (kind === 'redo') await engine.run('history.redo', {})
  else if (kind === 'leave') await engine.run('rounds.enter', { roundId: null })
  else if (kind === 'enter') await engine.run('rounds.enter', { roundId })
  else if (kind === 'close') await engine.run('rounds.close', { roundId })
  else if (kind === 'reopen') await engine.run('rounds.reopen', { roundId })
  else if (kind === 'edit')
    await engine.run('sources.editText', { sourceId, start: a, end: a, text: 'x' })
  else if (kind === 'memo')
    await engine.run('memos.create', {
      about: { type: 'passage', id: coding?.passageId ?? '' },
      text: 'x',
    })
  else if (kind === 'deleteCode' && b > 15) await engine.run('codes.delete', { codeIds: [codeId] })
  else if (kind === 'reopenFile') await engine.do('project.open', { path: pair.paths[who] })
  else if (kind === 'send') await send(pair, engine, who === 'anna' ? pair.bo : pair.anna)
}

/** Invariant 8 on one device: nothing of the other's layer is shown, nor in its file. */
async function expectBlind(pair: RoundPair, who: 'anna' | 'bo'): Promise<void> {
  const { roundId, sourceId } = pair
  const engine = pair[who]
  const other = who === 'anna' ? pair.bo : pair.anna
  if ((await engine.get('rounds.get', { roundId })).state === 'closed') return
  const mine = who === 'anna' ? pair.annaId : pair.boId
  const { items } = await engine.get('codings.list', { layer: roundId })
  expect(items.every(({ analystId }) => analystId === mine)).toBe(true)
  const theirs = (await other.get('codings.list', { layer: roundId, view: 'mine' })).items
  const seen = JSON.stringify([
    await engine.get('passages.list', {}),
    await engine.get('sources.passages', { sourceId }),
    await engine.get('passages.list', { layer: roundId }),
    await engine.get('codings.list', {}),
    await engine.get('activity.list', {}),
    await engine.get('rounds.list', {}),
  ])
  const files = ['', '-wal'].map((end) => pair.paths[who] + end).filter((path) => existsSync(path))
  const bytes = Buffer.concat(files.map((path) => readFileSync(path)))
  const isOver = (await other.get('rounds.get', { roundId })).state === 'closed'
  for (const { id, passageId } of theirs) {
    expect(seen).not.toContain(id)
    expect(seen).not.toContain(passageId)
    if (!isOver) expect(bytes.includes(id) || bytes.includes(passageId)).toBe(false)
  }
}

async function ownCodings(engine: TestEngine, roundId: string): Promise<number> {
  return (await engine.get('codings.list', { layer: roundId, view: 'mine' })).total
}

test('B2, B6, B10 whatever two people do in a blind round, neither sees the other’s layer before, and both the same after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
      const pair = await newRoundPair()
      const { anna, bo, paths, roundId } = pair
      for (const engine of [anna, bo]) await engine.do('rounds.enter', { roundId })
      for (const each of acts) {
        await carryOut(pair, each)
        for (const who of ['anna', 'bo'] as const) await expectBlind(pair, who)
      }
      const before = [await ownCodings(anna, roundId), await ownCodings(bo, roundId)]
      for (const engine of [anna, bo]) {
        await expectInvariants(engine)
        await engine.run('rounds.close', { roundId })
      }
      for (let times = 0; times < 2; times++) {
        await send(pair, anna, bo)
        await send(pair, bo, anna)
      }
      await send(pair, anna, bo)
      for (const engine of [anna, bo]) {
        expect(await engine.get('rounds.get', { roundId })).toMatchObject({
          state: 'closed',
          missing: [],
        })
        await expectInvariants(engine)
      }
      // Codes that were deleted apart hide their codings on both sides now.
      const after = [await ownCodings(anna, roundId), await ownCodings(bo, roundId)]
      for (const [who, count] of after.entries())
        expect(count).toBeLessThanOrEqual(before[who] ?? 0)
      expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
      anna.close()
      bo.close()
    }),
    { numRuns: Number(process.env.STANDPOINT_PROPERTY_RUNS ?? 4) },
  )
})
