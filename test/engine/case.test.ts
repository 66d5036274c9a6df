import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { QueryName, QueryOutput } from '../../shared/contract/index.ts'
import { mapFormats, tableFormats } from '../../shared/contract/tables.ts'
import { lineFinder, readCase, type Case, type Lines } from './support/case.ts'
import { enterCase, variantsOf } from './support/case-enter.ts'
import { stepKey } from './support/case-enter-links.ts'
import { pairsOf, Script, targetOf, textNamed, textsOf, thingNamed } from './support/case-script.ts'
import { standpoint, standpointJson as json } from './support/command-line.ts'
import { corpusPath } from './support/corpus.ts'
import { temporaryFolder } from './support/project.ts'

interface Entered {
  found: Case
  file: string
  folder: string
  script: Script
  words: (lines: Lines) => string
  figure: { steps: string[]; merged: string[] }
}

/** The case in a project file, entered with the command line alone; null where there is no case here. */
async function entered(): Promise<Entered | null> {
  const corpus = corpusPath()
  const found = readCase()
  if (corpus === null || found === null) return null
  const folder = temporaryFolder()
  const file = join(folder, 'case.standpoint')
  await json(['new', file, '--title', 'Job specialists', '--analyst', 'Anna'])
  const { items } = await json<{ items: { id: string }[] }>([
    'import',
    file,
    corpus,
    '--kind',
    'document',
    '--reflow',
    'off',
  ])
  const sourceId = items[0]?.id ?? ''
  const { text } = await json<{ text: string }>(['show', file, 'source', sourceId, '--text'])
  const at = lineFinder(readFileSync(corpus, 'utf8'), text)
  const place = (lines: Lines) => {
    const { start, end } = at(lines)
    return { sourceId, start, end }
  }
  const script = new Script(standpoint, file, folder)
  const figure = stepsOfFigure(found.figure.map((lines) => at(lines).words).join(' '))
  await enterCase({ found, sourceId, script, place, figure })
  return { found, file, folder, script, words: (lines) => at(lines).words, figure }
}

/** The steps that the thesis names in the description of its figure, and those it puts together. */
function stepsOfFigure(description: string): { steps: string[]; merged: string[] } {
  const plain = description.replaceAll(/\s+/g, ' ')
  const [, list = ''] = /nemlig (.*?)\. I /.exec(plain) ?? []
  const steps = list.split(/, | og (?=måling)/)
  const [, together = ''] = /sette sammen (.*?) til et/.exec(plain) ?? []
  return { steps, merged: [...together.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name) }
}

