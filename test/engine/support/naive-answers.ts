import type { Question, LeafOf, Related } from '../../../shared/analysis/question/question.ts'
import type { QueryOutput } from '../../../shared/contract/index.ts'
import type { Code, Coding, PassageInContext, Source } from '../../../shared/model/entities.ts'
import type { TestEngine } from './project.ts'

/**
 * The rules of shared/analysis/question/SPEC.md word by word, passage by passage, from what other
 * queries of the contract tell: slow, and with nothing of how the engine goes about it.
 */
export interface Material {
  passages: PassageInContext[]
  /** Codings that conditions without a layer speak of; not given: all that passages have. */
  inSight?: ReadonlySet<string>
  sources: (Source & { values: Record<string, unknown> })[]
  folders: QueryOutput<'sources.list'>['folders']
  codes: Code[]
  codeSets: { id: string; codeIds: string[] }[]
  persons: QueryOutput<'persons.list'>['items']
  cases: QueryOutput<'cases.list'>['items']
  attributes: QueryOutput<'attributes.list'>['items']
  /** Source → speaker → person. */
  speakers: Map<string, Map<string, string>>
  /** Source → persons who take part in it. */
  participants: Map<string, string[]>
  texts: Map<string, QueryOutput<'sources.text'>>
  activations: QueryOutput<'activations.list'>['items']
  accounts: QueryOutput<'workAccounts.list'>['items']
  termUses: QueryOutput<'termUses.list'>['items']
  answers: QueryOutput<'answers.list'>['items']
  disjunctures: QueryOutput<'disjunctures.list'>['items']
  claims: QueryOutput<'claims.list'>['items']
  steps: QueryOutput<'steps.list'>['items']
}

export async function readMaterial(engine: TestEngine): Promise<Material> {
  const { items, folders } = await engine.get('sources.list', {})
  const { rows } = await engine.get('people.grid', { of: 'sources' })
  const sources = items.map((source) => ({
    ...source,
    values: rows.find(({ id }) => id === source.id)?.values ?? {},
  }))
  const speakers: Material['speakers'] = new Map()
  const participants: Material['participants'] = new Map()
  const texts: Material['texts'] = new Map()
  for (const { id } of sources) {
    const { items } = await engine.get('sources.speakers', { sourceId: id })
    const linked = items.flatMap(({ name, personId }): [string, string][] =>
      personId === null ? [] : [[name, personId]],
    )
    speakers.set(id, new Map(linked))
    const present = (await engine.get('persons.list', { sourceId: id })).items
    participants.set(
      id,
      present.map((person) => person.id),
    )
    texts.set(id, await engine.get('sources.text', { sourceId: id }))
  }
  return {
    passages: (await engine.get('passages.list', {})).items,
    sources,
    folders,
    codes: (await engine.get('codes.list', {})).items,
    codeSets: (await engine.get('codes.list', {})).sets,
    persons: (await engine.get('persons.list', {})).items,
    cases: (await engine.get('cases.list', {})).items,
    attributes: (await engine.get('attributes.list', {})).items,
    speakers,
    participants,
    texts,
    activations: (await engine.get('activations.list', {})).items,
    accounts: (await engine.get('workAccounts.list', {})).items,
    termUses: (await engine.get('termUses.list', {})).items,
    answers: (await engine.get('answers.list', {})).items,
    disjunctures: (await engine.get('disjunctures.list', {})).items,
    claims: (await engine.get('claims.list', {})).items,
    steps: (await engine.get('steps.list', {})).items,
  }
}

/** The answers in the order of SPEC A2. */
export function naiveAnswers(world: Material, question: Question): PassageInContext[] {
  const number = (id: string) => world.sources.find((source) => source.id === id)?.number ?? 0
  return world.passages
    .filter((passage) => isAnswer(world, question, passage))
    .sort(
      (a, b) =>
        number(a.sourceId) - number(b.sourceId) ||
        a.start - b.start ||
        b.end - a.end ||
        (a.id < b.id ? -1 : 1),
    )
}

/** SPEC A3, ids in order. */
export function naiveMatched(world: Material, question: Question, passage: PassageInContext) {
  const parts = (part: Question): LeafOf<'coded'>[] => {
    if (part.type === 'coded') return [part]
    if (part.type === 'and' || part.type === 'or') return part.parts.flatMap(parts)
    return part.type === 'related' ? parts(part.of) : []
  }
  const conditions = parts(question)
  return passage.codings
    .filter((coding) =>
      conditions.length === 0
        ? isSeen(world, coding)
        : conditions.some((part) => fulfils(world, part, coding)),
    )
    .map(({ id }) => id)
    .sort()
}

