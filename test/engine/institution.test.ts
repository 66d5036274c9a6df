import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newProject, newSource, temporaryFolder, type TestEngine } from './support/project.ts'

/** A law that is in the project, a guide that is not, and an interview. */
async function newSetting() {
  const engine = await newProject()
  const law = await newSource(engine, 'Paragraf 5\nOppfølgingen kan vare i seks måneder.\n')
  const interview = await engine.do('sources.importText', {
    title: 'Kari',
    text: 'I: Hva styrer dere etter?\nKari: Veilederen sier førti prosent.\nI: Følger dere den?\nKari: Vi hopper over det når det haster.\n',
  })
  const lov = await engine.do('texts.create', {
    title: 'Loven',
    level: 'stat',
    rank: 0,
    status: 'read',
    sourceIds: [law],
  })
  const veileder = await engine.do('texts.create', { title: 'Veilederen', level: 'direktorat' })
  const said = await place(engine, interview.items[0]?.sourceIds[0] ?? '', 'Veilederen sier')
  return { engine, law, interview: interview.items[0]?.sourceIds[0] ?? '', lov, veileder, said }
}

async function place(engine: TestEngine, sourceId: string, words: string) {
  const { text } = await engine.get('sources.text', { sourceId })
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { sourceId, start, end: start + words.length }
}

const textEnd = (id: string) => ({ type: 'text' as const, id })

describe('evidence', () => {
  test('E1 E3 claims for and against a link stand side by side', async () => {
    const { engine, law, lov, veileder, said } = await newSetting()
    const link = await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'mandates',
      to: textEnd(veileder.id),
    })
    expect(link.state).toBe('unsupported')
    const about = { type: 'link' as const, id: link.id }
    await engine.do('claims.create', {
      about,
      basis: 'the text says',
      passages: [await place(engine, law, 'Oppfølgingen')],
    })
    await engine.do('claims.create', {
      about,
      basis: 'an informant says',
      stance: 'contradicts',
      passages: [said],
      note: 'hun tror noe annet',
    })
    const [after] = (await engine.get('links.list', {})).items
    expect(after).toMatchObject({ state: 'contradicted', supports: 1, contradicts: 1, passages: 2 })
    expect((await engine.get('claims.list', { about })).items).toHaveLength(2)
    await engine.do('history.undo', {})
    expect((await engine.get('links.list', {})).items[0]?.state).toBe('supported')
  })

  test('E2 a basis that its passage does not bear is refused', async () => {
    const { engine, law, lov, veileder, said } = await newSetting()
    const ends = { from: textEnd(lov.id), relation: 'mandates', to: textEnd(veileder.id) }
    const inLaw = await place(engine, law, 'Paragraf')
    const cases = [
      [{ basis: 'the text says' as const, passages: [said] }, 'claim.textNotLinked'],
      [{ basis: 'the text says' as const }, 'claim.needsPassage'],
      [{ basis: 'an informant says' as const, passages: [inLaw] }, 'claim.noSpeaker'],
    ] as const
    for (const [item, code] of cases) {
      const refused = await engine.refusal('links.create', {
        ...ends,
        evidence: [{ ...item, passages: 'passages' in item ? [...item.passages] : [] }],
      })
      expect(refused.code).toBe(code)
    }
    expect((await engine.get('links.list', {})).items).toEqual([])
  })

  test('E2 a claim whose source is no longer linked stays and says why it does not count', async () => {
    const { engine, law, lov, veileder } = await newSetting()
    await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'mandates',
      to: textEnd(veileder.id),
      evidence: [{ basis: 'the text says', passages: [await place(engine, law, 'Paragraf')] }],
    })
    await engine.do('texts.update', { textIds: [lov.id], sourceIds: [] })
    const [claim] = (await engine.get('claims.list', {})).items
    expect(claim?.problem).toBe('not in a source of the text')
    expect((await engine.get('links.list', {})).items[0]?.state).toBe('unsupported')
  })

  test('E3 what rests on our inference alone says so', async () => {
    const { engine, lov, veileder } = await newSetting()
    const link = await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'frames',
      to: textEnd(veileder.id),
      evidence: [{ basis: 'we infer' }],
    })
    expect(link).toMatchObject({ state: 'supported', inferred: true })
  })

  test('E4 a passage that a claim rests on stays when it is uncoded', async () => {
    const { engine, lov, veileder, said } = await newSetting()
    const code = await engine.do('codes.create', { name: 'styring' })
    const coded = await engine.do('passages.code', { ...said, codeId: code.id })
    await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'mandates',
      to: textEnd(veileder.id),
      evidence: [{ basis: 'an informant says', passages: [{ passageId: coded.passageId }] }],
    })
    await engine.do('codings.delete', { codingIds: coded.codingIds })
    const kept = await engine.get('passages.get', { passageId: coded.passageId })
    expect(kept.quote).toBe('Veilederen sier')
  })
})

