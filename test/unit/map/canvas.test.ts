import { describe, expect, test } from 'vitest'
import { layOutMap } from '../../../shared/analysis/map/layout.ts'
import { arranged, neighbour } from '../../../renderer/maps/canvas/neighbours.ts'
import { withCounterparts } from '../../../shared/analysis/map/overlaid.ts'
import { processesOf, shownPart } from '../../../shared/analysis/map/shown.ts'
import { edge, model, node } from './support.ts'

const box = (key: string, x: number, y: number) => ({ key, x, y, width: 100, height: 40 })

describe('arrow keys on a map', () => {
  const boxes = [box('a', 0, 0), box('b', 200, 10), box('c', 150, 300), box('d', 0, 120)]
  test('lead to the box that is nearest straight on', () => {
    expect(neighbour(boxes, 'a', 'right')).toBe('b')
    expect(neighbour(boxes, 'a', 'down')).toBe('d')
    expect(neighbour(boxes, 'c', 'left')).toBe('d')
  })
  test('lead nowhere where nothing stands', () => {
    expect(neighbour(boxes, 'a', 'up')).toBeUndefined()
    expect(neighbour(boxes, 'a', 'left')).toBeUndefined()
  })
})

describe('arranging chosen boxes', () => {
  const boxes = [box('a', 30, 0), box('b', 0, 100), box('c', 500, 40)]
  test('puts them on the outermost edge', () => {
    expect(arranged(boxes, 'left').map(({ x }) => x)).toEqual([0, 0, 0])
    expect(arranged(boxes, 'top').map(({ y }) => y)).toEqual([0, 0, 0])
  })
  test('puts them at even distances between the outermost', () => {
    expect(arranged(boxes, 'across')).toEqual([
      { key: 'b', x: 0, y: 100 },
      { key: 'a', x: 250, y: 0 },
      { key: 'c', x: 500, y: 40 },
    ])
  })
})

describe('several processes on one map', () => {
  const two = model({
    processes: [
      { id: 'p2', name: 'Bergen' },
      { id: 'p1', name: 'Oslo' },
    ],
    lanes: [{ key: 'l', label: 'Worker', group: '', isStandpoint: true }],
    nodes: [
      node('step:1', { lane: 'l', variants: ['Oslo'] }),
      node('step:2', { lane: 'l', variants: ['Bergen'], x: 5, y: 5 }),
      node('text:1', { lane: 'l', shape: 'text' }),
      node('text:2', { lane: 'l', shape: 'text' }),
    ],
    edges: [edge('text:1', 'step:2', { style: 'text moves' })],
    frames: [{ key: 'frame:1', title: '', members: ['step:2'], texts: ['text:1'] }],
  })
  test('are named in their order', () => {
    expect(processesOf(two).map(({ name }) => name)).toEqual(['Oslo', 'Bergen'])
  })
  test('one alone has its steps and texts, and what belongs to none', () => {
    const oslo = shownPart(two, { process: 'p1' })
    expect(oslo.nodes.map(({ key }) => key)).toEqual(['step:1', 'text:2'])
    expect(oslo.edges).toEqual([])
    expect(oslo.frames).toEqual([])
    const bergen = shownPart(two, { process: 'p2' })
    expect(bergen.nodes.map(({ key }) => key)).toEqual(['step:2', 'text:1', 'text:2'])
    expect(bergen.frames).toHaveLength(1)
  })
  test('apart have lanes of their own, in which the layout places every box', () => {
    const apart = shownPart(two, 'apart')
    expect(apart.lanes.map(({ group, key }) => [group, key])).toEqual([
      ['Oslo', 'Oslo/l'],
      ['Bergen', 'Bergen/l'],
    ])
    expect(apart.nodes.find(({ key }) => key === 'text:1')?.lane).toBe('Bergen/l')
    expect(apart.nodes.every(({ x }) => x === null)).toBe(true)
    const drawing = layOutMap(apart)
    const top = (key: string) => drawing.nodes.find((drawn) => drawn.node.key === key)?.y ?? 0
    expect(top('step:1')).toBeLessThan(top('step:2'))
  })
  test('V1 over each other, counterparts are one box, and lines that both have are one', () => {
    const steps = (name: string, passages: number) => [
      node(`step:${name}1`, { variants: [name], lane: 'l', passages, label: `calls from ${name}` }),
      node(`step:${name}2`, { variants: [name], lane: 'l', detail: `week ${passages}` }),
    ]
    const both = model({
      processes: two.processes,
      lanes: two.lanes,
      nodes: [
        ...steps('Oslo', 0),
        ...steps('Bergen', 3),
        node('step:only', { variants: ['Oslo'], lane: 'l' }),
        node('text:1', { lane: 'l', shape: 'text' }),
      ],
      counterparts: [
        {
          keys: ['step:Oslo1', 'step:Bergen1'],
          notes: ['Oslo: calls from Oslo', 'Bergen: calls from Bergen', '≠ actors'],
        },
        { keys: ['step:Oslo2', 'step:Bergen2'], notes: [] },
      ],
      edges: [
        edge('step:Oslo1', 'step:Oslo2'),
        edge('step:Bergen1', 'step:Bergen2', { passages: 2 }),
        edge('step:Oslo2', 'step:only'),
        edge('step:Bergen2', 'text:1', { style: 'text moves' }),
        edge('step:Oslo2', 'step:Oslo1', { isBackward: true, label: 'if not' }),
      ],
      frames: [
        { key: 'frame:1', title: '', members: ['step:Oslo1', 'step:Bergen1'], texts: ['text:1'] },
      ],
    })
    const over = shownPart(both, 'over')
    expect(over.nodes).toMatchObject([
      {
        ...{ key: 'step:Bergen1', also: ['step:Oslo1'], variants: ['Bergen', 'Oslo'] },
        ...{ notes: ['Oslo: calls from Oslo', '≠ actors'], passages: 3 },
      },
      { key: 'step:Oslo2', also: ['step:Bergen2'], detail: 'week 0 (Oslo), week 3 (Bergen)' },
      { key: 'step:only', also: [], variants: ['Oslo'] },
      { key: 'text:1', variants: [] },
    ])
    expect(over.edges.map(({ from, to, label, passages }) => [from, to, label, passages])).toEqual([
      ['step:Bergen1', 'step:Oslo2', '', 2],
      ['step:Oslo2', 'step:only', '', 0],
      ['step:Oslo2', 'text:1', 'Bergen', 0],
      ['step:Oslo2', 'step:Bergen1', 'if not (Oslo)', 0],
    ])
    expect(over.frames).toMatchObject([{ members: ['step:Bergen1'], texts: ['text:1'] }])
    expect(layOutMap(over).nodes).toHaveLength(4)
    expect(shownPart(both, 'apart').nodes).toHaveLength(6)
    expect(shownPart(both, { process: 'p1' }).nodes.map(({ key }) => key)).toEqual([
      'step:Oslo1',
      'step:Oslo2',
      'step:only',
    ])
    expect(withCounterparts(over.nodes, ['step:Bergen1', 'step:only'])).toEqual([
      'step:Bergen1',
      'step:Oslo1',
      'step:only',
    ])
  })
})