test('the case of the job specialists is entered through run and read back whole', async () => {
  const made = await entered()
  if (made === null) return
  const { found, file, script } = made
  expect(found.edges).toHaveLength(16)
  expect(found.clauses).toHaveLength(8)
  expect(found.conflicts.map(({ id }) => id)).toEqual(['C1', 'C3', 'C7', 'C12'])
  expect(found.steps).toHaveLength(19)
  expect(made.figure.steps).toHaveLength(7)
  expect(made.figure.merged).toHaveLength(3)
  const ask = <N extends QueryName>(name: N, args: object = {}) =>
    json<QueryOutput<N>>(['query', file, name, JSON.stringify(args)])
  const list = async <N extends QueryName>(what: string, _query: N) =>
    (await json<QueryOutput<N>>(['list', file, what])) as QueryOutput<N>

  const quotes = new Map(
    (await list('passages', 'passages.list')).items.map(({ id, quote }) => [id, quote]),
  )
  const claims = (await ask('claims.list')).items
  /** What the evidence of a thing says, in the words of the corpus. */
  const evidenceOf = (id: string, stance = 'supports') =>
    claims
      .filter((claim) => claim.about.id === id && claim.stance === stance)
      .map(({ passageIds, basis, problem }) => ({
        basis,
        problem,
        quotes: passageIds.map((passage) => quotes.get(passage)),
      }))
  const cited = (lines: readonly Lines[]) => [
    { basis: 'literature', problem: '', quotes: lines.map(made.words) },
  ]

  const texts = (await list('texts', 'texts.list')).items
  const expectedTexts = textsOf(found)
  expect(texts).toHaveLength(expectedTexts.length + 1)
  for (const { title, names } of expectedTexts) {
    const text = texts.find((each) => each.title === title)
    expect(text, title).toMatchObject({ status: 'mentioned' })
    expect([title, ...(text?.aliases ?? [])]).toEqual(expect.arrayContaining(names))
  }

  const clauses = (await list('clauses', 'clauses.list')).items
  for (const { text, wording, lines } of found.clauses) {
    const clause = clauses.find((each) => each.id === script.id(`clause:${text}: ${wording}`))
    expect(clause).toMatchObject({
      textTitle: textNamed(text),
      wording,
      target: targetOf(wording),
    })
    expect(quotes.get(clause?.passageId ?? '')).toBe(lines.map(made.words).join(' '))
  }
  const numbers = clauses.flatMap(({ target }) =>
    target ? [`${target.value} ${target.unit}`] : [],
  )
  expect(numbers).toEqual(
    expect.arrayContaining(['65 % time out of office', '40 % time out of office']),
  )

  const links = (await list('links', 'links.list')).items
  let edges = 0
  for (const edge of found.edges) {
    for (const { from, to } of pairsOf(edge)) {
      const link = links.find(({ id }) => id === script.id(`link:${edge.id}: ${from} to ${to}`))
      expect(link, `${edge.id} ${from} ${to}`).toMatchObject({
        relationName: edge.relation,
        from: { type: thingNamed(from).type, id: script.id(thingNamed(from).key) },
        to: { type: thingNamed(to).type, id: script.id(thingNamed(to).key) },
        state: 'supported',
        passages: edge.lines.length,
      })
      expect(evidenceOf(link?.id ?? '')).toEqual(cited(edge.lines))
      edges += 1
    }
  }
  const noBasis = links.filter(({ state }) => state === 'unsupported')
  expect(noBasis).toMatchObject([
    { relation: 'mandates', note: 'no formal basis found: a finding' },
  ])
  const conflicts = links.filter(({ relation }) => relation === 'conflicts with')
  expect(links).toHaveLength(edges + noBasis.length + conflicts.length)
  expect(conflicts.map(({ state }) => state).toSorted()).toEqual([
    'contradicted',
    'contradicted',
    'supported',
    'supported',
    'supported',
  ])
  for (const { id, sides, wording } of found.conflicts) {
    const between = links.filter(({ note }) => note === wording)
    for (const link of between) {
      expect(evidenceOf(link.id)).toEqual(cited(sides[0] ?? []))
      if (link.state === 'contradicted') {
        expect(evidenceOf(link.id, 'contradicts')).toEqual(cited(sides[0] ?? []))
      }
    }
    if (between.length > 0) continue
    const disjunctures = (await list('disjunctures', 'disjunctures.list')).items
    const disjuncture = disjunctures.find(({ title }) => title === id)
    expect(disjuncture).toMatchObject({ isEvidenced: true })
    expect(disjuncture?.sideAPassageIds.map((each) => quotes.get(each))).toEqual(
      (sides[0] ?? []).map(made.words),
    )
    expect(disjuncture?.sideBPassageIds.map((each) => quotes.get(each))).toEqual(
      (sides[1] ?? []).map(made.words),
    )
  }

  const actors = (await list('actors', 'actors.list')).items
  const sites = (await list('sites', 'sites.list')).items
  for (const { name, informants } of found.offices) {
    const site = sites.find((each) => each.name === name)
    expect(
      actors
        .filter(({ siteId }) => siteId === site?.id)
        .map((actor) => `${actor.name} ${actor.note}`),
    ).toEqual(informants.map((informant) => `${informant.name} ${informant.service}`))
  }
  expect(found.offices.flatMap(({ informants }) => informants)).toHaveLength(10)

  const { items: steps } = await ask('steps.list', { merged: true })
  const nameOf = new Map([
    ...texts.map(({ id, title }) => [id, title] as const),
    ...actors.map(({ id, name }) => [id, name] as const),
  ])
  for (const step of found.steps) {
    for (const variant of variantsOf(step)) {
      const one = steps.find(({ id }) => id === script.id(stepKey(step.id, variant)))
      expect(one, step.id).toMatchObject({
        action: step.action,
        note: step.wording,
        state: 'supported',
      })
      expect(one?.textInIds.map((id) => nameOf.get(id))).toEqual(step.textsIn.map(textNamed))
      expect(one?.textOutIds.map((id) => nameOf.get(id))).toEqual(step.textsOut.map(textNamed))
      expect(one?.actorIds).not.toHaveLength(0)
      expect(evidenceOf(one?.id ?? '')).toEqual(cited(step.lines))
    }
  }
  const merged = steps.filter(({ mergedIntoId }) => mergedIntoId !== null)
  expect(merged.map(({ action }) => action)).toEqual(made.figure.merged.slice(1))
  const flows = (await list('flows', 'flows.list')).items
  expect(new Set(flows.map(({ kind }) => kind))).toEqual(
    new Set(['then', 'parallel', 'loop', 'branch', 'builds on']),
  )
  const branches = found.steps.flatMap((step) => step.branches)
  expect(branches).toHaveLength(2)
  expect(flows.filter(({ kind }) => kind === 'branch').map(({ condition }) => condition)).toEqual(
    branches,
  )

  const above = await ask('hierarchy.get', {
    focus: { type: 'text', id: script.id('text:Kvalitetsveileder') },
    up: 1,
    down: 0,
    relations: ['derives from'],
  })
  expect(above.nodes.map(({ label }) => label).toSorted()).toEqual(
    ['EUSE', 'IPS fidelity scale', 'Kvalitetsveileder', 'five-step process'].toSorted(),
  )
  const { items: ways } = await ask('hierarchy.paths', {
    from: { type: 'text', id: script.id('text:Three Cups of Tea') },
    to: { type: 'step', id: script.id('step:S12') },
  })
  expect(ways[0]?.labels).toHaveLength(3)
  const compared = await ask('processes.compare', {
    processIds: [script.id('process:UO'), script.id('process:IPS')],
  })
  const lacking = compared.rows.filter(({ stepIds }) => stepIds.includes(null))
  expect(lacking.length).toBeLessThan(compared.rows.length)

  await exportsAreWhole(made, {
    texts: texts.length,
    // A row for each claim, and one for what has none.
    links: claims.filter(({ about }) => about.type === 'link').length + noBasis.length,
    clauses: clauses.length,
    flows: flows.length,
  })
  expect(await json(['check', file, '--rebuild'])).toMatchObject({ clean: true, problems: [] })
})