describe('the graph', () => {
  test('G2 supersedes has no cycle, other relations may', async () => {
    const { engine, lov, veileder } = await newSetting()
    const [a, b] = [textEnd(lov.id), textEnd(veileder.id)]
    await engine.do('links.create', { from: a, relation: 'supersedes', to: b })
    const refused = await engine.refusal('links.create', { from: b, relation: 'supersedes', to: a })
    expect(refused.code).toBe('link.supersedesCycle')
    await engine.do('links.create', { from: a, relation: 'frames', to: b })
    await engine.do('links.create', { from: b, relation: 'frames', to: a })
    expect((await engine.get('circuits.find', {})).items.length).toBeGreaterThan(0)
  })

  test('G3 what hangs on a deleted text is there again after undo', async () => {
    const { engine, lov, veileder } = await newSetting()
    await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'mandates',
      to: textEnd(veileder.id),
    })
    await engine.do('clauses.create', { textId: veileder.id, locator: '4.2', wording: '40 %' })
    await engine.do('texts.delete', { textIds: [veileder.id] })
    expect((await engine.get('links.list', {})).items).toEqual([])
    expect((await engine.get('clauses.list', {})).items).toEqual([])
    await engine.do('history.undo', {})
    expect((await engine.get('links.list', {})).items).toHaveLength(1)
    expect((await engine.get('clauses.list', {})).items).toHaveLength(1)
  })

  test('G4 ranks follow the links; a given rank stands', async () => {
    const { engine, lov, veileder } = await newSetting()
    const form = await engine.do('texts.create', { title: 'Skjema', replicable: 'template' })
    await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'mandates',
      to: textEnd(veileder.id),
    })
    await engine.do('links.create', {
      from: textEnd(form.id),
      relation: 'derives from',
      to: textEnd(veileder.id),
    })
    const rank = async () =>
      Object.fromEntries(
        (await engine.get('hierarchy.get', {})).nodes.map((node) => [node.label, node.rank]),
      )
    expect(await rank()).toEqual({ Loven: 0, Veilederen: 1, Skjema: 2 })
    await engine.do('texts.update', { textIds: [veileder.id], rank: 4 })
    expect(await rank()).toEqual({ Loven: 0, Veilederen: 4, Skjema: 5 })
    const focus = await engine.get('hierarchy.get', { focus: textEnd(form.id), up: 1, down: 0 })
    expect(focus.nodes.map((node) => node.label).toSorted()).toEqual(['Skjema', 'Veilederen'])
    const paths = await engine.get('hierarchy.paths', {
      from: textEnd(form.id),
      to: textEnd(lov.id),
    })
    expect(paths.items.map((path) => path.labels)).toEqual([['Loven', 'Veilederen', 'Skjema']])
  })

  test('G6 a code and the text it stands for have one name', async () => {
    const { engine, veileder } = await newSetting()
    const code = await engine.do('codes.create', {
      name: 'Veilederen',
      entity: { type: 'text', id: veileder.id },
    })
    expect(code.kind).toBe('text')
    await engine.do('texts.update', { textIds: [veileder.id], title: 'Kvalitetsveilederen' })
    expect((await engine.get('codes.get', { codeId: code.id })).name).toBe('Kvalitetsveilederen')
    await engine.do('codes.update', { codeIds: [code.id], name: 'Veileder 2016' })
    expect((await engine.get('texts.get', { textId: veileder.id })).title).toBe('Veileder 2016')
    await engine.do('history.undo', {})
    expect((await engine.get('texts.get', { textId: veileder.id })).title).toBe(
      'Kvalitetsveilederen',
    )
  })

  test('G7 merging two records of one text moves what speaks of them', async () => {
    const { engine, lov, veileder, said } = await newSetting()
    const twin = await engine.do('texts.create', { title: 'DM2', aliases: ['D2'] })
    await engine.do('links.create', {
      from: textEnd(lov.id),
      relation: 'mandates',
      to: textEnd(twin.id),
    })
    await engine.do('activations.create', { at: said, textId: twin.id, mode: 'cites' })
    await engine.do('texts.merge', { textIds: [twin.id], intoId: veileder.id })
    const after = await engine.get('texts.get', { textId: veileder.id })
    expect(after).toMatchObject({ aliases: ['DM2', 'D2'], links: 1, activations: 1 })
    await engine.do('history.undo', {})
    expect((await engine.get('texts.get', { textId: twin.id })).activations).toBe(1)
  })

  test('G7 merged steps are kept below the one they went into, their flows and evidence with it', async () => {
    const { engine, said } = await newSetting()
    const process = await engine.do('processes.create', { name: 'Oppfølging' })
    const step = (action: string) =>
      engine.do('steps.create', {
        processId: process.id,
        action,
        evidence: [{ basis: 'an informant says', passages: [said] }],
      })
    const [first, second, third] = [
      await step('ringer'),
      await step('skriver'),
      await step('møter'),
    ]
    await engine.do('flows.create', { fromId: second.id, toId: third.id })
    await engine.do('steps.merge', { stepIds: [second.id], intoId: first.id })
    const { items } = await engine.get('steps.list', { processId: process.id })
    expect(items.map((each) => each.action)).toEqual(['ringer', 'møter'])
    expect(items[0]).toMatchObject({ supports: 2, passages: 1 })
    expect((await engine.get('flows.list', {})).items[0]).toMatchObject({
      fromId: first.id,
      toId: third.id,
    })
    const all = await engine.get('steps.list', { processId: process.id, merged: true })
    expect(all.items.find((each) => each.id === second.id)?.mergedIntoId).toBe(first.id)
  })

  test('G8 what is taken off a map is still there', async () => {
    const { engine } = await newSetting()
    const process = await engine.do('processes.create', { name: 'Oppfølging' })
    const step = await engine.do('steps.create', { processId: process.id, action: 'ringer' })
    const map = await engine.do('maps.create', { name: 'Kart', processIds: [process.id] })
    const ref = { type: 'step' as const, id: step.id }
    await engine.do('maps.place', { mapId: map.id, nodes: [{ ref, x: 40, y: 50 }] })
    await engine.do('maps.remove', { mapId: map.id, refs: [ref] })
    expect((await engine.get('maps.get', { mapId: map.id })).nodes).toEqual([])
    expect((await engine.get('steps.list', {})).items).toHaveLength(1)
    await engine.do('history.undo', {})
    expect((await engine.get('maps.get', { mapId: map.id })).nodes).toEqual([{ ref, x: 40, y: 50 }])
  })
})

