import { beforeEach, describe, expect, it } from 'vitest'
import {
  isInspectorVisible,
  isNavigatorVisible,
  setRoom,
  showInspector,
  showNavigator,
  toggleInspector,
  toggleNavigator,
} from '../../../renderer/app/side-panels.ts'
import { resetWorkspace, workspaceStore } from '../../../renderer/app/workspace.ts'

const shown = (): string[] => {
  const state = workspaceStore.get()
  return [
    ...(isNavigatorVisible(state) ? ['navigator'] : []),
    ...(isInspectorVisible(state) ? ['inspector'] : []),
  ]
}

beforeEach(() => {
  setRoom('wide')
  resetWorkspace()
})

describe('panels beside the text', () => {
  it('folds the inspector when the window grows narrow, and has it back when it grows wide', () => {
    expect(shown()).toEqual(['navigator', 'inspector'])
    setRoom('narrow')
    expect(shown()).toEqual(['navigator'])
    setRoom('wide')
    expect(shown()).toEqual(['navigator', 'inspector'])
  })

  it('opens a folded inspector on request, which does not change the wide window', () => {
    toggleInspector()
    setRoom('narrow')
    toggleInspector()
    expect(shown()).toEqual(['navigator', 'inspector'])
    setRoom('wide')
    expect(shown()).toEqual(['navigator'])
    setRoom('narrow')
    expect(shown()).toEqual(['navigator'])
  })

  it('shows one panel at a time in a tight window', () => {
    setRoom('tight')
    showInspector()
    expect(shown()).toEqual(['inspector'])
    toggleNavigator()
    expect(shown()).toEqual(['navigator'])
    toggleInspector()
    showNavigator('codes')
    expect(shown()).toEqual(['navigator'])
    toggleInspector()
    toggleInspector()
    expect(shown()).toEqual(['navigator'])
  })

  it('keeps the width of the window when another project is opened', () => {
    setRoom('narrow')
    resetWorkspace()
    expect(shown()).toEqual(['navigator'])
  })
})
