import {
  distanceUnits,
  relationKinds,
  type Leaf,
  type Question,
} from '../../../shared/analysis/question/question.ts'
import { standingQuestions } from '../../../shared/model/institution-kinds.ts'
import type { Material } from './naive-answers.ts'
import type { TestEngine } from './project.ts'

/** Numbers that a seed gives, always the same ones. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * limit)
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  some<T>(items: readonly T[]): T[] {
    const [first, ...more] = [this.one(items), ...items.filter(() => this.below(4) === 0)]
    return [...new Set([first as T, ...more])]
  }

  happens(oneIn: number): boolean {
    return this.below(oneIn) === 0
  }
}

const conversation = [
  ...['Kari: Hvordan var uka?', 'Ola: Vi venter på vedtaket. 😀', 'Og så ringte kontoret.'],
  ...['Kari: Hva gjør dere da?', 'Ola: Vi skriver ned timene.', 'Per: Listen ligger hos lederen.'],
  ...['Ola: Ja, og skjemaet fylles ut to ganger.', 'Kari: Takk.'],
].join('\n')
const note = 'Møtet begynte sent.\nListen ble lest høyt.\nIngen sa noe.\nSkjemaet lå på bordet.'

/** A small project in which everything a question can name is there, and used at random. */
export async function randomWorld(engine: TestEngine, chance: Chance): Promise<void> {
  const outer = await engine.do('folders.create', { name: 'Kontor 1' })
  const inner = await engine.do('folders.create', { name: 'Samtaler', parentId: outer.id })
  const sourceIds: string[] = []
  for (const [index, text] of [conversation, note, conversation.slice(40)].entries()) {
    const { items } = await engine.do('sources.importText', {
      title: `Kilde ${index + 1}`,
      text,
      options: { kind: chance.one(['interview', 'field note'] as const), turns: 'auto' },
    })
    const sourceId = items[0]?.sourceIds[0] ?? ''
    sourceIds.push(sourceId)
    await engine.do('sources.update', {
      sourceIds: [sourceId],
      level: chance.one(['entry', 'second', 'text'] as const),
      date: chance.one(['', '2024', '2024-05', '2024-05-17', '2025-01-02', 'våren 2024']),
      folderId: chance.one([null, outer.id, inner.id]),
    })
  }
  const persons = []
  for (const role of ['saksbehandler', 'leder'])
    persons.push(await engine.do('persons.create', { pseudonym: `P ${role}`, role }))
  for (const sourceId of sourceIds) {
    const { items } = await engine.get('sources.speakers', { sourceId })
    for (const { name } of items)
      if (!chance.happens(3))
        await engine.do('sources.linkSpeaker', {
          sourceId,
          speaker: name,
          personId: chance.one(persons).id,
        })
  }
  // One who says nothing, and takes part all the same.
  const silent = await engine.do('persons.create', { pseudonym: 'P taus', role: 'taus' })
  persons.push(silent)
  await engine.do('sources.setParticipants', {
    sourceId: chance.one(sourceIds),
    personIds: [silent.id],
  })
  const attributes = []
  for (const [of, type] of [
    ['persons', 'text'],
    ['sources', 'number'],
    ['cases', 'yes-no'],
    ['sources', 'date'],
  ] as const)
    attributes.push(await engine.do('attributes.create', { name: `${of} ${type}`, of, type }))
  const cases = [
    await engine.do('cases.create', {
      name: 'Ola',
      personIds: chance.some(persons.map(({ id }) => id)),
    }),
    await engine.do('cases.create', { name: 'Kontor', sourceIds: chance.some(sourceIds) }),
  ]
  const holders = { persons, cases, sources: sourceIds.map((id) => ({ id })) }
  for (const { id: attributeId, of, type } of attributes)
    for (const holder of holders[of])
      if (!chance.happens(3))
        await engine.do('people.setValues', {
          of,
          cells: [
            {
              holderId: holder.id,
              attributeId,
              value: {
                text: chance.one(['Mann', 'kvinne']),
                number: chance.below(40),
                'yes-no': chance.happens(2),
                date: chance.one(['2024-05-17', '2023-01-02']),
                choice: '',
              }[type],
            },
          ],
        })
  const codes = [await engine.do('codes.create', { name: 'ventetid' })]
  for (const name of ['utetid', 'skjema', 'telefon'])
    codes.push(
      await engine.do('codes.create', {
        name,
        parentId: chance.happens(2) ? chance.one(codes).id : null,
      }),
    )
  const codeIds = codes.map(({ id }) => id)
  for (const name of ['Tid', 'Papir'])
    await engine.do('codeSets.create', { name, codeIds: chance.some(codeIds) })
  const first = (await engine.get('project.info', {})).analysts[0]
  const second = await engine.do('analysts.create', { name: 'Bo Bistand' })
  const place = async () => {
    const sourceId = chance.one(sourceIds)
    const { text } = await engine.get('sources.text', { sourceId })
    const start = chance.below(text.length - 2)
    return { sourceId, start, end: Math.min(text.length, start + 1 + chance.below(60)) }
  }
  const codings: string[] = []
  for (let count = 0; count < 26; count++) {
    if (chance.happens(5) && first)
      await engine.do('analysts.use', { analystId: chance.one([first.id, second.id]) })
    const made = await engine.run('passages.code', {
      ...(await place()),
      codeIds: chance.some(codeIds),
    })
    if (made.ok) codings.push(...made.value.codingIds)
  }
  for (const codingId of codings)
    if (chance.happens(3))
      await engine.do('codings.update', { codingId, weight: chance.below(5) * 25 })
  const text = await engine.do('texts.create', { title: 'Forskrift' })
  const actor = await engine.do('actors.create', { name: 'Veileder' })
  const passages = (await engine.get('passages.list', {})).items
  await engine.do('cases.link', {
    caseId: cases[0]?.id ?? '',
    passages: [{ passageId: chance.one(passages).id }],
  })
  const at = () => ({ passageId: chance.one(passages).id })
  for (let count = 0; count < 4; count++) {
    await engine.do('activations.create', {
      at: at(),
      textId: text.id,
      actorId: chance.one([null, actor.id]),
      mode: chance.one(['reads', 'cites'] as const),
      stance: chance.one([null, 'skips', 'follows'] as const),
    })
    await engine.do('answers.create', { at: at(), questionId: chance.one(standingQuestions) })
    await engine.do('workAccounts.create', {
      at: at(),
      doing: 'fyller ut',
      visibility: chance.one(['visible', 'invisible'] as const),
    })
  }
  await engine.do('termUses.create', { at: at(), newTerm: 'skjema', meaning: 'to ark' })
  const disjuncture = await engine.do('disjunctures.create', {
    title: 'Timer og lister',
    sideAPassages: [at()],
    sideBPassages: [at(), at()],
  })
  const step = await engine.do('steps.create', {
    newProcess: { name: 'Oppfølging' },
    action: 'fyller ut',
  })
  for (const about of [
    { type: 'step', id: step.id },
    { type: 'disjuncture', id: disjuncture.id },
    { type: 'step', id: step.id },
  ] as const)
    await engine.do('claims.create', {
      about,
      basis: chance.one(['observed', 'we infer'] as const),
      stance: chance.one(['supports', 'contradicts'] as const),
      passages: [at(), at()],
    })
  // Words are taken out, so that passages are lost; a code and a source wait for the undo.
  const edited = chance.one(sourceIds)
  await engine.do('sources.editText', { sourceId: edited, start: 20, end: 60, text: '' })
  if (chance.happens(3)) await engine.do('codes.delete', { codeIds: [codeIds[3] ?? ''] })
  if (chance.happens(3)) await engine.do('sources.delete', { sourceIds: [chance.one(sourceIds)] })
}

