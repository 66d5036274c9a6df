import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyPart, type Question } from '../../shared/analysis/question/question.ts'
import type { Coding, PassageInContext } from '../../shared/model/entities.ts'
import '../support/seed.ts'
import { expectAnswers, expectCells } from './support/expect-answers.ts'
import { naiveAnswers, readMaterial, type Material } from './support/naive-answers.ts'
import { interview, send } from './support/pair.ts'
import type { TestEngine } from './support/project.ts'
import { Chance } from './support/random-questions.ts'
import { newRoundPair, type RoundPair } from './support/rounds.ts'

type Row = PassageInContext & { layer: string; createdBy: string }
interface Sight {
  me: string
  /** Whether all have closed, so that everybody sees everything. */
  isReleased: boolean
  isInRound: boolean
}

/** Everything in the file, and of it what may be seen at all, and what is in sight (domain, invariant 8). */
function lookInto(path: string, { roundId, sourceId }: RoundPair, sight: Sight) {
  const db = new Database(path, { readonly: true })
  const codings = db
    .prepare<[], Coding & { passageId: string }>(
      `SELECT id, passage_id passageId, code_id codeId, analyst_id analystId, layer, weight, created
       FROM codings`,
    )
    .all()
  const passages = db
    .prepare<[], Row>(
      `SELECT id, source_id sourceId, start, stop end, state, quote, layer, created_by createdBy
       FROM passages`,
    )
    .all()
  db.close()
  const isOpen = (layer: string) => layer === 'working' || layer === 'settled'
  const isAllowed = (layer: string, whose: string) =>
    isOpen(layer) || sight.isReleased || (layer === roundId && whose === sight.me)
  const isInSight = (layer: string, whose: string, at: string) =>
    isOpen(layer)
      ? !(sight.isInRound && at === sourceId)
      : sight.isInRound && layer === roundId && whose === sight.me
  const placeOf = new Map(passages.map((passage) => [passage.id, passage.sourceId]))
  const allowed = codings.filter(({ layer, analystId }) => isAllowed(layer, analystId))
  const seen = new Set(
    codings
      .filter(({ layer, analystId, passageId }) =>
        isInSight(layer, analystId, placeOf.get(passageId) ?? ''),
      )
      .map(({ id }) => id),
  )
  const withCodings = (some: readonly Row[]) =>
    some.map((passage) => ({
      ...passage,
      codings: allowed.filter(({ passageId }) => passageId === passage.id),
    }))
  return {
    seen,
    allowed: withCodings(passages.filter((one) => isAllowed(one.layer, one.createdBy))),
    inSight: withCodings(
      passages.filter((one) => isInSight(one.layer, one.createdBy, one.sourceId)),
    ),
  }
}

function randomLayered(
  chance: Chance,
  pair: RoundPair,
  codeIds: readonly string[],
  depth: number,
): Question {
  const inner = () => randomLayered(chance, pair, codeIds, depth - 1)
  if (depth === 0 || chance.happens(3))
    return {
      type: 'coded',
      ...(chance.happens(2) ? { codeIds: chance.some(codeIds) } : {}),
      ...(chance.happens(3) ? { analystIds: chance.some([pair.annaId, pair.boId]) } : {}),
      ...(chance.happens(2)
        ? { layer: chance.one([pair.roundId, 'working', 'settled', 'none']) }
        : {}),
    }
  if (chance.happens(4)) return { type: 'not', part: inner() }
  if (chance.happens(3)) return { type: 'related', how: 'overlapping', of: inner(), to: inner() }
  return { type: chance.one(['and', 'or'] as const), parts: [inner(), inner()] }
}

const isLayered = (question: Question) =>
  everyPart(question).some((part) => part.type === 'coded' && part.layer !== undefined)

test('A5 questions to layers, blind and opened, inside a round and outside, answer what may be seen', async () => {
  const found = { blind: 0, opened: 0 }
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const chance = new Chance(seed)
      const pair = await newRoundPair()
      const { sourceId, roundId } = pair
      const codeIds = [pair.codeId, (await pair.anna.do('codes.create', { name: 'frist' })).id]
      await send(pair, pair.anna, pair.bo)
      const code = async (engine: TestEngine) => {
        const start = chance.below(interview.length - 12)
        const end = start + 1 + chance.below(11)
        await engine.run('passages.code', { sourceId, start, end, codeIds: chance.some(codeIds) })
      }
      const codeSome = async (engine: TestEngine) => {
        for (let count = 0; count < 4; count++) await code(engine)
      }
      const check = async (who: 'anna' | 'bo', where: Omit<Sight, 'me'>) => {
        const engine = pair[who]
        const me = who === 'anna' ? pair.annaId : pair.boId
        const { seen, allowed, inSight } = lookInto(pair.paths[who], pair, { me, ...where })
        const known = await readMaterial(engine)
        const worldOf = (question: Question): Material => ({
          ...{ ...known, inSight: seen },
          passages: isLayered(question) ? allowed : inSight,
        })
        for (let count = 0; count < 25; count++) {
          const question = randomLayered(chance, pair, codeIds, 2)
          const told = `${who} ${JSON.stringify([where, question])}`
          const { items } = await expectAnswers(engine, worldOf(question), question, told)
          found[where.isReleased ? 'opened' : 'blind'] += isLayered(question) ? items.length : 0
        }
        for (const scope of [undefined, { type: 'coded' as const, layer: roundId }]) {
          const table = await engine.get('analysis.matrix', {
            ...{ rows: { by: 'codes' }, columns: { by: 'analysts' }, scope },
          })
          const count = (question: Question) => naiveAnswers(worldOf(question), question).length
          expectCells(table, count, scope)
        }
      }
      await codeSome(pair.anna)
      for (const who of ['anna', 'bo'] as const) {
        await pair[who].do('rounds.enter', { roundId })
        await codeSome(pair[who])
        await check(who, { isReleased: false, isInRound: true })
        await pair[who].do('rounds.enter', { roundId: null })
        await check(who, { isReleased: false, isInRound: false })
      }
      for (const who of ['anna', 'bo'] as const) await pair[who].do('rounds.close', { roundId })
      await send(pair, pair.bo, pair.anna)
      await send(pair, pair.anna, pair.bo)
      for (const who of ['anna', 'bo'] as const)
        await check(who, { isReleased: true, isInRound: false })
    }),
    { numRuns: 2 },
  )
  expect(Math.min(found.blind, found.opened)).toBeGreaterThan(20)
})
