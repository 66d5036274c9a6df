import { beforeEach, describe, expect, it } from 'vitest'
import {
  closeTab,
  closeViews,
  frontView,
  goBack,
  goForward,
  moveTabBeside,
  openView,
  resetWorkspace,
  select,
  workspaceStore,
} from '../../../renderer/app/workspace.ts'
import type { View } from '../../../renderer/app/workspace.ts'

const source = (id: string): View => ({ type: 'source', id })
const code = (id: string): View => ({ type: 'code', id })
const titles = (): string[][] =>
  workspaceStore
    .get()
    .groups.map((group) => group.tabs.map(({ view }) => ('id' in view ? view.id : view.type)))
const front = (): View | undefined => frontView(workspaceStore.get())

beforeEach(resetWorkspace)

describe('opening pages', () => {
  it('gives each source a tab of its own and comes back to one that is open', () => {
    openView(source('a'))
    openView(source('b'))
    openView(source('a'))
    expect(titles()).toEqual([['a', 'b']])
    expect(front()).toEqual(source('a'))
  })

  it('turns the page for codes, unless a new tab is asked for', () => {
    openView(code('x'))
    openView(code('y'))
    expect(titles()).toEqual([['y']])
    openView(code('z'), { newTab: true })
    expect(titles()).toEqual([['y', 'z']])
  })

  it('lets a passing page give way to the next, but not once it is worked in', () => {
    openView(source('a'), { passing: true })
    openView(source('b'), { passing: true })
    expect(titles()).toEqual([['b']])
    select({ type: 'passage', id: 'p', sourceId: 'b' })
    openView(source('c'), { passing: true })
    expect(titles()).toEqual([['b', 'c']])
  })

  it('never makes more than two sides', () => {
    openView(source('a'))
    openView(source('b'), { beside: true })
    openView(source('c'), { beside: true })
    expect(titles()).toEqual([['a', 'c'], ['b']])
  })

  it('carries a new place in an open source to its tab', () => {
    openView(source('a'))
    openView({ type: 'source', id: 'a', at: { start: 4, end: 9 } })
    expect(titles()).toEqual([['a']])
    expect(front()).toEqual({ type: 'source', id: 'a', at: { start: 4, end: 9 } })
  })
})

describe('back and forward', () => {
  it('leads through pages and through turned pages', () => {
    openView(source('a'))
    openView(code('x'))
    openView(code('y'))
    goBack()
    expect(front()).toEqual(code('x'))
    goBack()
    expect(front()).toEqual(source('a'))
    goForward()
    goForward()
    expect(front()).toEqual(code('y'))
  })

  it('forgets the way forward when another page is opened', () => {
    openView(source('a'))
    openView(source('b'))
    goBack()
    openView(source('c'))
    expect(workspaceStore.get().forward).toEqual([])
  })

  it('opens again a page that was closed on the way', () => {
    openView(source('a'))
    openView(source('b'))
    const first = workspaceStore.get().groups[0]?.tabs[0]
    closeTab(0, first?.id ?? -1)
    goBack()
    expect(front()).toEqual(source('a'))
  })
})

describe('closing and moving', () => {
  it('shows the neighbour of a closed tab and drops an emptied side', () => {
    openView(source('a'))
    openView(source('b'))
    openView(source('c'), { beside: true })
    const side = workspaceStore.get().groups[1]
    closeTab(1, side?.front ?? -1)
    expect(titles()).toEqual([['a', 'b']])
    closeViews((view) => view.type === 'source' && view.id === 'b')
    expect(front()).toEqual(source('a'))
  })

  it('moves the page in front to the other side, and shows an only page on both', () => {
    openView(source('a'))
    moveTabBeside()
    expect(titles()).toEqual([['a'], ['a']])
    resetWorkspace()
    openView(source('a'))
    openView(source('b'))
    moveTabBeside()
    expect(titles()).toEqual([['a'], ['b']])
    expect(front()).toEqual(source('b'))
  })
})
