import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runAct, someActs, type World } from './support/acts.ts'
import { expectInvariants } from './support/invariants.ts'
import { newProject, newSource, temporaryFolder } from './support/project.ts'
import { projectedRows } from './support/tables.ts'

const numRuns = Number(process.env.STANDPOINT_PROPERTY_RUNS ?? 40)

async function newWorld(): Promise<World> {
  const folder = temporaryFolder()
  const path = join(folder, 'project.standpoint')
  return { engine: await newProject(path), path, folder, imported: 0 }
}

test('L4 P1 undoing everything gives the tables of the start, redoing everything those of the end', async () => {
  await fc.assert(
    fc.asyncProperty(someActs(24), async (acts) => {
      const world = await newWorld()
      const start = projectedRows(world.path)
      for (const act of acts) await runAct(world, act)
      const end = projectedRows(world.path)
      await world.engine.do('project.open', { path: world.path })
      let steps = 0
      while ((await world.engine.run('history.undo', {})).ok) steps += 1
      expect(projectedRows(world.path)).toEqual(start)
      await expectInvariants(world.engine)
      await world.engine.do('project.open', { path: world.path })
      for (let again = 0; again < steps; again++) await world.engine.do('history.redo', {})
      expect(projectedRows(world.path)).toEqual(end)
      // What the acts themselves had undone can still be done again.
      while ((await world.engine.run('history.redo', {})).ok) steps += 1
      await expectInvariants(world.engine)
      world.engine.close()
    }),
    { numRuns },
  )
})

test('L6 the projection equals its rebuild, also of a project that is opened anew', async () => {
  await fc.assert(
    fc.asyncProperty(someActs(30), async (acts) => {
      const world = await newWorld()
      for (const [index, act] of acts.entries()) {
        await runAct(world, act)
        if (index % 10 === 9) await expectInvariants(world.engine)
      }
      const before = projectedRows(world.path)
      await expectInvariants(world.engine)
      await world.engine.do('project.open', { path: world.path })
      expect(projectedRows(world.path)).toEqual(before)
      await expectInvariants(world.engine)
      world.engine.close()
    }),
    { numRuns },
  )
})

test('P3 the words of a passage stay its words when the text outside of it is edited', async () => {
  const text = 'Først kom 😀 brevet.\nSå ringte hun.\nTil slutt 👩‍👩‍👧 gikk det bra.\n'
  const edit = fc.record({
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(12),
    text: fc.constantFrom('', 'x', '😀', '\n', 'to\nlinjer', 'é́', ' og så '),
    undo: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 2),
      fc.integer({ min: 1, max: 20 }),
      fc.array(edit, { minLength: 1, maxLength: 12 }),
      async (from, length, edits) => {
        const { engine } = await newWorld()
        const sourceId = await newSource(engine, text.slice(0, -1))
        const code = await engine.do('codes.create', { name: 'Code' })
        const coded = await engine.run('passages.code', {
          sourceId,
          start: from,
          end: Math.min(text.length - 1, from + length),
          codeId: code.id,
        })
        if (!coded.ok) {
          engine.close()
          return
        }
        // The naive model: what stands before, in and behind the passage, as three strings.
        let before = text.slice(0, coded.value.start)
        const words = coded.value.quote
        let after = text.slice(coded.value.end)
        for (const { place, length: removed, text: inserted, undo } of edits) {
          const inFront = place < 0.5
          const room = inFront ? before.length : after.length - 1
          let start = Math.floor((inFront ? place * 2 : place * 2 - 1) * room)
          let end = Math.min(room, start + removed)
          const part = inFront ? before : after
          if (!isWhole(part, start)) start -= 1
          if (!isWhole(part, end)) end += 1
          const offset = inFront ? 0 : before.length + words.length
          const args = { sourceId, start: offset + start, end: offset + end, text: inserted }
          const { lost } = await engine.do('sources.editText', args)
          expect(lost).toEqual([])
          const isEdit = start < end || inserted !== ''
          if (undo && isEdit) {
            await engine.do('history.undo', {})
          } else {
            const changed = part.slice(0, start) + inserted + part.slice(end)
            if (inFront) before = changed
            else after = changed
          }
          const { items } = await engine.get('sources.passages', { sourceId })
          expect(items).toHaveLength(1)
          expect(items[0]).toMatchObject({ start: before.length, quote: words, state: 'placed' })
          const whole = await engine.get('sources.text', { sourceId })
          expect(whole.text).toBe(before + words + after)
        }
        await expectInvariants(engine)
        engine.close()
      },
    ),
    { numRuns },
  )
})

function isWhole(text: string, at: number): boolean {
  const here = text.charCodeAt(at)
  const front = text.charCodeAt(at - 1)
  return !(here >= 0xdc00 && here <= 0xdfff && front >= 0xd800 && front <= 0xdbff)
}
