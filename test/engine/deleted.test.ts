import { expect, test } from 'vitest'
import { newProject, newSource } from './support/project.ts'

test('what is deleted is named nowhere while it is deleted, and everywhere when it is back', async () => {
  const engine = await newProject()
  const sourceId = await newSource(engine, 'Retningslinjen sier at brevet skal sendes.')
  const text = await engine.do('texts.create', { title: 'Retningslinje', sourceIds: [sourceId] })
  const at = { sourceId, start: 0, end: 14 }
  await engine.do('clauses.create', { textId: text.id, at })
  const site = await engine.do('sites.create', { name: 'Kontoret' })
  await engine.do('actors.create', { name: 'Veileder', siteId: site.id })
  const named = async () => [
    (await engine.get('texts.list', {})).items[0]?.sourceIds.length,
    (await engine.get('clauses.list', {})).items[0]?.passageId === null,
    (await engine.get('actors.list', {})).items[0]?.siteId,
  ]
  const before = await named()
  expect(before).toEqual([1, false, site.id])
  await engine.do('sources.delete', { sourceIds: [sourceId] })
  await engine.do('sites.delete', { siteIds: [site.id] })
  expect(await named()).toEqual([0, true, null])
  // What a window shows can be given back: no source is asked for that is not there.
  const [shown] = (await engine.get('texts.list', {})).items
  const kept = await engine.do('texts.create', { title: 'Retningslinja', sourceIds: [] })
  await engine.do('texts.merge', { textIds: [text.id], intoId: kept.id })
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  await engine.do('history.undo', {})
  expect(shown?.sourceIds).toEqual([])
  expect(await named()).toEqual(before)
})
