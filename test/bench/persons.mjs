import { randomFrom } from './texts.mjs'

export const personsInProject = 200

/** Persons who speak in five sources each, every fourth of them employed by a “kommune”. */
export async function enterPersons(engine) {
  const random = randomFrom(11)
  const personIds = []
  for (let number = 1; number <= personsInProject; number += 1)
    personIds.push((await engine.command('persons.create', { pseudonym: `P ${number}` })).id)
  const { items } = await engine.query('sources.list')
  for (const { id: sourceId } of items)
    await engine.command('sources.linkSpeaker', {
      sourceId,
      speaker: 'Deltaker',
      personId: personIds[Math.floor(random() * personIds.length)],
    })
  const attribute = { name: 'Arbeidsgiver', of: 'persons', type: 'text' }
  const { id: attributeId } = await engine.command('attributes.create', attribute)
  const cells = personIds.map((holderId, index) => ({
    ...{ holderId, attributeId },
    value: index % 4 === 0 ? 'kommune' : 'stat',
  }))
  await engine.command('people.setValues', { of: 'persons', cells })
  const codes = await engine.query('codes.list')
  return { personIds, attributeId, codeId: codes.items[42].id }
}