describe('while reading', () => {
  test('a clause is made from a selection in the text that holds it', async () => {
    const { engine, law, interview, lov, said } = await newSetting()
    const at = await place(engine, law, 'Oppfølgingen kan vare i seks måneder.')
    const clause = await engine.do('clauses.create', {
      at,
      locator: '§ 5',
      target: { comparison: 'at most', value: 60, unit: 'måneder' },
    })
    await engine.do('clauses.update', { clauseId: clause.id, target: { value: 6 } })
    expect(clause).toMatchObject({
      textId: lov.id,
      wording: 'Oppfølgingen kan vare i seks måneder.',
    })
    expect((await engine.refusal('clauses.create', { at: said })).code).toBe('clause.noText')
    const skips = await place(engine, interview, 'hopper over')
    await engine.do('activations.create', {
      at: skips,
      clauseId: clause.id,
      mode: 'from memory',
      stance: 'skips',
    })
    const table = await engine.get('tables.get', { table: 'clauses', language: 'nb' })
    expect(table.columns.map((column) => column.label)).toContain('Kari, Kari')
    expect(table.rows[0]?.cells.slice(0, 4)).toEqual([
      'Loven',
      '§ 5',
      'Oppfølgingen kan vare i seks måneder.',
      'høyst 6 måneder',
    ])
    expect(table.rows[0]?.cells.at(-1)).toMatch(/^hopper over \d+:\d+$/)
  })

  test('terms are found as whole words, and what they mean here is kept', async () => {
    const { engine, interview } = await newSetting()
    await engine.do('codes.create', { name: 'etter veilederen' })
    const term = await engine.do('terms.create', { term: 'veilederen' })
    const { items } = await engine.get('terms.marks', { sourceId: interview })
    expect(items).toHaveLength(1)
    const { start = 0, end = 0 } = items[0] ?? {}
    await engine.do('termUses.create', {
      at: { sourceId: interview, start, end },
      termId: term.id,
      meaning: 'et tall hun skal nå',
    })
    const uses = await engine.get('terms.occurrences', { termId: term.id })
    expect(uses.items).toMatchObject([{ meaning: 'et tall hun skal nå', speaker: 'Kari' }])
    expect(uses.codes.map((code) => code.name)).toEqual(['etter veilederen'])
    const here = await engine.get('termUses.list', { sourceId: interview })
    expect(here.items).toMatchObject([
      { term: 'veilederen', meaning: 'et tall hun skal nå', start, end },
    ])
  })

  test('standing questions are reworded, added, taken away and answered', async () => {
    const { engine, said } = await newSetting()
    await engine.do('questions.update', { questionId: 'work', text: 'Hva gjør de?' })
    await engine.do('questions.delete', { questionIds: ['linked'] })
    const own = await engine.do('questions.create', { text: 'Hvem taper på det?' })
    const { items } = await engine.get('questions.list', {})
    expect(items.map((question) => question.id)).toEqual(['work', 'driven', 'institution', own.id])
    await engine.do('answers.create', { at: said, questionId: own.id })
    const coverage = await engine.get('questions.coverage', {})
    expect(coverage.items.map((source) => source.answers[own.id])).toEqual([0, 1])
  })

  test('a disjuncture lacks evidence until both sides have a passage', async () => {
    const { engine, law, said } = await newSetting()
    const made = await engine.do('disjunctures.create', {
      title: 'Tid',
      sideA: 'seks måneder',
      sideAPassages: [await place(engine, law, 'seks måneder')],
      sideB: 'så lenge det trengs',
    })
    expect(made.isEvidenced).toBe(false)
    await engine.do('disjunctures.update', { disjunctureId: made.id, sideBPassages: [said] })
    expect((await engine.get('disjunctures.list', {})).items[0]?.isEvidenced).toBe(true)
  })
})

