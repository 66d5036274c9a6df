// The measurements that need a window; run by `npm run bench -- window` on a display.
import { join } from 'node:path'
import { launchApp } from '../e2e/support/launch.ts'
import { codedProject, codedTitle } from './coded-text.mjs'
import { median, p95, report, rounded } from './report.mjs'
import { sitDown } from './sit-down.mjs'
import { benchStart } from './start-up.mjs'
import { watchInPage } from './watch-in-page.mjs'

const codingsMeasured = 60
const keysMeasured = 120

const isPart = process.argv[2] === 'document'
const results = [
  ...(isPart ? [] : [await benchStart()]),
  ...(await benchDocument({ codings: 2000, depth: 2, opening: 1000, scrolls: true })),
  ...(await benchDocument({ codings: 10_000, depth: 4, opening: 2000, edits: true })),
]
process.exit(results.every(Boolean) ? 0 : 1)

/** Opens a document with so many codings, scrolls it, codes in it, and types in it. */
async function benchDocument({ codings, depth, opening, scrolls = false, edits = false }) {
  const app = await launchApp()
  const { page } = app
  const results = []
  const of = `document of 309,000 characters with ${codings} codings`
  try {
    const path = join(app.folder, 'bench.standpoint')
    await codedProject(path, codings, depth)
    await page.evaluate(watchInPage)
    await openProject(app, path)
    const opened = await openDocument(page)
    results.push(
      report({
        name: `${of}: open to readable, painted and scrollable`,
        value: opened,
        unit: 'ms',
        target: `≤ ${opening} ms`,
        ok: opened <= opening,
      }),
    )
    if (scrolls) results.push(await benchScrolling(page, of))
    results.push(await benchCodings(page, of))
    if (edits) results.push(await benchKeystrokes(page, of))
    if (app.errors.length > 0) process.stderr.write(`${app.errors.join('\n')}\n`)
  } finally {
    await app.close()
  }
  return results
}

async function openProject(app, path) {
  await app.page.getByRole('button', { name: /^New project/ }).waitFor()
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
  await app.page.keyboard.press('Control+o')
  await sitDown(app.page, app.page.getByRole('treeitem', { name: codedTitle }))
}

/** From the Enter on its name until words stand there, codings are painted and it scrolls. */
async function openDocument(page) {
  await page.getByRole('treeitem', { name: codedTitle }).click({ clickCount: 1, trial: true })
  await page.getByRole('tree', { name: 'Sources and folders' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.evaluate(() => window.bench.watchOpening())
  await page.keyboard.press('Enter')
  return await page.evaluate(() => window.bench.opened)
}

async function benchScrolling(page, of) {
  const rates = await page.evaluate(() => window.bench.scroll(3000))
  const value = median(rates)
  return report({
    name: `${of}: frames a second while scrolling (median)`,
    value,
    unit: 'frames/s',
    target: '≥ 59',
    ok: value >= 59,
    slowestTwentieth: rounded(rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 20)]),
  })
}

/** A recent code on selected words, by its digit; the first coding makes a code recent. */
async function benchCodings(page, of) {
  const times = []
  for (let number = 0; number < codingsMeasured; number++) {
    await page.evaluate(() => window.bench.selectWords())
    if (number === 0) {
      await page.keyboard.press('c')
      await page.getByRole('combobox', { name: 'Code the selection' }).fill('code 7')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      continue
    }
    await page.evaluate(() => window.bench.watchCoding('1'))
    await page.keyboard.press('1')
    times.push(await page.evaluate(() => window.bench.coded))
  }
  const value = p95(times)
  return report({
    name: `${of}: key to painted coding (p95)`,
    value,
    unit: 'ms',
    target: '≤ 100 ms',
    ok: value <= 100,
    median: rounded(median(times)),
  })
}

async function benchKeystrokes(page, of) {
  await page.evaluate(() => window.bench.selectWords())
  await page.keyboard.press('Control+e')
  await page.getByText('You are editing the text.').waitFor()
  await page.keyboard.press('ArrowRight')
  const times = []
  for (let number = 0; number < keysMeasured; number++) {
    const key = 'abcdefghij '[number % 11]
    await page.evaluate((letter) => window.bench.watchTyping(letter), key)
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    times.push(await page.evaluate(() => window.bench.typed))
  }
  const value = p95(times)
  return report({
    name: `${of}: keystroke in edit mode to the next frame (p95)`,
    value,
    unit: 'ms',
    target: '≤ 50 ms',
    ok: value <= 50,
    median: rounded(median(times)),
  })
}
