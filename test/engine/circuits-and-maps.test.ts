import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { newProject, temporaryFolder, TestEngine } from './support/project.ts'

async function newTexts() {
  const engine = await newProject()
  const lov = await engine.do('texts.create', { title: 'Loven' })
  const veileder = await engine.do('texts.create', { title: 'Veilederen' })
  return { engine, lov, veileder }
}

const textEnd = (id: string) => ({ type: 'text' as const, id })

describe('rings and circuits', () => {
  test('G2 a merge may close a ring of supersedes: it is named, to be settled, and nothing breaks', async () => {
    const { engine, lov, veileder } = await newTexts()
    const [a, b] = [textEnd(lov.id), textEnd(veileder.id)]
    const mine = (await engine.get('project.info', {})).path
    const yours = join(temporaryFolder(), 'yours.standpoint')
    await engine.do('project.close', {})
    copyFileSync(mine, yours)
    await engine.do('project.open', { path: mine })
    await engine.do('links.create', { from: a, relation: 'supersedes', to: b })
    const other = new TestEngine()
    onTestFinished(() => other.close())
    await other.do('project.open', { path: yours })
    await other.do('links.create', { from: b, relation: 'supersedes', to: a })
    other.close()
    expect((await engine.get('project.check', {})).toSettle).toEqual([])
    await engine.do('sync.merge', { path: yours })
    const { clean, problems, toSettle } = await engine.get('project.check', { rebuild: true })
    expect({ clean, problems }).toEqual({ clean: true, problems: [] })
    expect(toSettle).toHaveLength(1)
    for (const { title } of [lov, veileder]) expect(toSettle[0]).toContain(title)
    const { nodes, links } = await engine.get('hierarchy.get', {})
    expect(nodes).toHaveLength(2)
    expect(links).toHaveLength(2)
    await engine.do('links.delete', { linkIds: [links[0]?.id ?? ''] })
    expect((await engine.get('project.check', {})).toSettle).toEqual([])
  })

  test('G9 a circuit says where its walk is not closed, and is kept', async () => {
    const { engine, lov, veileder } = await newTexts()
    const [a, b] = [textEnd(lov.id), textEnd(veileder.id)]
    const down = await engine.do('links.create', { from: a, relation: 'mandates', to: b })
    const up = await engine.do('links.create', { from: b, relation: 'reports to', to: a })
    const link = (id: string) => ({ type: 'link' as const, id })
    const open = await engine.do('circuits.create', { title: 'Rapport', members: [link(down.id)] })
    expect(open).toMatchObject({ isClosed: false, breaks: [0] })
    const circuitId = open.id
    const members = [link(down.id), link(up.id)]
    const closed = await engine.do('circuits.update', { circuitId, members })
    expect(closed).toMatchObject({ isClosed: true, breaks: [], members })
    await engine.do('links.delete', { linkIds: [up.id] })
    expect((await engine.get('circuits.list', {})).items).toMatchObject([
      { isClosed: false, breaks: [0, 1], members },
    ])
    const empty = await engine.do('circuits.create', { title: 'Tom' })
    expect(empty).toMatchObject({ isClosed: false, breaks: [] })
  })

  test('G9 texts and actors are stations of a circuit, and steps lead on along their flows', async () => {
    const { engine, lov, veileder } = await newTexts()
    const actor = await engine.do('actors.create', { name: 'Veileder' })
    const { id: processId } = await engine.do('processes.create', { name: 'Oppfølging' })
    const first = await engine.do('steps.create', {
      processId,
      action: 'ringer',
      actorIds: [actor.id],
    })
    const second = await engine.do('steps.create', {
      processId,
      action: 'fører',
      textOutIds: [veileder.id],
    })
    const flow = await engine.do('flows.create', { fromId: first.id, toId: second.id })
    const from = { type: 'text' as const, id: lov.id }
    const to = { type: 'actor' as const, id: actor.id }
    const funds = await engine.do('links.create', { from, relation: 'funds', to })
    const text = (id: string) => ({ type: 'text' as const, id })
    const step = (id: string) => ({ type: 'step' as const, id })
    const members = [
      text(lov.id),
      { type: 'link' as const, id: funds.id },
      to,
      step(first.id),
      step(second.id),
      text(veileder.id),
    ]
    const open = await engine.do('circuits.create', { title: 'Poeng', members })
    expect(open).toMatchObject({ breaks: [5], isClosed: false })
    await engine.do('links.create', {
      from: text(veileder.id),
      relation: 'reports to',
      to: text(lov.id),
    })
    const circuit = async () => (await engine.get('circuits.list', {})).items[0]
    expect(await circuit()).toMatchObject({ breaks: [], isClosed: true })
    await engine.do('flows.delete', { flowIds: [flow.id] })
    expect(await circuit()).toMatchObject({ breaks: [3] })
    // A station alone is no walk, and one that is deleted leads nowhere.
    const alone = await engine.do('circuits.create', { title: 'Ett', members: [step(first.id)] })
    expect(alone).toMatchObject({ breaks: [0] })
    await engine.do('history.undo', {})
    await engine.do('actors.delete', { actorIds: [actor.id] })
    expect(await circuit()).toMatchObject({ breaks: [0, 1, 2, 3] })
  })

  test('G9 every circuit that is found is closed once it is named', async () => {
    const { engine, lov, veileder } = await newTexts()
    const process = await engine.do('processes.create', { name: 'Oppfølging' })
    const step = async (action: string, texts: object) =>
      await engine.do('steps.create', { processId: process.id, action, ...texts })
    const first = await step('skriver', { textInIds: [lov.id], textOutIds: [veileder.id] })
    const second = await step('sender', { textInIds: [veileder.id] })
    await engine.do('flows.create', { fromId: second.id, toId: first.id, kind: 'loop' })
    const ends = { from: textEnd(veileder.id), to: textEnd(lov.id) }
    await engine.do('links.create', { ...ends, relation: 'derives from' })
    await engine.do('links.create', { ...ends, relation: 'mandates' })
    const { items } = await engine.get('circuits.find', {})
    expect(items.length).toBeGreaterThanOrEqual(3)
    for (const { members, labels } of items) {
      const title = labels.join(' → ')
      const made = await engine.do('circuits.create', { title, members })
      expect(made, title).toMatchObject({ isClosed: true })
    }
  })
})

