import { codeWords, newPair, send, type Pair } from './pair.ts'
import type { TestEngine } from './project.ts'

export interface RoundPair extends Pair {
  roundId: string
  annaId: string
  boId: string
}

/** Anna and Bo, each at an own device, with a round in the one interview that both know of. */
export async function newRoundPair(
  fields: { isBlind?: boolean; codeIds?: string[] } = {},
): Promise<RoundPair> {
  const pair = await newPair()
  await send(pair, pair.bo, pair.anna)
  const annaId = (await pair.anna.get('project.info', {})).analystId
  const boId = (await pair.bo.get('project.info', {})).analystId
  const { id: roundId } = await pair.anna.do('rounds.create', {
    name: 'Runde 1',
    sourceIds: [pair.sourceId],
    analystIds: [annaId, boId],
    isBlind: fields.isBlind ?? true,
    codeIds: fields.codeIds ?? null,
  })
  await send(pair, pair.anna, pair.bo)
  return { ...pair, roundId, annaId, boId }
}

/** Codes words in the round, as one who enters it and leaves it again. */
export async function codeInRound(
  { sourceId, codeId, roundId }: RoundPair,
  engine: TestEngine,
  words: string,
  code = codeId,
): Promise<string> {
  await engine.do('rounds.enter', { roundId })
  const passageId = await codeWords(engine, sourceId, words, code)
  await engine.do('rounds.enter', { roundId: null })
  return passageId
}

/** The quotes of codings that a query shows, in the order of the text. */
export async function quotes(
  engine: TestEngine,
  args: { sourceId: string; layer?: string; view?: 'mine' | 'partner' | 'differences' | 'settled' },
): Promise<string[]> {
  const { items } = await engine.get('codings.list', args)
  return items.map(({ quote }) => quote)
}
