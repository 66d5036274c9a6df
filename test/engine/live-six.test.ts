import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newCopy, newLivePair } from './support/live.ts'
import { TestEngine } from './support/project.ts'
import { opened, stateOf, type Side } from './support/side.ts'
import { projectedRows } from './support/tables.ts'

/** What each of them does, as fast as it is answered; `npm run bench -- six` goes on for ten minutes. */
const acts = 40

test('V4 six analysts, each a process of its own, all at once: the same rows, nothing lost', async () => {
  const pair = await newLivePair()
  const { sourceId, codeId, folder } = pair
  const names = ['Cato', 'Dina', 'Egil', 'Frida']
  const copies = await Promise.all(
    names.map((name) => newCopy(pair.anna, folder, name, join(folder, `${name}.standpoint`))),
  )
  const engines = [pair.anna, pair.bo, ...copies]
  const paths = await Promise.all(
    engines.map(async (engine) => (await engine.get('project.info', {})).path),
  )
  for (const engine of engines) engine.close()
  const sides = await Promise.all(paths.map(opened))
  const [anna, ...guests] = sides
  if (!anna) throw new Error('nobody is there')
  await anna.ask('command', 'live.host', { address: '127.0.0.1' })
  for (const guest of guests) await letIn(anna, guest)
  const made = await Promise.all(sides.map((side, who) => work(side, who, sourceId, codeId)))
  await anna.until(async () => new Set(await Promise.all(sides.map(stateOf))).size === 1, guests)
  await Promise.all(sides.map((side) => side.kill()))
  const rows = projectedRows(paths[0] ?? '')
  for (const path of paths) expect(projectedRows(path)).toEqual(rows)
  const engine = new TestEngine()
  await engine.do('project.open', { path: paths[0] ?? '' })
  const codes = await engine.get('codes.list', {})
  // All that was answered for is there, besides the one code they began with.
  expect(codes.items.map(({ name }) => name).toSorted()).toEqual(
    ['venting', ...made.flat()].toSorted(),
  )
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
  engine.close()
})

async function letIn(anna: Side, guest: Side): Promise<void> {
  const { link } = (await anna.ask('command', 'live.invite', {})) as { link: string }
  await guest.ask('command', 'live.join', { invitation: link })
  await anna.until(async () => (await anna.status()).knocks.length > 0)
  const [knock] = (await anna.status()).knocks
  await anna.ask('command', 'live.admit', { guest: knock?.guest })
  await guest.until(async () => (await guest.status()).phase === 'connected')
}

/** Codes and makes codes, one act after the other; gives the names of the codes. */
async function work(side: Side, who: number, sourceId: string, codeId: string): Promise<string[]> {
  const names: string[] = []
  for (let number = 0; number < acts; number++) {
    const start = (number * 7 + who) % 60
    await side.ask('command', 'passages.code', { sourceId, start, end: start + 12, codeId })
    if (number % 4 > 0) continue
    const name = `${who} ${number}`
    await side.ask('command', 'codes.create', { name })
    names.push(name)
  }
  return names
}
