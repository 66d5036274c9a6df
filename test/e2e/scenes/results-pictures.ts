import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { answerSaveDialog } from '../support/dialogs.ts'
import { command, query } from '../support/engine.ts'
import type { RunningApp } from '../support/launch.ts'

/** Opens a page by words in the palette. */
export async function goByName(page: Page, words: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(words)
  await page.getByRole('option', { name: option }).first().click()
}

/** Quotes of several informants, and an account with some of them. */
async function writeAccount({ page }: RunningApp): Promise<{ account: string }> {
  const account = 'Form day'
  const { items: passages } = await query(page, 'passages.list', {})
  const bySource = Map.groupBy(
    passages.filter(({ quote }) => quote.length > 30),
    ({ sourceId }) => sourceId,
  )
  const { quoteIds } = await command(page, 'quotes.create', {
    passages: [...bySource.values()].flatMap((some) =>
      some.slice(0, 4).map(({ id }) => ({ passageId: id })),
    ),
  })
  const { id: accountId } = await command(page, 'accounts.create', {
    title: account,
    text: 'Friday is form day at both offices.\nWhat is counted then is not what is done the rest of the week.',
  })
  for (const quoteId of [quoteIds[1], quoteIds[6], quoteIds[9]])
    if (quoteId !== undefined) await command(page, 'accounts.quote', { accountId, quoteId })
  return { account }
}

/** Goes from counting to writing: matrix, figures, quotes, an account, and what is asked before it leaves. */
export async function walkThroughResults(
  app: RunningApp,
  show: (name: string) => Promise<void>,
): Promise<void> {
  const { page } = app
  const main = page.getByRole('main')
  const go = (words: string, option: RegExp) => goByName(page, words, option)
  await go('crosstab', /^Matrix/)
  const chosen = main.getByLabel('Columns', { exact: true })
  await chosen.selectOption({ label: 'Roles' })
  await expect(main.getByRole('gridcell').first()).toBeVisible()
  await show('matrix')
  await go('saturation', /^Figures/)
  await main.getByLabel('Figure', { exact: true }).selectOption('network')
  await expect(main.locator('.figure-mark').first()).toBeVisible()
  await show('figures')
  const { account } = await writeAccount(app)
  await go('quotes', /^Quotes/)
  await main.getByRole('table', { name: 'Register of quotes' }).getByRole('row').nth(2).click()
  await show('quotes')
  await go(account, new RegExp(`^${account}`))
  await expect(main.getByRole('figure', { name: 'Quotation' }).first()).toBeVisible()
  await show('account')
  await main.getByRole('button', { name: 'Export', exact: true }).click()
  await answerSaveDialog(app.electron, join(app.folder, 'account.docx'))
  await page.getByRole('menuitem', { name: 'Word (docx)' }).click()
  const leaks = page.getByRole('dialog', { name: 'Before it leaves' })
  await expect(leaks).toBeVisible()
  await show('leaks')
  await page.keyboard.press('Escape')
  await expect(leaks).toBeHidden()
}
