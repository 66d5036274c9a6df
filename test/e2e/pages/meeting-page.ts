import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { join } from 'node:path'
import { answerOpenDialog, answerSaveDialog } from '../support/dialogs.ts'
import type { RunningApp } from '../support/launch.ts'

export async function openMeeting(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^People/ }).click()
  await page.getByRole('button', { name: /^Meeting:/ }).click()
  await expect(page.getByRole('heading', { name: 'Meeting', level: 1 })).toBeVisible()
}

/** Shares everything by the dialog, unsealed unless a passphrase is given; answers the path. */
export async function share(app: RunningApp, name: string, passphrase?: string): Promise<string> {
  const { page } = app
  const path = join(app.folder, `${name}.bundle`)
  await answerSaveDialog(app.electron, path)
  await page.getByRole('button', { name: 'Share…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share with a partner' })
  if (passphrase === undefined) await dialog.getByLabel(/^Seal with/).uncheck()
  else {
    await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await dialog.getByLabel('Repeat the passphrase').fill(passphrase)
  }
  await dialog.getByRole('button', { name: 'Choose where…' }).click()
  await expect(page.getByText('The bundle is written')).toBeVisible()
  return path
}

/** Makes a project of one's own from a bundle, in a window that has none. */
export async function joinFrom(
  app: RunningApp,
  bundle: string,
  name: string,
  passphrase?: string,
): Promise<void> {
  const { page } = app
  await page.getByRole('button', { name: /^Join a project/ }).click()
  const joining = page.getByRole('dialog', { name: 'Join a project' })
  await answerOpenDialog(app.electron, [bundle])
  await joining.getByRole('button', { name: 'Choose the bundle…' }).click()
  await joining.getByLabel('Your name').fill(name)
  await answerSaveDialog(app.electron, join(app.folder, `${name}.standpoint`))
  await joining.getByRole('button', { name: 'Join', exact: true }).click()
  if (passphrase !== undefined) {
    await joining.getByLabel('Passphrase').fill(passphrase)
    await joining.getByRole('button', { name: 'Join', exact: true }).click()
  }
  await expect(joining).toBeHidden()
}

/** Begins a project of one's own from an invitation, and answers the dialog that waits to be let in. */
export async function joinByInvitation(
  app: RunningApp,
  link: string,
  name: string,
): Promise<Locator> {
  const { page } = app
  await page.getByRole('button', { name: /^Join a project/ }).click()
  const joining = page.getByRole('dialog', { name: 'Join a project' })
  await joining.getByRole('radio', { name: /^an invitation to a live session/ }).check()
  await joining.getByLabel('Your name').fill(name)
  await expect(joining.getByRole('button', { name: 'Join', exact: true })).toBeDisabled()
  await joining.getByRole('textbox', { name: 'Invitation' }).fill(link)
  await answerSaveDialog(app.electron, join(app.folder, `${name}.standpoint`))
  await joining.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(joining.getByText('Waiting to be let in.')).toBeVisible()
  return joining
}

/** On the page of meeting: from now on this folder is exchanged with. */
export async function useFolder(
  app: RunningApp,
  folder: string,
  passphrase: string,
): Promise<Locator> {
  await answerOpenDialog(app.electron, [folder])
  const card = app.page.getByRole('region', { name: 'By a shared folder' })
  await card.getByRole('button', { name: 'Choose a folder…' }).click()
  await card.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await card.getByLabel('Repeat the passphrase').fill(passphrase)
  await card.getByRole('button', { name: 'Use this folder' }).click()
  await expect(card.getByRole('button', { name: 'Exchange now' })).toBeVisible()
  return card
}

/** The dialog of live work, by the palette. */
export async function openLive({ page }: RunningApp): Promise<Locator> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await palette.getByRole('combobox').fill('Work together live')
  await palette.getByRole('option', { name: /^Work together live/ }).click()
  return page.getByRole('dialog', { name: 'Live session' })
}

/** Opens a session; answers the link that invites to it. */
export async function hostSession(app: RunningApp): Promise<string> {
  const hosting = await openLive(app)
  await hosting.getByRole('button', { name: 'Open the session' }).click()
  await hosting.getByRole('button', { name: 'Invite somebody' }).click()
  await expect(hosting.getByRole('img', { name: 'The invitation as a QR code' })).toBeVisible()
  const link = await hosting.getByRole('textbox', { name: 'Invitation' }).inputValue()
  await app.page.keyboard.press('Escape')
  return link
}

/** The guest asks and the host lets them in, until both have the same. */
export async function meetLive(
  host: RunningApp,
  guest: RunningApp,
  link: string,
  names: { host: string; guest: string },
): Promise<void> {
  const visiting = await openLive(guest)
  await visiting.getByRole('textbox', { name: 'Invitation' }).fill(link)
  await visiting.getByRole('button', { name: 'Ask to be let in' }).click()
  await expect(visiting.getByText('Waiting for')).toBeVisible()
  const knock = host.page.getByRole('complementary', { name: 'Live session' })
  await expect(knock).toContainText(`${names.guest} asks to be let in`)
  await knock.getByRole('button', { name: `Let in ${names.guest}` }).click()
  await expect(visiting.getByText(`In the session of ${names.host}`)).toBeVisible()
  await expect(visiting.getByText('Both have the same.')).toBeVisible()
  await guest.page.keyboard.press('Escape')
}
