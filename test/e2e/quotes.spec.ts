import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { Reader } from './pages/reader.ts'
import { Workspace } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { answerSaveDialog } from './support/dialogs.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const words = 'Jeg ringer legen hver mandag tidlig'
const interview = `I: Hva gjør du?\nKari: ${words}, og så venter jeg.\nOla: Jeg venter også.\n`

test('a quote is taken by one key, printed otherwise, stands in an account, leaves in a Word file and tells of its passage', async () => {
  const app = await launchApp()
  const { page } = app
  const { keyboard } = page
  const workspace = new Workspace(app)
  const reader = new Reader(page, 'Samtale')
  await openProjectFile(app, await makeProject(app.folder, { 'Samtale.txt': interview }))
  await expect(workspace.source('Samtale')).toBeVisible()
  const sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  const person = await command(page, 'persons.create', { pseudonym: 'Kari', role: '' })
  await command(page, 'persons.create', { pseudonym: 'Siri', role: '' })
  await command(page, 'sources.linkSpeaker', {
    sourceId,
    speaker: 'Kari',
    personId: person.id,
  })

  await workspace.openSource('Samtale')
  await reader.select(words)
  await keyboard.press('o')
  await expect(page.getByText('Taken into the register of quotes')).toBeVisible()
  await keyboard.press('o')
  await expect(page.getByText('It is in the register already')).toBeVisible()
  await page.getByRole('button', { name: 'Open in the register' }).click()

  const table = page.getByRole('table', { name: 'Register of quotes' })
  await table.getByRole('row').nth(1).focus()
  const printed = page.getByRole('textbox', { name: 'As printed' })
  await expect(printed).toHaveValue(words)
  await printed.fill('Jeg ringer […] hver mandag tidlig')
  await keyboard.press('Control+Enter')
  await expect(table).toContainText('Jeg ringer […] hver mandag tidlig')
  await expect(page.getByRole('group', { name: 'Difference from what was said' })).toContainText(
    'legen',
  )
  await page.getByRole('button', { name: /Siri.*not quoted/ }).click()
  await expect(page.getByText('No quote fits what is chosen.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all quotes' }).click()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Labels…' }).click()
  const pattern = page.getByRole('textbox', { name: 'Pattern of the labels' })
  await pattern.fill('{pseudonym}, nr. {number}')
  await expect(page.getByText('Kari, nr. 1')).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  await keyboard.press('Enter')
  await expect(table).toContainText('Kari, nr. 1')

  await workspace.showPanel('Accounts')
  await page.getByRole('button', { name: 'New account' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Title of the account' })).toBeFocused()
  await keyboard.type('Kapittel 1')
  await keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Text of the account' })
  await expect(text).toBeFocused()
  const insert = page.getByRole('listbox', { name: 'What to insert' })
  const choose = async (typed: string) => {
    await keyboard.type(typed)
    await expect(insert).toBeVisible()
    await keyboard.press('Enter')
    await expect(insert).toBeHidden()
  }
  await choose('/sub-heading')
  await keyboard.type('Mandager')
  await keyboard.press('Enter')
  await choose('Hun sier /footn')
  await keyboard.type('Se vedlegg.')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Text of the footnote' })).toBeHidden()
  await choose(' /ringer')
  const quotation = text.getByRole('figure', { name: 'Quotation' })
  await expect(quotation).toContainText('Jeg ringer […] hver mandag tidlig')
  await expect(quotation).toContainText('Kari, nr. 1')
  await keyboard.type('Hun sa /in the sentence ri')
  await expect(insert).toBeVisible()
  // The last letters and Enter come before the menu has read them.
  await text.evaluate((element) => {
    document.execCommand('insertText', false, 'nger')
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  })
  await expect(insert).toBeHidden()
  await keyboard.type(' etterpå.')
  await expect
    .poll(async () => {
      const [account] = (await query(page, 'accounts.list', {})).items
      return [account?.text.includes('etterpå.'), account?.quoteIds.length]
    })
    .toEqual([true, 2])
  const within = text.getByRole('figure', { name: 'In the sentence' })
  await expect(within).toHaveText('“Jeg ringer […] hver mandag tidlig” (Kari, nr. 1)')
  await within.click()
  expect(await axeFaults(page)).toEqual([])
  await within.getByRole('button', { name: 'Show the label' }).click()
  await expect(within).toHaveText('“Jeg ringer […] hver mandag tidlig”')
  await within.getByRole('button', { name: 'Make it a paragraph of its own' }).click()
  await expect(quotation).toHaveCount(2)
  await quotation.last().getByRole('button', { name: 'Put into the sentence' }).click()
  await expect(quotation).toHaveCount(1)
  await expect(text.getByRole('paragraph').filter({ hasText: 'Hun sa' })).toContainText(
    'Hun sa etterpå. “Jeg ringer […] hver mandag tidlig” (Kari, nr. 1)',
  )
  const listed = page.getByRole('list', { name: 'Accounts' })
  await listed.getByRole('button', { name: /^Kapittel 1/ }).focus()
  await keyboard.press('F2')
  await expect(listed.getByRole('textbox')).toBeFocused()
  await keyboard.type('Kapittel 2')
  await keyboard.press('Enter')
  await expect(listed.getByRole('button', { name: /^Kapittel 2/ })).toBeFocused()
  await keyboard.press('Control+k')
  await keyboard.type('kapittel')
  await expect(page.getByRole('option', { name: /Kapittel 2.*account/ })).toBeVisible()
  await keyboard.press('Escape')

  const shown = (await query(page, 'sources.text', { sourceId })).text.indexOf('mandag')

  await command(page, 'sources.editText', {
    sourceId,
    start: shown,
    end: shown + 6,
    text: 'tirsdag',
  })
  const notices = page.getByRole('region', { name: '1 quotation needs a look' })
  await expect(notices).toContainText('The words of the passage have changed')
  await expect(quotation).toContainText('Jeg ringer […] hver tirsdag tidlig')
  await notices.getByRole('button', { name: 'Seen' }).click()
  await expect(notices).toBeHidden()

  const path = join(app.folder, 'kapittel.docx')
  await answerSaveDialog(app.electron, path)
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Word (docx)' }).click()
  await expect(page.getByText('Saved the account with 2 quotations')).toBeVisible()
  const files = unzipSync(readFileSync(path))
  const xml = Buffer.from(files['word/document.xml'] ?? []).toString()
  expect(xml).toMatch(/"Heading2".*Mandager.*"Quote".*Jeg ringer \[…\] hver tirsdag/su)
  expect(Buffer.from(files['word/footnotes.xml'] ?? []).toString()).toContain('Se vedlegg.')
  expect(app.errors).toEqual([])
  await app.close()
})