/** A question about what is in the material, at most so many levels deep. */
export function randomQuestion(chance: Chance, world: Material, depth: number): Question {
  const inner = () => randomQuestion(chance, world, depth - 1)
  if (depth === 0 || chance.happens(4)) return randomLeaf(chance, world)
  switch (chance.below(5)) {
    case 0:
      return { type: 'and', parts: [inner(), inner()] }
    case 1:
      return { type: 'or', parts: [inner(), inner(), ...(chance.happens(3) ? [inner()] : [])] }
    case 2:
      return { type: 'not', part: inner() }
    default: {
      const how = chance.one(relationKinds)
      const isDistant = how === 'near' || how === 'followed by' || how === 'preceded by'
      return {
        type: 'related',
        how,
        ...(isDistant && !chance.happens(4)
          ? {
              distance: {
                count: chance.one([0, 1, 2, 10, 40]),
                unit: chance.one(distanceUnits),
              },
            }
          : {}),
        of: inner(),
        to: inner(),
      }
    }
  }
}

function randomLeaf(chance: Chance, world: Material): Leaf {
  const ids = (items: readonly { id: string }[]) =>
    chance.some([...items.map(({ id }) => id), 'no-such-id'])
  const when = <T extends object>(oneIn: number, fields: () => T): Partial<T> =>
    chance.happens(oneIn) ? fields() : {}
  const codings = world.passages.flatMap((passage) => passage.codings)
  const instant = () =>
    (codings.length > 0 ? chance.one(codings).created : '2024').slice(0, chance.one([4, 10, 24]))
  switch (chance.below(16)) {
    case 7:
      return { type: 'case', caseIds: ids(world.cases) }
    case 8:
    case 9: {
      const attribute = chance.one(world.attributes)
      const bounds = {
        number: { from: 10, to: chance.one([10, 25]) },
        date: { from: '2023', to: chance.one(['2023-05', '2024-05']) },
      }
      return {
        type: 'attribute',
        attributeId: chance.happens(9) ? 'no-such-id' : attribute.id,
        ...when(2, () => ({ isSet: chance.happens(2) })),
        ...when(3, () => ({ values: chance.some(['mann', 'Kvinne', 12, true, false]) })),
        ...(attribute.type === 'number' || attribute.type === 'date'
          ? when(2, () => ({ between: bounds[attribute.type as 'number' | 'date'] }))
          : {}),
        as: chance.one(['speaker', 'participant'] as const),
      }
    }
    case 10:
      return { type: 'text', search: chance.one(['venter', 'skjemaet', 'ja', 'ingensteds']) }
    case 0:
      return { type: 'anything' }
    case 1:
      return {
        type: 'source',
        ...when(2, () => ({ sourceIds: ids(world.sources) })),
        ...when(3, () => ({ kinds: chance.some(['interview', 'field note'] as const) })),
        ...when(3, () => ({ levels: chance.some(['entry', 'second'] as const) })),
        ...when(3, () => ({ folderIds: ids(world.folders) })),
        ...when(3, () => ({ dated: { from: '2024-05', to: chance.one(['2024-05', '2025']) } })),
      }
    case 2:
      return {
        type: 'person',
        as: chance.one(['speaker', 'participant'] as const),
        ...when(2, () => ({ personIds: ids(world.persons) })),
        ...when(3, () => ({ roles: chance.some(['leder', 'saksbehandler', 'taus']) })),
      }
    case 3:
      return {
        type: 'activation',
        ...when(3, () => ({ modes: chance.some(['reads', 'cites'] as const) })),
        ...when(3, () => ({ stances: chance.some(['skips', 'follows'] as const) })),
        ...when(3, () => ({
          actorIds: chance.some(
            world.activations.flatMap((each) => each.actorId ?? []).concat('x'),
          ),
        })),
      }
    case 4:
      return {
        type: 'work account',
        ...when(2, () => ({ visibilities: chance.some(['visible', 'invisible'] as const) })),
      }
    case 5:
      return chance.happens(2)
        ? { type: 'answer', ...when(2, () => ({ questionIds: chance.some(standingQuestions) })) }
        : { type: 'term', ...when(2, () => ({ termIds: ids([]) })) }
    case 6:
      return {
        type: 'evidence',
        ...when(3, () => ({ kind: chance.one(['step', 'disjuncture', 'flow'] as const) })),
        ...when(2, () => ({ aboutIds: ids([...world.disjunctures, ...world.steps]) })),
        ...when(4, () => ({ bases: chance.some(['observed', 'we infer'] as const) })),
        ...when(4, () => ({ stances: chance.some(['supports', 'contradicts'] as const) })),
      }
    default:
      return {
        type: 'coded',
        ...when(1, () => (chance.happens(4) ? {} : { codeIds: ids(world.codes) })),
        ...when(4, () => ({ codeSetIds: ids(world.codeSets) })),
        ...when(2, () => ({ subcodes: true as const })),
        ...when(4, () => ({
          analystIds: chance.some(codings.map((each) => each.analystId).concat('x')),
        })),
        ...when(6, () => ({
          weight: { from: chance.one([0, 25, 50]), to: chance.one([50, 100]) },
        })),
        ...when(6, () => ({ created: { from: instant(), to: instant() } })),
      }
  }
}
