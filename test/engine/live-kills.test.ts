import { expect, test } from 'vitest'
import { newLivePair } from './support/live.ts'
import { TestEngine } from './support/project.ts'
import { opened, stateOf } from './support/side.ts'
import { projectedRows } from './support/tables.ts'

/** Each side as a process of its own, as a window has it, so that it can be killed. */
const rounds = Number(process.env.STANDPOINT_KILLS ?? 200) / 40
const seed = Number(process.env.STANDPOINT_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`V7 either side killed at random moments: both end with the same rows (seed ${seed})`, async () => {
  const pair = await newLivePair()
  const { sourceId, codeId, paths } = pair
  pair.anna.close()
  pair.bo.close()
  let anna = await opened(paths.anna)
  let bo = await opened(paths.bo)
  await anna.ask('command', 'live.host', { address: '127.0.0.1' })
  const { link } = (await anna.ask('command', 'live.invite', {})) as { link: string }
  await bo.ask('command', 'live.join', { invitation: link })
  await anna.until(async () => (await anna.status()).knocks.length > 0)
  const [knock] = (await anna.status()).knocks
  await anna.ask('command', 'live.admit', { guest: knock?.guest })
  await bo.until(async () => (await bo.status()).phase === 'connected')
  const random = randomFrom(seed)
  for (let round = 0; round < rounds; round++) {
    const number = 5 + Math.floor(random() * 25)
    for (let each = 0; each < number; each++) {
      const side = random() < 0.5 ? anna : bo
      const start = Math.floor(random() * 60)
      const [name, args] =
        random() < 0.3
          ? ['codes.create', { name: `${round} ${each}` }]
          : ['passages.code', { sourceId, start, end: start + 12, codeId }]
      if (random() < 0.3) await side.ask('command', String(name), args)
      else side.fire(String(name), args)
    }
    if (random() < 0.5) {
      await anna.kill()
      anna = await opened(paths.anna)
      await anna.ask('command', 'live.host', { address: '127.0.0.1' })
    } else {
      await bo.kill()
      bo = await opened(paths.bo)
      await bo.ask('command', 'live.join', {})
    }
  }
  await bo.until(async () => (await bo.status()).phase === 'connected')
  await bo.until(async () => {
    const [mine, theirs] = await Promise.all([stateOf(anna), stateOf(bo)])
    return mine === theirs
  }, [anna])
  await Promise.all([anna.kill(), bo.kill()])
  expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
  const engine = new TestEngine()
  await engine.do('project.open', { path: paths.anna })
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  expect((await engine.get('codings.list', {})).items.length).toBeGreaterThan(rounds)
  engine.close()
})

/** Numbers in [0, 1) from a seed (mulberry32). */
function randomFrom(start: number): () => number {
  let state = start >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
