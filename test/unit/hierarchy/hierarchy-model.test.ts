import { expect, test } from 'vitest'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import { legendEntries } from '../../../shared/analysis/map/map-model.ts'
import type { LegendEntry } from '../../../shared/analysis/map/map-model.ts'
import { hierarchyModel, waysOf } from '../../../renderer/texts/hierarchy/hierarchy-model.ts'
import type { Hierarchy } from '../../../renderer/texts/hierarchy/hierarchy-model.ts'
import { stepFrom } from '../../../renderer/texts/hierarchy/walk.ts'
import type { Relations } from '../../../renderer/texts/links/relations.ts'

type Node = Hierarchy['nodes'][number]
type Link = Hierarchy['links'][number]

function node(id: string, rank: number, part: Partial<Node> = {}): Node {
  const ref = { type: 'text' as const, id }
  return {
    ref,
    label: id,
    rank,
    level: '',
    status: 'read',
    replicable: 'no',
    standpoint: false,
    ...part,
  }
}

function link(from: string, relation: string, to: string, part: Partial<Link> = {}): Link {
  return {
    id: `${from}-${to}`,
    ...{ created: '', createdBy: '', changed: '', validFrom: '', validTo: '', note: '' },
    from: { type: 'text', id: from },
    relation,
    to: { type: 'text', id: to },
    ...{ relationName: relation, fromLabel: from, toLabel: to },
    ...{ state: 'supported', supports: 1, contradicts: 0, passages: 1, inferred: false },
    ...part,
  }
}

const relations: Relations = {
  all: [],
  of: (id) => ({
    id,
    ...{ forward: id, backward: id, isOwn: false, inverse: '', links: 0 },
    isUpward: id === 'reports to',
  }),
}

const hierarchy: Hierarchy = {
  nodes: [
    node('law', 0, { level: 'State' }),
    node('guideline', 1),
    node('form', 2, { replicable: 'template', status: 'mentioned' }),
    node('scale', 2, { status: 'presumed missing' }),
  ],
  links: [
    link('law', 'authorises', 'guideline'),
    link('guideline', 'mandates', 'form'),
    link('form', 'reports to', 'law', { inferred: true }),
    link('form', 'frames', 'scale', { state: 'unsupported' }),
    link('scale', 'triggers', 'form'),
    link('scale', 'conflicts with', 'law', { state: 'contradicted' }),
  ],
}

function drawn() {
  const ways = waysOf(hierarchy, relations)
  const legend = Object.fromEntries(legendEntries.map((entry) => [entry, entry])) as Record<
    LegendEntry,
    string
  >
  const model = hierarchyModel(hierarchy, ways, new Map([['form', 3]]), {
    title: 'Hierarchy',
    words: { week: '', sheet: '', orderNotFixed: '', standpoint: '', legend },
    relation: (id) => id,
    rank: (rank) => `Rank ${rank + 1}`,
    kind: (type) => type,
    lane: (type) => type,
  })
  return { ways, model, drawing: layOutMap(model) }
}

test('upward links are read from what governs, and cycles are told from conflicts', () => {
  const { ways } = drawn()
  const told = ways.map(({ link: { id }, upper, lower, isUpward, isInCycle }) => ({
    ...{ id, upper, lower, isUpward, isInCycle },
  }))
  expect(told).toContainEqual({
    id: 'form-law',
    upper: 'text:law',
    lower: 'text:form',
    isUpward: true,
    isInCycle: false,
  })
  expect(told.filter((way) => way.isInCycle).map((way) => way.id)).toEqual([
    'form-scale',
    'scale-form',
  ])
  expect(told.at(-1)).toMatchObject({ isUpward: false, isInCycle: false })
})

test('shape, outline and line say what is known', () => {
  const { model } = drawn()
  expect(
    model.nodes.map(({ outline, isReplicable, passages }) => [outline, isReplicable, passages]),
  ).toEqual([
    ['solid', false, 0],
    ['solid', false, 0],
    ['dashed', true, 3],
    ['dotted', false, 0],
  ])
  expect(
    model.edges.map(({ style, isDotted, isContradicted }) => [style, isDotted, isContradicted]),
  ).toEqual([
    ['governs', false, false],
    ['governs', false, false],
    ['reports', true, false],
    ['governs', true, false],
    ['governs', false, false],
    ['conflict', false, true],
  ])
  expect(model.lanes.map((lane) => lane.label)).toEqual(['State', 'Rank 2', 'Rank 3'])
})

test('arrow keys walk along the links, and sideways in a rank', () => {
  const { ways, drawing } = drawn()
  const go = (key: string, step: 'up' | 'down' | 'left' | 'right') =>
    stepFrom(`text:${key}`, step, drawing.nodes, ways)
  expect(go('guideline', 'up')).toBe('text:law')
  expect(go('guideline', 'down')).toBe('text:form')
  expect(go('guideline', 'left')).toBeUndefined()
  expect([go('form', 'left'), go('form', 'right')]).toContain('text:scale')
})