test('variants of a process correspond step by step, and say in what they differ', async () => {
  const { engine, veileder } = await newSetting()
  const general = await engine.do('processes.create', { name: 'Oppfølging', variant: 'UO' })
  await engine.do('steps.create', { processId: general.id, action: 'henviser' })
  await engine.do('steps.create', { processId: general.id, action: 'møtes' })
  const other = await engine.do('processes.create', {
    name: 'Oppfølging',
    variant: 'IPS',
    fromId: general.id,
  })
  const { items } = await engine.get('steps.list', { processId: other.id })
  const [first, second] = items
  await engine.do('steps.update', { stepId: first?.id ?? '', textInIds: [veileder.id] })
  await engine.do('steps.delete', { stepIds: [second?.id ?? ''] })
  const { rows } = await engine.get('processes.compare', { processIds: [general.id, other.id] })
  expect(rows.map((row) => row.differs)).toEqual([['texts in'], []])
  expect(rows[1]?.stepIds[1]).toBeNull()
})

test('the register goes out as a table and comes in again, in either language', async () => {
  const { engine, veileder } = await newSetting()
  await engine.do('texts.update', {
    textIds: [veileder.id],
    aliases: ['DM2', 'D2'],
    status: 'sought, not found',
    issuer: '=Direktoratet',
  })
  const folder = temporaryFolder()
  for (const [language, format] of [
    ['nb', 'csv'],
    ['en', 'xlsx'],
  ] as const) {
    const path = join(folder, `register.${format}`)
    await engine.do('export.table', { table: 'inventory', language, format, path })
    const fresh = await newProject()
    expect(await fresh.do('texts.import', { path })).toMatchObject({ created: 2, kept: 0 })
    expect(await fresh.do('texts.import', { path })).toMatchObject({ created: 0, kept: 2 })
    const { items } = await fresh.get('texts.list', {})
    expect(items.find((text) => text.title === 'Veilederen')).toMatchObject({
      aliases: ['DM2', 'D2'],
      status: 'sought, not found',
      level: 'direktorat',
    })
  }
  const wrong = join(folder, 'wrong.csv')
  writeFileSync(wrong, 'a,b\n1,2\n')
  expect((await engine.refusal('texts.import', { path: wrong })).code).toBe(
    'exchange.unknownColumns',
  )
})

test('where a thing is used is told in the words of the reader', async () => {
  const { engine, lov, veileder } = await newSetting()
  const { id: processId } = await engine.do('processes.create', { name: 'Oppfølging' })
  const step = (action: string) => engine.do('steps.create', { processId, action })
  const [first, second] = [await step('ringer'), await step('skriver')]
  await engine.do('links.create', {
    from: textEnd(lov.id),
    relation: 'mandates',
    to: textEnd(veileder.id),
  })
  await engine.do('flows.create', { fromId: first.id, toId: second.id, kind: 'loop' })
  const told = async (thing: { type: 'text' | 'step'; id: string }, language: 'en' | 'nb') =>
    (await engine.get('things.uses', { thing, language })).items.map(({ label }) => label)
  expect(await told(textEnd(lov.id), 'en')).toEqual(['Loven mandates Veilederen'])
  expect(await told(textEnd(lov.id), 'nb')).toEqual(['Loven pålegger Veilederen'])
  expect(await told({ type: 'step', id: first.id }, 'nb')).toEqual(['ringer → skriver (sløyfe)'])
})
