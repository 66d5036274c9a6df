import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandName } from '../../shared/contract/index.ts'
import { anyCommands, runAnyCommand } from './support/any-command.ts'
import { expectInvariants } from './support/invariants.ts'
import { newProject, temporaryFolder } from './support/project.ts'
import { randomFrom } from './support/random.ts'
import { projectedRows } from './support/tables.ts'

const acts = Number(process.env.STANDPOINT_ACTS ?? 1500)
const seed = Number(process.env.STANDPOINT_SEED ?? 20261122)

/** What needs a partner, or more luck than so many commands have. */
const seldom = ['compare.settle', 'conflicts.settle', 'people.setValues', 'rounds.adopt']

test(`L6 ${acts} commands of every kind of the contract leave a project that holds (seed ${seed})`, async () => {
  const path = join(temporaryFolder(), 'project.standpoint')
  const engine = await newProject(path)
  const random = randomFrom(seed)
  const done = new Set<string>()
  for (let act = 0; act < acts; act++) {
    const name = await runAnyCommand(engine, path, random)
    if (name !== null) done.add(name)
    if (random() < 0.05) await engine.run('history.undo', {})
    if (random() < 0.02) await engine.run('history.redo', {})
  }
  const never = anyCommands.filter((name) => !done.has(name) && !seldom.includes(name))
  expect(never.length).toBeLessThan(anyCommands.length / 5)
  await expectInvariants(engine)
  const rows = projectedRows(path)
  await engine.do('project.open', { path })
  expect(projectedRows(path)).toEqual(rows)
})

/** A merge apart, these are no steps: they are about who is there, or take back nothing. */
const isStep = (name: CommandName) => !/^(rounds|analysts|project)\.|^sources\.withdraw$/.test(name)

test('L4 P1 each command of any kind is taken back, and done again, to the row', async () => {
  const path = join(temporaryFolder(), 'project.standpoint')
  const engine = await newProject(path)
  const random = randomFrom(seed)
  const before: { name: CommandName; rows: unknown }[] = []
  for (let act = 0, steps = 0; act < acts / 5; act++) {
    const rows = projectedRows(path)
    const name = await runAnyCommand(engine, path, random, isStep)
    const now = countSteps(path)
    if (name !== null && now > steps) before.push({ name, rows })
    else expect(projectedRows(path), `${name} changed the project without a step`).toEqual(rows)
    steps = now
  }
  expect(before.length).toBeGreaterThan(acts / 10)
  const after = []
  for (const { name, rows } of before.toReversed()) {
    after.push({ name, rows: projectedRows(path) })
    await engine.do('history.undo', {})
    expect(projectedRows(path), `${name}, taken back`).toEqual(rows)
  }
  for (const { name, rows } of after.toReversed()) {
    await engine.do('history.redo', {})
    expect(projectedRows(path), `${name}, done again`).toEqual(rows)
  }
  await expectInvariants(engine)
})

function countSteps(path: string): number {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare<[], number>('SELECT count(*) FROM steps').pluck().get() ?? 0
  } finally {
    db.close()
  }
}
