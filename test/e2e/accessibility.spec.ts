import { expect, test } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { answerOpenDialog } from './support/dialogs.ts'
import { command } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProjectOf } from './support/projects.ts'
import { samples } from './support/samples.ts'

// It looks at thirty screens, and axe takes its time on each.
test.setTimeout(600_000)

/** A project with a source, some codes and codings, and a memo. */
async function openScene(app: RunningApp): Promise<{ codeId: string; memoId: string }> {
  const path = await makeProjectOf(app.folder, 'Scene', [samples.guideline])
  app.page.on('dialog', (dialog) => void dialog.dismiss())
  await answerOpenDialog(app.electron, [path])
  await app.page.keyboard.press('Control+o')
  await expect(app.page.getByRole('heading', { name: 'Scene', level: 1 })).toBeVisible()
  const code = await command(app.page, 'codes.create', { name: 'notatet', kind: 'text' })
  const below = await command(app.page, 'codes.create', { name: 'grønt felt', parentId: code.id })
  const { items } = await app.page.evaluate(async () => {
    const result = await window.standpoint.invoke('sources.list', {})
    return (result.ok ? result.value : { items: [] }) as { items: { id: string }[] }
  })
  const sourceId = items[0]?.id ?? ''
  for (const [index, codeId] of [code.id, below.id, code.id].entries()) {
    const start = 300 + index * 60
    await command(app.page, 'passages.code', { sourceId, start, end: start + 120, codeId })
  }
  const memo = await command(app.page, 'memos.create', {
    title: 'Hvem leser notatet?',
    text: 'Et spørsmål til neste besøk.',
    about: { type: 'code', id: code.id },
  })
  return { codeId: code.id, memoId: memo.id }
}

/** The wishes of a system, and the theme that a program which follows it has then. */
const wishes = [
  { theme: 'light', media: { colorScheme: 'light', contrast: 'no-preference' } },
  { theme: 'dark', media: { colorScheme: 'dark', contrast: 'no-preference' } },
  { theme: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
] as const

// One walk through the program, in which every screen is looked at in each theme: what axe finds
// depends on the theme by its colours alone.
test('no screen has a fault that axe can find, in any theme', async () => {
  const app = await launchApp({ settings: { theme: 'system', language: 'nb' } })
  const { page } = app
  const found: Record<string, string[]> = {}
  const look = async (screen: string): Promise<void> => {
    for (const { theme, media } of wishes) {
      await page.emulateMedia(media)
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      const here = await axeFaults(page, { isOnlyColour: theme !== 'light' })
      if (here.length > 0) found[`${screen}, ${theme}`] = here
    }
  }
  try {
    await expect(page.getByRole('heading', { name: 'Standpoint', level: 1 })).toBeVisible()
    await look('start')
    await page.locator('.start-door').first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('new project')
    await page.getByRole('checkbox').check()
    await expect(page.locator('input[type=password]')).toHaveCount(2)
    await look('new project with a password')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await openScene(app)
    await look('workspace without a page')

    await page.locator('[role=treeitem]').first().dblclick()
    const text = page.locator('.reading-text')
    await expect(text).toContainText('karriereplan')
    await expect(page.locator('.reading-stripe').first()).toBeVisible()
    await look('reading')
    await text.click()
    await page.keyboard.press('c')
    await expect(page.locator('.code-picker')).toBeVisible()
    await look('code picker')
    await page.keyboard.press('Escape')
    await page.locator('.reading-stripe').first().click()
    await look('reading with a passage chosen')
    await page.keyboard.press('Control+f')
    await look('find')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+e')
    await expect(page.locator('.reading-banner')).toBeVisible()
    await look('editing')
    await page.keyboard.press('Escape')

    await page.keyboard.press('Control+2')
    await expect(page.getByRole('treeitem').first()).toBeVisible()
    await page.getByRole('treeitem').first().click()
    await look('codes')
    await page.keyboard.press('Enter')
    await expect(page.locator('.code-page')).toBeVisible()
    await look('page of a code')
    await page.keyboard.press('Control+7')
    await page.locator('.memo-row').first().click()
    await expect(page.locator('.memo-text, [contenteditable]').last()).toBeVisible()
    await look('memo')
    await page.keyboard.press('Control+8')
    await look('people, none yet')
    await page.locator('.empty-state').getByRole('button').click()
    await expect(page.locator('.person')).toHaveCount(1)
    await look('people')
    await page.keyboard.press('Control+9')
    await look('searches')
    await page.keyboard.press('Control+Shift+f')
    await look('search')
    await page.keyboard.type('karriereplan')
    await page.keyboard.press('Enter')
    await expect(page.locator('.search-hit').first()).toBeVisible()
    await look('search with places found')
    await page.keyboard.press('Control+Shift+e')
    await expect(page.locator('.codebook-desk')).toContainText('notatet')
    await look('codebook')
    await page.locator('.codebook-options [role=radio]').nth(1).click()
    await expect(page.locator('.codebook-paper th').first()).toBeVisible()
    await look('codebook as a table')
    await page.keyboard.press('Control+Comma')
    await look('settings')
    await page.getByRole('button', { name: /^(Set a password|Sett passord)/ }).click()
    await expect(page.getByRole('dialog').locator('input[type=password]')).toHaveCount(2)
    await look('password')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByRole('button', { name: /^(Add an analyst|Legg til en analytiker)/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('another analyst')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('palette')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+Slash')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('shortcuts')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.keyboard.press('Control+Shift+v')
    await expect(page.getByRole('dialog').locator('textarea')).toBeFocused()
    await look('paste')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await answerOpenDialog(app.electron, [samples.jonas, samples.fieldNote])
    await page.keyboard.press('Control+i')
    await expect(page.getByRole('dialog')).toContainText('Intervjuer')
    await look('import')
    expect(found).toEqual({})
    expect(app.errors).toEqual([])
  } finally {
    await app.close()
  }
})