function isAnswer(world: Material, question: Question, passage: PassageInContext): boolean {
  switch (question.type) {
    case 'anything':
      return true
    case 'and':
      return question.parts.every((part) => isAnswer(world, part, passage))
    case 'or':
      return question.parts.some((part) => isAnswer(world, part, passage))
    case 'not':
      return !isAnswer(world, question.part, passage)
    case 'related':
      return (
        isAnswer(world, question.of, passage) &&
        world.passages.some(
          (other) =>
            other.sourceId === passage.sourceId &&
            stands(world, question, passage, other) &&
            isAnswer(world, question.to, other),
        )
      )
    case 'coded':
      return passage.codings.some((coding) => fulfils(world, question, coding))
    case 'source':
      return isInSource(world, question, passage)
    case 'person':
      return personsOf(world, passage, question.as).some(
        (person) => among(question.personIds, person.id) && among(question.roles, person.role),
      )
    case 'case':
      return casesOf(world, passage).some(({ id }) => question.caseIds.includes(id))
    case 'attribute':
      return hasValue(world, question, passage)
    case 'text':
      return holdsWord(world, question.search, passage)
    case 'activation':
      return world.activations.some(
        (entry) =>
          entry.passageId === passage.id &&
          among(question.textIds, entry.textId) &&
          among(question.clauseIds, entry.clauseId) &&
          among(question.actorIds, entry.actorId) &&
          among(question.modes, entry.mode) &&
          among(question.stances, entry.stance),
      )
    case 'work account':
      return world.accounts.some(
        (entry) =>
          entry.passageId === passage.id &&
          among(question.visibilities, entry.visibility) &&
          among(question.modes, entry.mode),
      )
    case 'term':
      return world.termUses.some(
        (entry) => entry.passageId === passage.id && among(question.termIds, entry.termId),
      )
    case 'answer':
      return world.answers.some(
        (entry) => entry.passageId === passage.id && among(question.questionIds, entry.questionId),
      )
    case 'evidence':
      return isEvidence(world, question, passage)
  }
}

function isEvidence(world: Material, part: LeafOf<'evidence'>, passage: PassageInContext): boolean {
  const living = { step: world.steps, disjuncture: world.disjunctures, link: [], flow: [] }
  const inClaim = world.claims.some(
    ({ about, basis, stance, passageIds }) =>
      passageIds.includes(passage.id) &&
      (living[about.type] as readonly { id: string }[]).some(({ id }) => id === about.id) &&
      among(part.kind && [part.kind], about.type) &&
      among(part.aboutIds, about.id) &&
      among(part.bases, basis) &&
      among(part.stances, stance),
  )
  const inSide =
    (part.kind ?? 'disjuncture') === 'disjuncture' &&
    !part.bases &&
    !part.stances &&
    world.disjunctures.some(
      (each) =>
        among(part.aboutIds, each.id) &&
        [...each.sideAPassageIds, ...each.sideBPassageIds].includes(passage.id),
    )
  return inClaim || inSide
}

function personsOf(world: Material, passage: PassageInContext, as: 'speaker' | 'participant') {
  const speaker = world.speakers.get(passage.sourceId)?.get(passage.speaker)
  const ids =
    as === 'participant'
      ? (world.participants.get(passage.sourceId) ?? [])
      : passage.state === 'placed' && speaker !== undefined
        ? [speaker]
        : []
  return world.persons.filter(({ id }) => ids.includes(id))
}

function casesOf(world: Material, passage: PassageInContext) {
  const speakers = personsOf(world, passage, 'speaker').map(({ id }) => id)
  return world.cases.filter(
    (each) =>
      each.passageIds.includes(passage.id) ||
      each.sourceIds.includes(passage.sourceId) ||
      each.personIds.some((id) => speakers.includes(id)),
  )
}

function hasValue(world: Material, part: LeafOf<'attribute'>, passage: PassageInContext): boolean {
  const attribute = world.attributes.find(({ id }) => id === part.attributeId)
  if (!attribute) return false
  const holders: { values: Record<string, unknown> }[] = {
    persons: () => personsOf(world, passage, part.as ?? 'speaker'),
    cases: () => casesOf(world, passage),
    sources: () => world.sources.filter(({ id }) => id === passage.sourceId),
  }[attribute.of]()
  const values = holders
    .map((holder) => holder.values[attribute.id])
    .filter((value) => value !== undefined)
  if (part.isSet === false) return !part.values && !part.between && values.length === 0
  return values.some((value) => {
    const plain = (each: unknown) =>
      typeof each === 'boolean' ? (each ? 'yes' : 'no') : String(each).toLowerCase()
    if (part.values && !part.values.some((each) => plain(each) === plain(value))) return false
    const { from, to } = part.between ?? {}
    if (typeof from === 'number' && !(typeof value === 'number' && value >= from)) return false
    if (typeof to === 'number' && !(typeof value === 'number' && value <= to)) return false
    return typeof from !== 'string' && typeof to !== 'string'
      ? true
      : isIn({ from: from as string, to: to as string }, String(value))
  })
}

