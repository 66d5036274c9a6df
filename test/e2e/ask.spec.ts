import { expect, test } from '@playwright/test'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { launchApp, type RunningApp } from './support/launch.ts'
import { openProjectFile } from './support/open-project.ts'
import { makeProject } from './support/projects.ts'

const text = 'Jeg venter på svar. Så ringer jeg.'

async function openAsk(app: RunningApp): Promise<void> {
  const { page } = app
  await openProjectFile(app, await makeProject(app.folder, { 'berit.txt': `${text}\n` }))
  const sourceId = (await query(page, 'sources.list', {})).items[0]?.id ?? ''
  for (const [name, start, end] of [
    ['ventetid', 0, 19],
    ['svar', 14, 18],
    ['telefon', 20, 33],
  ] as const) {
    const { id: codeId } = await command(page, 'codes.create', { name })
    await command(page, 'passages.code', { sourceId, start, end, codeId })
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Still en spørring')
  await page.getByRole('option', { name: 'Still en spørring til kodingen' }).click()
}

test('a question is built of chips, coded, saved and grouped, and its passages open', async () => {
  const app = await launchApp({ settings: { theme: 'dark', language: 'nb' } })
  const { page } = app
  await openAsk(app)
  const sentence = page.locator('.ask h1')
  const add = page.getByRole('combobox', { name: 'Legg til etter navn' })
  await add.fill('ventetid')
  await page.keyboard.press('Enter')
  await expect(sentence).toHaveText('Utdrag kodet ventetid')
  await expect(page.getByRole('status').filter({ hasText: '1 utdrag' })).toBeVisible()

  await test.step('a relation from the menu of a chip', async () => {
    await page.getByRole('button', { name: 'kodet ventetid' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Står sammen med andre utdrag' }).click()
    await page.getByRole('menuitem', { name: 'som overlapper …' }).click()
    await expect(page.getByText('Utdrag kodet ventetid … som overlapper …:')).toBeVisible()
    await add.fill('svar')
    await page.keyboard.press('Enter')
    await expect(sentence).toHaveText('Utdrag kodet ventetid som overlapper svar')
    await expect(page.getByRole('region', { name: 'Utdrag som svarer' })).toContainText('venter')
    expect(await axeFaults(page, { parts: ['.ask'] })).toEqual([])
  })

  await test.step('a condition from its form', async () => {
    await page.getByRole('button', { name: 'Vilkår' }).click()
    await page.getByRole('menuitem', { name: 'Sier bestemte ord' }).click()
    await page.getByLabel('Ord, som i søkefeltet').fill('venter')
    expect(await axeFaults(page, { parts: ['.dialog'] })).toEqual([])
    await page.getByRole('button', { name: 'Legg til', exact: true }).click()
    await expect(sentence).toHaveText(
      'Utdrag kodet ventetid som overlapper svar, som sier «venter»',
    )
  })

  await test.step('arrows go between chips, Delete takes one away', async () => {
    await page.getByRole('button', { name: 'som sier «venter»' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('button', { name: 'svar', exact: true })).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(sentence).toHaveText('Utdrag kodet ventetid, som sier «venter»')
    await page.getByRole('button', { name: 'som sier «venter»' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Ikke' }).click()
    await expect(sentence).toHaveText('Utdrag kodet ventetid, som ikke sier «venter»')
    await expect(page.getByText('Ingen utdrag svarer på spørringen')).toBeVisible()
    await page.getByRole('button', { name: 'som ikke sier «venter»' }).focus()
    await page.keyboard.press('Delete')
    await expect(sentence).toHaveText('Utdrag kodet ventetid')
  })

  await test.step('answers by code; a line asks for its own', async () => {
    await page.getByRole('radio', { name: 'Etter kode' }).click()
    await page.getByRole('region', { name: 'Etter kode' }).getByRole('button').click()
    await expect(sentence).toHaveText('Utdrag kodet ventetid, kodet ventetid')
    await page.getByRole('button', { name: 'kodet ventetid' }).last().focus()
    await page.keyboard.press('Delete')
    await page.getByRole('radio', { name: 'Som liste' }).click()
  })

  await test.step('all answers are coded in one step', async () => {
    await page.getByRole('button', { name: 'Kod alle treff …' }).click()
    await page.getByLabel('Navn på den nye koden').fill('ny')
    await page.getByRole('button', { name: 'Kod dem' }).click()
    await expect(page.getByText('1 utdrag ble kodet.')).toBeVisible()
    const names = async () =>
      (await query(page, 'codes.list', {})).items.map(({ name }) => name).join()
    expect(await names()).toContain('ny')
    await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
    await expect.poll(names).not.toContain('ny')
  })

  await test.step('answers are taken as quotes, one by its key or menu, or all', async () => {
    const answer = page.getByRole('region', { name: 'Utdrag som svarer' }).getByRole('button')
    await answer.focus()
    await page.keyboard.press('o')
    await expect(page.getByText('Tatt inn i sitatregisteret')).toBeVisible()
    await answer.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Ta som sitat' }).click()
    await expect(page.getByText('Det er i registeret fra før').last()).toBeVisible()
    await expect(answer).toBeFocused()
    await page.keyboard.press('Control+z')
    const quoted = async () =>
      (await query(page, 'quotes.list', {})).items.map(({ printed }) => printed)
    await expect.poll(quoted).toEqual([])
    await page.getByRole('button', { name: 'Ta som sitater' }).click()
    await expect.poll(quoted).toEqual(['Jeg venter på svar.'])
  })

  await test.step('a saved question stands in the panel with its count, and can be deleted', async () => {
    await page.getByRole('button', { name: 'Lagre …' }).click()
    await expect(page.getByLabel('Navn', { exact: true })).toHaveValue('Utdrag kodet ventetid')
    await page.getByLabel('Navn', { exact: true }).fill('Ventingen')
    await page.getByRole('button', { name: 'Lagre', exact: true }).click()
    await page.getByRole('button', { name: 'kodet ventetid' }).focus()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+9')
    const saved = page.getByRole('list', { name: 'Lagrede spørringer' })
    await expect(saved).toContainText('1')
    expect(await axeFaults(page, { parts: ['.search-recent'] })).toEqual([])
    await saved.getByRole('button', { name: 'Still «Ventingen»' }).click()
    await expect(sentence).toHaveText('Utdrag kodet ventetid')
    await saved.getByRole('button', { name: 'Slett spørringen «Ventingen»' }).click()
    await expect(saved).toBeHidden()
    await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
    await expect(saved).toBeVisible()
  })

  await test.step('the text form says what is wrong', async () => {
    await page.getByRole('radio', { name: 'Tekst', exact: true }).click()
    const field = page.getByLabel('Spørring', { exact: true })
    await expect(field).toHaveValue('coded "ventetid"')
    await field.fill('coded "svr"')
    await expect(page.getByText('Ingenting i prosjektet heter «svr» her.')).toBeVisible()
    await field.fill('coded "telefon"')
    await expect(sentence).toHaveText('Utdrag kodet telefon')
  })

  await test.step('the question at hand is reported without being kept', async () => {
    await page.getByRole('button', { name: 'Lag rapport av dette' }).click()
    const which = page.getByLabel('Hvilke utdrag')
    await expect(which.locator('option:checked')).toHaveText('Utdrag kodet telefon')
    const preview = page.locator('.codebook-paper')
    await expect(preview).not.toContainText('ventetid')
    await which.selectOption('Alt som er kodet')
    await expect(preview).toContainText('3 utdrag i 1 kilde')
    await page
      .locator('.tab-list li')
      .filter({ hasText: 'Spørring til kodingen' })
      .getByRole('button')
      .first()
      .click()
  })

  await page.getByRole('region', { name: 'Utdrag som svarer' }).getByRole('button').click()
  await expect(page.getByRole('textbox', { name: 'berit' })).toBeVisible()
  expect(app.errors).toEqual([])
  await app.close()
})