test('a file shows the processes of a map as it is told to', async () => {
  const { engine } = await newTexts()
  const processOf = async (variant: string) => {
    const process = await engine.do('processes.create', { name: 'Oppfølging', variant })
    await engine.do('steps.create', { processId: process.id, action: `ringer fra ${variant}` })
    return process.id
  }
  const processIds = [await processOf('Oslo'), await processOf('Bergen')]
  const { id: mapId } = await engine.do('maps.create', { name: 'Kart', processIds })
  const path = join(temporaryFolder(), 'map.svg')
  const written = async (shown: string) => {
    const { nodes } = await engine.do('export.map', { mapId, format: 'svg', path, shown })
    return { nodes, svg: readFileSync(path, 'utf8') }
  }
  expect(await written('over')).toMatchObject({ nodes: 2 })
  const one = await written(processIds[1] ?? '')
  expect(one.nodes).toBe(1)
  expect(one.svg).toContain('Bergen')
  expect(one.svg).not.toContain('Oslo')
  const apart = await written('apart')
  // The lanes of each process stand under its name.
  expect(apart.svg.match(/>Oslo</gu)).toHaveLength(2)
  const unknown = await engine.refusal('export.map', { mapId, format: 'svg', path, shown: mapId })
  expect(unknown.code).toBe('thing.notFound')
})

test('V1 steps that correspond are one box of a map, with what differs in words', async () => {
  const { engine, lov } = await newTexts()
  const processOf = async (variant: string, weekFrom: number, more: object) => {
    const { id: processId } = await engine.do('processes.create', { name: 'Oppfølging', variant })
    const step = { processId, weekFrom, weekTo: weekFrom, ...more }
    return { processId, step: await engine.do('steps.create', { ...step, action: 'ringer' }) }
  }
  const oslo = await processOf('Oslo', 1, {})
  const bergen = await processOf('Bergen', 4, { textInIds: [lov.id], visibility: 'invisible' })
  const processIds = [oslo.processId, bergen.processId]
  const { id: mapId } = await engine.do('maps.create', { name: 'Kart', processIds })
  const model = await engine.get('maps.model', { mapId, language: 'nb' })
  const keys = [oslo, bergen].map(({ step }) => `step:${step.id}`)
  expect(model.counterparts).toEqual([{ keys, notes: ['≠ tekster inn, synlighet'] }])
  expect(model.nodes).toHaveLength(3)
  const path = join(temporaryFolder(), 'map.svg')
  expect(await engine.do('export.map', { mapId, format: 'svg', path })).toMatchObject({ nodes: 2 })
  const svg = readFileSync(path, 'utf8')
  for (const words of ['Oslo', 'Bergen', '≠']) expect(svg).toContain(words)
  // In a table of the map each step has a row of its own.
  const table = { mapId, format: 'csv' as const, path: join(temporaryFolder(), 'map.csv') }
  expect(await engine.do('export.map', table)).toMatchObject({ nodes: 3 })
  await engine.do('maps.remove', { mapId, refs: [{ type: 'step', id: bergen.step.id }] })
  expect((await engine.get('maps.model', { mapId })).counterparts).toEqual([])
})