/** Whether the word, as a whole word of the source, stands inside the passage. */
function holdsWord(world: Material, word: string, passage: PassageInContext): boolean {
  const { text = '' } = world.texts.get(passage.sourceId) ?? {}
  const places = [...text.toLowerCase().matchAll(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'))]
  return (
    passage.state === 'placed' &&
    places.some(({ index }) => index >= passage.start && index + word.length <= passage.end)
  )
}

function among<T>(wanted: readonly T[] | undefined, value: T | null): boolean {
  return wanted === undefined || (value !== null && wanted.includes(value))
}

function isSeen(world: Material, coding: Coding): boolean {
  return world.inSight?.has(coding.id) ?? true
}

function fulfils(world: Material, part: LeafOf<'coded'>, coding: Coding): boolean {
  if (part.codeIds || part.codeSetIds) {
    const wanted = [
      ...(part.codeIds ?? []),
      ...world.codeSets
        .filter((set) => part.codeSetIds?.includes(set.id))
        .flatMap((s) => s.codeIds),
    ]
    const above = [coding.codeId]
    for (let id: string | null = coding.codeId; part.subcodes && id !== null;) {
      id = world.codes.find((code) => code.id === id)?.parentId ?? null
      if (id !== null) above.push(id)
    }
    if (!above.some((id) => wanted.includes(id))) return false
  }
  if (!among(part.analystIds, coding.analystId)) return false
  if (part.layer === undefined ? !isSeen(world, coding) : coding.layer !== part.layer) return false
  if (part.weight) {
    if (coding.weight === null) return false
    if (coding.weight < (part.weight.from ?? 0) || coding.weight > (part.weight.to ?? 100))
      return false
  }
  return !part.created || isIn(part.created, coding.created)
}

function isIn(period: { from?: string | undefined; to?: string | undefined }, date: string) {
  if (!/^\d{4}/.test(date)) return false
  if (period.from !== undefined && date < period.from) return false
  return period.to === undefined || date <= period.to || date.startsWith(period.to)
}

function isInSource(world: Material, part: LeafOf<'source'>, passage: PassageInContext): boolean {
  const source = world.sources.find(({ id }) => id === passage.sourceId)
  if (!source) return false
  const folders: string[] = []
  for (let id = source.folderId; id !== null;) {
    folders.push(id)
    id = world.folders.find((folder) => folder.id === id)?.parentId ?? null
  }
  return (
    among(part.sourceIds, source.id) &&
    among(part.kinds, source.kind) &&
    among(part.levels, source.level) &&
    among(part.languages, source.language) &&
    (!part.folderIds || part.folderIds.some((id) => folders.includes(id))) &&
    (!part.dated || isIn(part.dated, source.date))
  )
}

/** SPEC A7 and A8, of the passages themselves, whatever else they must fulfil. */
function stands(
  world: Material,
  { how, distance }: Related,
  one: PassageInContext,
  other: PassageInContext,
): boolean {
  if (one.state === 'lost' || other.state === 'lost') return false
  switch (how) {
    case 'overlapping':
      return one.start < other.end && other.start < one.end
    case 'within':
      return other.start <= one.start && one.end <= other.end
    case 'containing':
      return one.start <= other.start && other.end <= one.end
    case 'same turn': {
      const [a, b] = [one, other].map((each) => touched(world, each, 'turns'))
      return a !== null && b !== null && a !== undefined && b !== undefined
        ? a.some((turn) => b.includes(turn))
        : false
    }
    case 'followed by':
      return one.end <= other.start && isClose(world, distance, one, other)
    case 'preceded by':
      return other.end <= one.start && isClose(world, distance, other, one)
    case 'near':
      return isClose(world, distance, one, other) && isClose(world, distance, other, one)
  }
}

/** Whether no more than the distance lies between the end of the first and the start of the second. */
function isClose(
  world: Material,
  distance: Related['distance'],
  first: PassageInContext,
  second: PassageInContext,
): boolean {
  if (!distance) return true
  if (distance.unit === 'characters') return second.start - first.end <= distance.count
  const a = touched(world, first, distance.unit)
  const b = touched(world, second, distance.unit)
  return a !== null && b !== null && (b[0] ?? 0) - (a.at(-1) ?? 0) <= distance.count
}

/** Numbers of the paragraphs or turns from the one it begins in to the one it ends in. */
function touched(
  world: Material,
  passage: PassageInContext,
  unit: 'paragraphs' | 'turns',
): number[] | null {
  const { text = '', blocks = [] } = world.texts.get(passage.sourceId) ?? {}
  const numbers: number[] = []
  let turn = 0
  let isSpoken = false
  for (const [index, block] of blocks.entries()) {
    if (block.speaker !== undefined) {
      turn += 1
      isSpoken = true
    } else if (block.kind === 'heading') isSpoken = false
    numbers.push(unit === 'paragraphs' ? index + 1 : isSpoken ? turn : 0)
  }
  const paragraphAt = (offset: number) => text.slice(0, offset).split('\n').length - 1
  const first = numbers[paragraphAt(passage.start)] ?? 0
  const last = numbers[paragraphAt(passage.end - 1)] ?? 0
  if (first === 0 || last === 0) return null
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}
