import { expect } from 'vitest'
import type { TestEngine } from './project.ts'

/** Invariants 1, 7, 10 and 12 of the domain, asked of the engine as anybody can ask. */
export async function expectInvariants(engine: TestEngine): Promise<void> {
  const { sources, codings } = await quotesEqualTexts(engine)
  await countsAgree(engine, sources, codings)
  const check = await engine.get('project.check', { rebuild: true })
  expect(check.problems).toEqual([])
  expect(check.clean).toBe(true)
}

async function quotesEqualTexts(engine: TestEngine) {
  const { items: sources } = await engine.get('sources.list', {})
  const { items: passages } = await engine.get('passages.list', {})
  const { items: codings } = await engine.get('codings.list', {})
  const texts = new Map<string, string>()
  const bySource = Map.groupBy(passages, ({ sourceId }) => sourceId)
  for (const source of sources) {
    const body = await engine.get('sources.text', { sourceId: source.id })
    texts.set(source.id, body.text)
    expect(body.text.endsWith('\n')).toBe(true)
    expect(body.blocks).toHaveLength(body.text.split('\n').length - 1)
    expect(body.text.isWellFormed()).toBe(true)
    const { items } = await engine.get('sources.passages', { sourceId: source.id })
    const listed = bySource.get(source.id) ?? []
    expect(items.map((item) => item.id).sort()).toEqual(listed.map((item) => item.id).sort())
  }
  for (const passage of passages) {
    const text = texts.get(passage.sourceId)
    expect(text).toBeDefined()
    if (passage.state === 'lost') continue
    expect(text?.slice(passage.start, passage.end)).toBe(passage.quote)
    expect(passage.quote).not.toBe('')
    expect(text?.slice(0, passage.start).endsWith(passage.before)).toBe(true)
    expect(text?.slice(passage.end).startsWith(passage.after)).toBe(true)
  }
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  for (const coding of codings) {
    const passage = byId.get(coding.passageId)
    expect(passage).toMatchObject({ start: coding.start, end: coding.end, quote: coding.quote })
  }
  return { sources, codings }
}

async function countsAgree(
  engine: TestEngine,
  sources: { id: string; codings: number }[],
  codings: { codeId: string; sourceId: string; passageId: string }[],
): Promise<void> {
  const { items: codes } = await engine.get('codes.list', {})
  const byCode = Map.groupBy(codings, ({ codeId }) => codeId)
  const bySource = Map.groupBy(codings, ({ sourceId }) => sourceId)
  for (const code of codes) {
    const own = byCode.get(code.id) ?? []
    expect(code.codings).toBe(own.length)
    expect(code.sources).toBe(new Set(own.map((coding) => coding.sourceId)).size)
    const { total } = await engine.get('passages.list', { codeId: code.id })
    expect(total).toBe(new Set(own.map((coding) => coding.passageId)).size)
  }
  for (const source of sources) {
    expect(source.codings).toBe(bySource.get(source.id)?.length ?? 0)
  }
  const codeIds = new Set(codes.map((code) => code.id))
  for (const coding of codings) expect(codeIds.has(coding.codeId)).toBe(true)
  const counts = await engine.get('project.counts', {})
  expect(counts.codings).toBe(codings.length)
  expect(counts.passages).toBe(new Set(codings.map((coding) => coding.passageId)).size)
  expect(counts.codes).toBe(codes.length)
  expect(counts.sources).toBe(sources.length)
  const { items: listed, total } = await engine.get('codings.list', {})
  expect(total).toBe(listed.length)
}
