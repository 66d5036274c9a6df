// The main job on the sample texts, as `npm run demo` shows it. Argument: the folder for the results.
import { expect } from '@playwright/test'
import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Reader } from '../pages/reader.ts'
import { newProject } from '../pages/start-screen.ts'
import { Workspace, titleOf } from '../pages/workspace.ts'
import { answerSaveDialog } from '../support/dialogs.ts'
import { command, query } from '../support/engine.ts'
import { launchApp } from '../support/launch.ts'
import { allSamples, samples } from '../support/samples.ts'
import { openSample, walkThroughSample } from './sample-pictures.ts'
import { makeAnalysis } from './two-offices.ts'

const folder = process.argv[2] ?? '.'
const app = await launchApp()
const { page } = app
let step = 0

async function show(what: string): Promise<void> {
  step += 1
  const file = join(folder, `${String(step).padStart(2, '0')}-${what.replaceAll(' ', '-')}.png`)
  await page.screenshot({ path: file })
  process.stdout.write(`${what}\n`)
}

try {
  await expect(page.getByRole('button', { name: /^New project/ })).toBeVisible()
  await show('start')
  const project = await newProject(app, 'Two offices')
  const workspace = new Workspace(app)
  await workspace.importFiles(allSamples)
  await show('four texts imported')

  await workspace.openSource(titleOf(samples.randi))
  const randi = new Reader(page, titleOf(samples.randi))
  await randi.text.click()
  await randi.select('Jeg ringer veldig mye.')
  await randi.codeAnew('å ringe')
  await expect(randi.stripe('å ringe')).toBeVisible()
  await randi.select('Egentlig skal det være mellom tolv og tjue')
  await page.keyboard.press('c')
  await page.keyboard.type('antall deltakere')
  await show('a passage is coded')
  await page.keyboard.press('Enter')
  await expect(randi.stripe('antall deltakere')).toBeVisible()

  await makeAnalysis(page)
  await randi.select('Det er ikke kontakten som gjør feltet grønt')
  await expect(randi.stripe('notatet').first()).toBeVisible()
  await show('the interview with its codings')

  await randi.startEditing()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type(' i systemet')
  await randi.stopEditing()
  await show('a correction in the text')
  await randi.text.press('Control+z')
  await expect(randi.text).toContainText('feltet grønt, det er notatet')

  await workspace.showPanel('Codes')
  await workspace.code('usynlig arbeid').click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.code-page')).toContainText('Å vente riktig')
  await show('the page of a code')

  await page.keyboard.press('Control+Shift+e')
  const paper = page.getByRole('region', { name: 'Preview of the codebook' })
  await expect(paper).toContainText('usynlig arbeid')
  await show('the codebook before it is saved')
  const codebook = join(folder, 'codebook.docx')
  await answerSaveDialog(app.electron, codebook)
  await page.getByRole('button', { name: 'Save…' }).click()
  await expect(workspace.message(/^Saved the codebook/)).toBeVisible()
  const { codings, codes } = await query(page, 'project.counts', {})
  process.stdout.write(
    `codebook.docx: ${codes} codes, ${codings} codings, ${statSync(codebook).size} bytes\n`,
  )
  const closed = await page.evaluate(() => window.standpoint.invoke('project.close', {}))
  if (closed.ok) copyFileSync(project, join(folder, 'Two offices.standpoint'))
  await openSample(app, join(folder, 'Sample project.standpoint'))
  await show('the sample project')
  await walkThroughSample(app, (name) => show(`sample ${name}`))
  const { items: maps } = await query(page, 'maps.list', {})
  for (const [index, { id }] of maps.entries()) {
    const path = join(folder, `map-${index + 1}.pdf`)
    await command(page, 'export.map', { mapId: id, format: 'pdf', path, language: 'nb' })
    process.stdout.write(`map-${index + 1}.pdf: ${statSync(path).size} bytes\n`)
  }
  const links = join(folder, 'links.docx')
  await command(page, 'export.table', { table: 'links', format: 'docx', path: links })
  process.stdout.write(`links.docx: ${statSync(links).size} bytes\n`)
  if (app.errors.length > 0) throw new Error(app.errors.join('\n'))
} catch (error) {
  await page.screenshot({ path: join(folder, 'failed.png') })
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await app.close()
}