describe('acts on a map', () => {
  test('G8 a line is on the maps that both of its ends are on', async () => {
    const { engine, lov, veileder } = await newTexts()
    const ends = { from: textEnd(lov.id), to: textEnd(veileder.id) }
    const evidence = [{ basis: 'we infer' as const }]
    const link = await engine.do('links.create', { ...ends, relation: 'mandates', evidence })
    const nodes = [{ ref: ends.from }, { ref: ends.to }]
    const both = await engine.do('maps.create', { name: 'Begge', nodes })
    await engine.do('maps.create', { name: 'Den ene', nodes: nodes.slice(1) })
    const { items } = await engine.get('maps.list', { thing: { type: 'link', id: link.id } })
    expect(items.map(({ id }) => id)).toEqual([both.id])
  })

  test('G8 a step is made on a map in one act', async () => {
    const { engine } = await newTexts()
    const process = await engine.do('processes.create', { name: 'Oppfølging' })
    const { id: onMapId } = await engine.do('maps.create', { name: 'Kart', nodes: [] })
    const step = { processId: process.id, action: 'ringer', onMapId }
    const made = await engine.do('steps.create', step)
    const { nodes } = await engine.get('maps.get', { mapId: onMapId })
    expect(nodes).toEqual([{ ref: { type: 'step', id: made.id }, x: null, y: null }])
    await engine.do('history.undo', {})
    expect((await engine.get('steps.list', {})).items).toEqual([])
    expect((await engine.get('maps.get', { mapId: onMapId })).nodes).toEqual([])
    const gone = await engine.refusal('steps.create', { ...step, onMapId: made.id })
    expect(gone.code).toBe('thing.notFound')
  })

  test('G8 a process comes onto a map and goes off it with its steps and texts in one act', async () => {
    const { engine, lov, veileder } = await newTexts()
    const [one, two] = [
      await engine.do('processes.create', { name: 'Oppfølging' }),
      await engine.do('processes.create', { name: 'Rapport' }),
    ]
    const step = async (processId: string, action: string, texts: object) =>
      await engine.do('steps.create', { processId, action, ...texts })
    await step(one.id, 'ringer', { textInIds: [lov.id] })
    await step(two.id, 'skriver', { textInIds: [lov.id], textOutIds: [veileder.id] })
    const map = await engine.do('maps.create', { name: 'Kart', processIds: [one.id] })
    const onMap = async () =>
      (await engine.get('maps.model', { mapId: map.id })).nodes.map(({ label }) => label).toSorted()
    const before = await onMap()
    expect(before).toEqual(['ringer', lov.title].toSorted())
    await engine.do('maps.setProcesses', { mapId: map.id, processIds: [one.id, two.id] })
    const both = ['ringer', 'skriver', lov.title, veileder.title].toSorted()
    expect(await onMap()).toEqual(both)
    await engine.do('history.undo', {})
    expect(await onMap()).toEqual(before)
    await engine.do('history.redo', {})
    await engine.do('maps.setProcesses', { mapId: map.id, processIds: [one.id] })
    // The law is still taken in by a step that stays.
    expect(await onMap()).toEqual(before)
    expect((await engine.get('maps.get', { mapId: map.id })).processIds).toEqual([one.id])
    expect((await engine.get('steps.list', {})).items).toHaveLength(2)
    await engine.do('history.undo', {})
    expect(await onMap()).toEqual(both)
  })
})