/** Every table and every map in every format, with as many rows as the query has things. */
async function exportsAreWhole(
  { file, folder, script, found }: Entered,
  counts: { texts: number; links: number; clauses: number; flows: number },
): Promise<void> {
  const out = join(folder, 'out')
  mkdirSync(out)
  const tables = {
    inventory: counts.texts,
    links: counts.links,
    clauses: counts.clauses,
    flows: counts.flows,
    steps: -1,
    disjunctures: 1,
  }
  for (const [table, rows] of Object.entries(tables)) {
    // Each format of each table is written in tables.test.ts; here the command line is.
    for (const format of table === 'clauses' ? tableFormats : ['csv']) {
      const path = join(out, `${table}.${format}`)
      const written = await json<{ rows: number; bytes: number }>([
        'export',
        file,
        table,
        '--format',
        format,
        '-o',
        path,
      ])
      expect(written.bytes).toBe(statSync(path).size)
      if (rows >= 0) expect(written.rows, `${table} ${format}`).toBe(rows)
    }
  }
  const linkTable = readFileSync(join(out, 'links.csv'), 'utf8')
  for (const edge of found.edges) expect(linkTable).toContain(edge.relation)
  const stepTable = readFileSync(join(out, 'steps.csv'), 'utf8')
  for (const step of found.steps) expect(stepTable).toContain(step.action)
  const clauseTable = readFileSync(join(out, 'clauses.md'), 'utf8')
  for (const clause of found.clauses) expect(clauseTable).toContain(clause.wording)
  for (const map of ['figure', 'services', 'hierarchy']) {
    for (const format of map === 'figure' ? mapFormats : ['dot']) {
      const path = join(out, `${map}.${format}`)
      const words = [
        'export',
        file,
        'map',
        '--map',
        script.id(`map:${map}`),
        '--format',
        format,
        '-o',
        path,
      ]
      const written = await json<{ nodes: number; edges: number }>(words)
      expect(written.nodes, map).toBeGreaterThan(5)
      expect(written.edges, map).toBeGreaterThan(3)
    }
  }
  const drawn = readFileSync(join(out, 'hierarchy.dot'), 'utf8')
  for (const { title } of textsOf(found)) {
    const isLinked = found.edges.some((edge) =>
      pairsOf(edge).some(({ from, to }) =>
        [from, to].some((name) => thingNamed(name).key === `text:${title}`),
      ),
    )
    if (isLinked) expect(drawn).toContain(title)
  }
}
