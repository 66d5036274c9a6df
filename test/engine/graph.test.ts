import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reaches } from '../../shared/analysis/graph.ts'
import { doGraphAct, graphAct, newGraph } from './support/graph-acts.ts'
import { newProject, temporaryFolder, TestEngine } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

const numRuns = Number(process.env.STANDPOINT_PROPERTY_RUNS ?? 25)
const seed = Number(process.env.STANDPOINT_SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`graph: STANDPOINT_SEED=${seed} STANDPOINT_PROPERTY_RUNS=${numRuns}`)

/** Without undo: in a copy it could take back the making of what the other one goes on with. */
const forwardAct = graphAct.filter((act) => act.type !== 'undo' && act.type !== 'redo')

/** Invariants 3 to 6 of the domain, asked of the engine as anybody can ask. */
async function expectGraphInvariants(engine: TestEngine): Promise<void> {
  const { items: texts } = await engine.get('texts.list', {})
  const { items: links } = await engine.get('links.list', {})
  const { items: claims } = await engine.get('claims.list', {})
  const { items: passages } = await engine.get('passages.list', {})
  const holders = new Map(texts.map((text) => [text.id, new Set(text.sourceIds)]))
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  for (const link of links) {
    const own = claims.filter((claim) => claim.about.id === link.id)
    const counted = own.filter((claim) => {
      const sources = claim.passageIds.flatMap((id) => byId.get(id) ?? [])
      if (claim.basis === 'an informant says') return sources.some((each) => each.speaker !== '')
      if (claim.basis !== 'the text says') return true
      return sources.some((each) =>
        [link.from, link.to].some((end) => holders.get(end.id)?.has(each.sourceId) === true),
      )
    })
    expect(own.filter((claim) => claim.problem === '').map((claim) => claim.id)).toEqual(
      counted.map((claim) => claim.id),
    )
    const supports = counted.filter((claim) => claim.stance === 'supports').length
    const contradicts = counted.length - supports
    expect(link).toMatchObject({
      supports,
      contradicts,
      state: contradicts > 0 ? 'contradicted' : supports > 0 ? 'supported' : 'unsupported',
    })
  }
  const edges = links
    .filter((link) => link.relation === 'supersedes')
    .map((link) => ({ from: link.from.id, to: link.to.id }))
  for (const edge of edges) expect(reaches(edges, edge.to, edge.from)).toBe(false)
  const table = await engine.get('tables.get', { table: 'inventory' })
  expect(table.rows).toHaveLength(texts.length)
  const check = await engine.get('project.check', { rebuild: true })
  expect(check.problems).toEqual([])
}

test('invariants 3 to 6 and 12 hold after every kind of act, undo and redo', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(graphAct, { minLength: 5, maxLength: 25 }), async (acts) => {
      const path = join(temporaryFolder(), 'project.standpoint')
      const engine = await newProject(path)
      await newGraph(engine)
      const start = projectedRows(path)
      let steps = 0
      for (const act of acts) {
        await doGraphAct(engine, act)
      }
      await expectGraphInvariants(engine)
      const end = projectedRows(path)
      while ((await engine.get('history.state', {})).undo?.command !== 'maps.create') {
        await engine.do('history.undo', {})
        steps += 1
      }
      expect(projectedRows(path)).toEqual(start)
      for (let again = 0; again < steps; again++) await engine.do('history.redo', {})
      expect(projectedRows(path)).toEqual(end)
      engine.close()
    }),
    { numRuns, seed },
  )
})

test('two copies in which both changed the graph are merged in any order, twice as once, with nothing lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(forwardAct, { minLength: 3, maxLength: 12 }),
      fc.array(forwardAct, { minLength: 3, maxLength: 12 }),
      async (ours, theirs) => {
        const folder = temporaryFolder()
        const [mine, yours] = [join(folder, 'mine.standpoint'), join(folder, 'yours.standpoint')]
        const first = await newProject(mine)
        await newGraph(first)
        await doGraphAct(first, { type: 'text', title: 'lov' })
        await doGraphAct(first, { type: 'text', title: 'veileder' })
        first.close()
        copyFileSync(mine, yours)
        const [a, b] = [new TestEngine(), new TestEngine()]
        await a.do('project.open', { path: mine })
        await b.do('project.open', { path: yours })
        for (const act of ours) await doGraphAct(a, act)
        for (const act of theirs) await doGraphAct(b, act)
        const before = { a: await everyId(a), b: await everyId(b) }
        await a.do('sync.merge', { path: yours })
        await b.do('sync.merge', { path: mine })
        expect(projectedRows(mine)).toEqual(projectedRows(yours))
        const merged = projectedRows(mine)
        expect((await b.do('sync.merge', { path: mine })).documents).toBe(0)
        expect(projectedRows(yours)).toEqual(merged)
        const kept = new Set((merged.entities ?? []).map((row) => String(JSON.parse(row)[1])))
        for (const id of [...before.a, ...before.b]) expect(kept.has(id)).toBe(true)
        expect((await a.get('project.check', { rebuild: true })).problems).toEqual([])
        a.close()
        b.close()
      },
    ),
    { numRuns, seed },
  )
})

/** Everything of the graph that is there. */
async function everyId(engine: TestEngine): Promise<string[]> {
  const lists = [
    await engine.get('texts.list', {}),
    await engine.get('links.list', {}),
    await engine.get('claims.list', {}),
    await engine.get('steps.list', {}),
    await engine.get('flows.list', {}),
  ]
  return lists.flatMap((list) => list.items.map((item) => item.id))
}

test('what two people add to one list of a text both stays', async () => {
  const folder = temporaryFolder()
  const [mine, yours] = [join(folder, 'mine.standpoint'), join(folder, 'yours.standpoint')]
  const a = await newProject(mine)
  const text = await a.do('texts.create', { title: 'Dialogmøte 2', aliases: ['DM2'] })
  a.close()
  copyFileSync(mine, yours)
  const b = new TestEngine()
  await a.do('project.open', { path: mine })
  await b.do('project.open', { path: yours })
  await a.do('texts.update', { textIds: [text.id], aliases: ['DM2', 'D2'] })
  await b.do('texts.update', { textIds: [text.id], aliases: ['DM2', 'møte 2'] })
  await a.do('sync.merge', { path: yours })
  const merged = await a.get('texts.get', { textId: text.id })
  expect(merged.aliases.toSorted()).toEqual(['D2', 'DM2', 'møte 2'])
  b.close()
})
