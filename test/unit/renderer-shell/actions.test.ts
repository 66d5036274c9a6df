import { describe, expect, it } from 'vitest'
import { appActions } from '../../../renderer/app/app-actions.ts'
import { allActions, registerActions, runAction } from '../../../renderer/app/actions.ts'
import { menuTemplates } from '../../../renderer/app/native-menu.ts'
import { shortcutAccelerator, shortcutKeys } from '../../../renderer/app/shortcuts.ts'
import { fileNameOf } from '../../../renderer/app/start/file-name.ts'

describe('actions', () => {
  it('have ids and keys of their own', () => {
    const actions = appActions()
    const ids = actions.map((action) => action.id)
    const keys = actions.flatMap((action) => action.shortcut ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('make a menu in which every action that names a menu stands once', () => {
    const actions = appActions()
    const items = menuTemplates(actions)
      .flatMap((menu) => menu.items)
      .flatMap((item) => (item.type === 'action' ? item.action : []))
    const wanted = actions.filter((action) => action.menu !== undefined).map(({ id }) => id)
    expect(items.toSorted()).toEqual(wanted.toSorted())
  })

  it('are replaced by a later one of the same id until that goes', () => {
    const done: string[] = []
    const action = (word: string) => ({
      id: 'test',
      labelKey: 'ui.open' as const,
      perform: () => void done.push(word),
    })
    const dropFirst = registerActions([action('first')])
    const dropSecond = registerActions([action('second')])
    runAction('test')
    dropSecond()
    runAction('test')
    dropFirst()
    runAction('test')
    expect(done).toEqual(['second', 'first'])
    expect(allActions()).toEqual([])
  })

  it('show their keys as people and as menus write them', () => {
    expect(shortcutKeys('$mod+Shift+KeyK')).toEqual(['Ctrl', 'Shift', 'K'])
    expect(shortcutAccelerator('$mod+Shift+KeyK')).toBe('CommandOrControl+Shift+K')
    expect(shortcutAccelerator('Alt+ArrowLeft')).toBe('Alt+Left')
  })
})

describe('file names from titles', () => {
  it('leave out what file systems refuse', () => {
    expect(fileNameOf(' Kontor A/B: første? ')).toBe('Kontor A B første')
    expect(fileNameOf('...')).toBe('')
  })
})
