import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { Reader } from './pages/reader.ts'
import { Workspace, titleOf } from './pages/workspace.ts'
import { axeFaults } from './support/axe.ts'
import { command, query } from './support/engine.ts'
import { launchApp } from './support/launch.ts'
import type { RunningApp } from './support/launch.ts'
import { makeProjectOf } from './support/projects.ts'
import { samples } from './support/samples.ts'
import { openProjectFile } from './support/open-project.ts'

let app: RunningApp
let page: Page
let reader: Reader
let workspace: Workspace

test.beforeEach(async () => {
  app = await launchApp()
  page = app.page
  workspace = new Workspace(app)
  reader = new Reader(page, titleOf(samples.randi))
  const path = await makeProjectOf(app.folder, 'Index', [samples.randi])
  await openProjectFile(app, path)
  await expect(page.getByRole('heading', { name: 'Index', level: 1 })).toBeVisible()
  await page.getByRole('treeitem').first().dblclick()
  await expect(reader.text).toContainText('fagsystemet')
})

test.afterEach(async () => {
  await app.close()
})

const faults = () => axeFaults(page, { isLenient: true })

/** Begins an act by its key, and waits for what it asks first. */
async function begin(key: string, title: string): Promise<void> {
  await page.keyboard.press(key)
  await expect(page.getByRole('dialog', { name: title }).locator('input')).toBeFocused()
}

test('activation, link, step and answer from one interview without the mouse', async () => {
  const { keyboard } = page

  // A: text, how, stance, by whom.
  await reader.select('Mål for uka, hva som er gjort, hva som er neste steg')
  await begin('a', 'A text is used here')
  await keyboard.type('Notatmal')
  await keyboard.press('Enter')
  await keyboard.press('f')
  await keyboard.press('a')
  await keyboard.type('Jobbspesialist')
  expect(await faults()).toEqual([])
  await keyboard.press('Enter')
  const stripe = page.getByRole('button', { name: 'Notatmal: fills in' })
  await expect(stripe).toBeVisible()
  const [activation] = (await query(page, 'activations.list', {})).items
  expect(activation).toMatchObject({
    textTitle: 'Notatmal',
    mode: 'fills in',
    stance: 'adapts',
    actorName: 'Jobbspesialist',
    quote: 'Mål for uka, hva som er gjort, hva som er neste steg',
  })

  // L: from, relation, to; the basis is there already, since somebody speaks.
  await expect(reader.text).toBeFocused()
  await reader.select('Det er ikke kontakten som gjør feltet grønt, det er notatet.')
  await begin('l', 'This passage says that…')
  await keyboard.type('nota')
  await keyboard.press('Enter')
  await keyboard.type('triggers')
  await keyboard.press('Enter')
  await keyboard.type('Fagsystemet')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  const card = workspace.inspector.getByRole('group', { name: 'Evidence for' })
  await expect(card).toContainText('Notatmal triggers Fagsystemet')
  const [link] = (await query(page, 'links.list', {})).items
  expect(link).toMatchObject({ relation: 'triggers', state: 'supported', passages: 1 })
  const [claim] = (await query(page, 'claims.list', {})).items
  expect(claim).toMatchObject({ basis: 'an informant says', problem: '' })

  // The link and the two texts it needed were one step; they come back together.
  await keyboard.press('Control+z')
  await expect.poll(async () => (await query(page, 'texts.list', {})).items).toHaveLength(1)
  expect((await query(page, 'links.list', {})).items).toEqual([])
  await keyboard.press('Control+Shift+z')
  await expect.poll(async () => (await query(page, 'links.list', {})).items).toHaveLength(1)

  // What is said elsewhere, read backwards, becomes evidence of the same link, against it here.
  await reader.select('Jeg ringer veldig mye.')
  await begin('l', 'This passage says that…')
  await keyboard.type('fagsys')
  await keyboard.press('Enter')
  await keyboard.type('is triggered by')
  await keyboard.press('Enter')
  await keyboard.type('nota')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.press('c')
  await expect
    .poll(async () => (await query(page, 'links.list', {})).items)
    .toMatchObject([{ passages: 2, state: 'contradicted' }])

  // E: what is done, the process, nobody named.
  await reader.select('Den bruker jeg på å gå gjennom lista mi.')
  await begin('e', 'Step of work')
  await keyboard.type('gå gjennom lista')
  await keyboard.press('Enter')
  await keyboard.type('Oppfølging')
  await keyboard.press('Control+Enter')
  await expect(card).toContainText('step: gå gjennom lista')
  const [step] = (await query(page, 'steps.list', {})).items
  expect(step).toMatchObject({ action: 'gå gjennom lista', state: 'supported' })
  expect((await query(page, 'processes.list', {})).items[0]?.perspective).toBe('told')

  // Q: a question by its number, then a note.
  await begin('q', 'Answers a question')
  await keyboard.press('1')
  await keyboard.type('usynlig for andre')
  await keyboard.press('Enter')
  await expect(workspace.inspector.getByRole('group', { name: 'Answers' })).toContainText(
    'What work is being done here?',
  )
  expect((await query(page, 'answers.list', {})).items).toMatchObject([
    { questionId: 'work', note: 'usynlig for andre' },
  ])

  // The history takes the last one back.
  await keyboard.press('Control+z')
  await expect.poll(async () => (await query(page, 'answers.list', {})).items).toEqual([])
  expect(await faults()).toEqual([])
  expect(app.errors).toEqual([])
})

