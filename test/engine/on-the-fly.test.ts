import { expect, test } from 'vitest'
import type { CommandInput, CommandName } from '../../shared/contract/index.ts'
import { newProject, newSource, type TestEngine } from './support/project.ts'

const words = 'Hun sier at skjemaet følger retningslinjen. Vi gjør det på møtet.\n'

async function scene() {
  const engine = await newProject()
  const sourceId = await newSource(engine, words)
  return { engine, at: { sourceId, start: 12, end: 20 } }
}

async function everything(engine: TestEngine): Promise<unknown> {
  const lists = [
    await engine.get('texts.list', {}),
    await engine.get('actors.list', {}),
    await engine.get('sites.list', {}),
    await engine.get('processes.list', {}),
    await engine.get('steps.list', {}),
    await engine.get('terms.list', {}),
    await engine.get('questions.list', {}),
    await engine.get('links.list', {}),
    await engine.get('clauses.list', {}),
    await engine.get('activations.list', {}),
    await engine.get('answers.list', {}),
    await engine.get('termUses.list', {}),
    await engine.get('claims.list', {}),
    await engine.get('passages.list', {}),
  ]
  return lists.map(({ items }) => items)
}

/** Carries it out; one undo must take back all of it, and one redo bring all of it back. */
async function oneStep<N extends CommandName>(
  engine: TestEngine,
  name: N,
  args: CommandInput<N>,
): Promise<void> {
  const before = await everything(engine)
  await engine.do(name, args)
  const after = await everything(engine)
  expect(after).not.toEqual(before)
  await engine.do('history.undo', {})
  expect(await everything(engine)).toEqual(before)
  await engine.do('history.redo', {})
  expect(await everything(engine)).toEqual(after)
  expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
}

test('F1 an activation with a text and an actor that are met for the first time is one step', async () => {
  const { engine, at } = await scene()
  const args = { at, newText: 'Skjema 4', newActor: 'Veileder', mode: 'fills in' as const }
  await oneStep(engine, 'activations.create', args)
  const [text] = (await engine.get('texts.list', {})).items
  const [actor] = (await engine.get('actors.list', {})).items
  const [activation] = (await engine.get('activations.list', {})).items
  expect(activation).toMatchObject({ textId: text?.id, actorId: actor?.id, textTitle: 'Skjema 4' })
  expect(text).toMatchObject({ mentionedAt: activation?.passageId })
})

test('F2 a link between two texts that are new is one step, and both are met where it is said', async () => {
  const { engine, at } = await scene()
  await oneStep(engine, 'links.create', {
    from: { newText: 'Retningslinje' },
    relation: 'mandates',
    to: { newText: 'Skjema 4' },
    evidence: [{ basis: 'observed', stance: 'contradicts', passages: [at] }],
  })
  const { items } = await engine.get('texts.list', {})
  const [claim] = (await engine.get('claims.list', {})).items
  const mentionedAt = claim?.passageIds[0]
  expect(items).toMatchObject([{ mentionedAt }, { mentionedAt }])
  const [link] = (await engine.get('links.list', {})).items
  expect(link).toMatchObject({ state: 'contradicted' })
  await oneStep(engine, 'links.update', { linkId: link?.id ?? '', to: { newText: 'Skjema 5' } })
  const [changed] = (await engine.get('links.list', {})).items
  expect(changed).toMatchObject({ fromLabel: 'Retningslinje', toLabel: 'Skjema 5' })
})

test('F3 a step with a new process and actor, and what is added to it on the fly, are one step each', async () => {
  const { engine, at } = await scene()
  await oneStep(engine, 'steps.create', {
    newProcess: { name: 'Oppfølging', perspective: 'told' },
    action: 'Fyller ut skjemaet',
    newThings: { actors: ['Veileder'], textsIn: ['Skjema 4'] },
    evidence: [{ basis: 'observed', passages: [at] }],
  })
  const [step] = (await engine.get('steps.list', {})).items
  const stepId = step?.id ?? ''
  await oneStep(engine, 'steps.update', { stepId, newThings: { site: 'Kontoret' } })
  await oneStep(engine, 'steps.update', { stepId, newThings: { actors: ['Leder'] } })
  await oneStep(engine, 'steps.update', { stepId, newThings: { textsOut: ['Vedtak'] } })
  const [after] = (await engine.get('steps.list', {})).items
  const actors = (await engine.get('actors.list', {})).items
  expect(after?.actorIds).toEqual(actors.map(({ id }) => id))
  expect(actors.map(({ name }) => name)).toEqual(['Veileder', 'Leder'])
  expect([after?.textInIds.length, after?.textOutIds.length]).toEqual([1, 1])
  const [actor] = actors
  await oneStep(engine, 'actors.update', { actorId: actor?.id ?? '', newSite: 'Møterommet' })
})

test('F4 a clause, a meaning and an answer with what they are about are one step each', async () => {
  const { engine, at } = await scene()
  await oneStep(engine, 'clauses.create', { at, newText: 'Retningslinje', locator: '§ 1' })
  await oneStep(engine, 'termUses.create', { at, newTerm: 'skjema', meaning: 'Et ark' })
  await oneStep(engine, 'answers.create', { at, newQuestion: 'Hva gjør de?' })
  const [text] = (await engine.get('texts.list', {})).items
  expect(text?.sourceIds).toEqual([at.sourceId])
})

test('F5 a refused act makes nothing on the way', async () => {
  const { engine, at } = await scene()
  const before = await everything(engine)
  const nowhere = { sourceId: at.sourceId, start: 900, end: 950 }
  await engine.refusal('activations.create', { at: nowhere, newText: 'Skjema', mode: 'reads' })
  await engine.refusal('links.create', {
    from: { newText: 'A' },
    relation: 'mandates',
    to: { newText: 'B' },
    evidence: [{ basis: 'an informant says' }],
  })
  expect(await everything(engine)).toEqual(before)
})

test('F6 a merged step is parted again in one step, and takes its evidence with it', async () => {
  const { engine, at } = await scene()
  const { id: processId } = await engine.do('processes.create', { name: 'Oppfølging' })
  const evidence = [{ basis: 'observed' as const, passages: [at] }]
  const into = await engine.do('steps.create', { processId, action: 'Møte', evidence })
  const merged = await engine.do('steps.create', { processId, action: 'Samtale', evidence })
  await engine.do('steps.merge', { stepIds: [merged.id], intoId: into.id })
  const claimsOf = async (id: string) =>
    (await engine.get('claims.list', { about: { type: 'step', id } })).items.length
  expect([await claimsOf(into.id), await claimsOf(merged.id)]).toEqual([2, 1])
  await oneStep(engine, 'steps.part', { stepIds: [merged.id] })
  expect([await claimsOf(into.id), await claimsOf(merged.id)]).toEqual([1, 1])
  expect((await engine.get('steps.list', {})).items.map(({ action }) => action).sort()).toEqual([
    'Møte',
    'Samtale',
  ])
})