test('a refusal is said in the popover and takes nothing away', async () => {
  const { keyboard } = page
  await reader.select('Jeg er jobbspesialist ved kontoret her i Fjellvik.')
  await command(page, 'texts.create', { title: 'Arbeidsmarkedsloven' })
  await begin('l', 'This passage says that…')
  await keyboard.type('arbeidsm')
  await keyboard.press('Enter')
  await keyboard.type('mandates')
  await keyboard.press('Enter')
  await keyboard.type('arbeidsm')
  await keyboard.press('Control+Enter')
  const popover = page.getByRole('dialog', { name: 'This passage says that…' })
  await expect(popover.getByRole('alert')).not.toBeEmpty()
  await keyboard.press('Shift+Tab')
  await expect(popover).toContainText('mandates')
  await keyboard.press('Tab')
  await keyboard.type('Et annet brev')
  await keyboard.press('Control+Enter')
  await expect(popover).toBeHidden()
  expect((await query(page, 'links.list', {})).items).toMatchObject([
    { fromLabel: 'Arbeidsmarkedsloven', relation: 'mandates', toLabel: 'Et annet brev' },
  ])
})

test('what is indexed on a passage is changed and removed on its card, and marked in its words', async () => {
  const { items } = await query(page, 'sources.list', {})
  const sourceId = items[0]?.id ?? ''
  const { text } = await query(page, 'sources.text', { sourceId })
  const start = text.indexOf('Hvis det har gått mer enn fjorten dager')
  const at = { sourceId, start, end: start + 60 }
  const registered = await command(page, 'texts.create', { title: 'Fagsystemet' })
  await command(page, 'activations.create', { at, textId: registered.id, mode: 'displays' })
  await command(page, 'workAccounts.create', { at, doing: 'følger med på røde felt' })
  await page.getByRole('button', { name: 'Fagsystemet: displays' }).click()
  const painted = await page.evaluate(() =>
    ['index-activation', 'index-account'].map((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString()),
    ),
  )
  expect(painted).toEqual([[text.slice(start, start + 60)], [text.slice(start, start + 60)]])

  const { inspector } = workspace
  await inspector.getByLabel('Stance to Fagsystemet').selectOption('skips')
  await inspector.getByLabel('With whom').fill('ingen')
  await inspector.getByLabel('With whom').press('Enter')
  await expect
    .poll(async () => (await query(page, 'workAccounts.list', {})).items[0]?.withWhom)
    .toBe('ingen')
  expect((await query(page, 'activations.list', {})).items[0]?.stance).toBe('skips')

  await page.getByLabel('Codings shown').selectOption('codes')
  await expect(page.getByRole('button', { name: 'Fagsystemet: displays' })).toBeHidden()
  await page.getByLabel('Codings shown').selectOption('index')
  await inspector.getByRole('button', { name: 'Remove Fagsystemet' }).click()
  await expect(page.getByRole('button', { name: 'Fagsystemet: displays' })).toBeHidden()
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(page.getByRole('button', { name: 'Fagsystemet: displays' })).toBeVisible()
  expect(app.errors).toEqual([])
})

test('standing questions stand beside the text, and terms of the watch list are marked in it', async () => {
  const { keyboard } = page
  await command(page, 'terms.create', { term: 'arbeidsrettet' })
  const marked = (): Promise<string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('index-term') ?? [])].map((range) => (range as Range).toString()),
    )
  await reader.select('Hva teller som arbeidsrettet?')
  await expect.poll(marked).toContain('arbeidsrettet')

  // U gives the meaning of the term in the words chosen; the caret in it brings the meaning up.
  await begin('u', 'What does it consist of?')
  await keyboard.press('Enter')
  await keyboard.type('kontakt med arbeidsgiver')
  await keyboard.press('Enter')
  await expect
    .poll(async () => (await query(page, 'termUses.list', {})).items)
    .toMatchObject([{ term: 'arbeidsrettet', meaning: 'kontakt med arbeidsgiver' }])
  await expect(reader.text).toBeFocused()
  await reader.select('arbeidsrettet?')
  await keyboard.press('ArrowLeft')
  await expect(page.locator('.watch-card')).toContainText('Here: kontakt med arbeidsgiver')

  // The questions are switched on from the palette.
  await keyboard.press('Control+k')
  await keyboard.type('Standing questions beside')
  await keyboard.press('Enter')
  const questions = page.getByRole('complementary', { name: 'Standing questions' })
  await expect(questions).toContainText('Select words and press Q')
  await questions.getByLabel('A question of your own').fill('Hva teller ikke?')
  await questions.getByLabel('A question of your own').press('Enter')
  await expect(questions.getByRole('listitem')).toHaveCount(5)
  const reworded = questions.getByLabel('Reword the question What work is being done here?')
  await reworded.fill('Hvilket arbeid?')
  await reworded.press('Control+Enter')
  await expect(
    questions.getByRole('button', { name: 'Remove the question Hvilket arbeid?' }),
  ).toBeVisible()
  await reader.text.focus()
  await reader.select('CV teller.')
  await begin('q', 'Answers a question')
  await keyboard.type('teller')
  await keyboard.press('Control+Enter')
  await expect(questions).toContainText('1 of 5 questions answered')
  await questions.getByRole('button', { name: 'Remove the question Hvilket arbeid?' }).click()
  await expect(questions.getByRole('listitem')).toHaveCount(4)
  await questions.getByRole('button', { name: 'Show in the text: CV teller.' }).click()
  await expect(workspace.inspector.getByRole('blockquote')).toHaveText('CV teller.')
  expect(await faults()).toEqual([])
  expect(app.errors).toEqual([])
})
