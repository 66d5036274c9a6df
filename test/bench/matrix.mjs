// A matrix of 300 codes and 1,000 sources in the window; run by `npm run bench -- matrix` on a display.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { launchApp } from '../e2e/support/launch.ts'
import { openProjectFile } from '../e2e/support/open-project.ts'
import { largeProject } from './large-project.mjs'
import { median, report, rounded } from './report.mjs'
import { sitDown } from './sit-down.mjs'

const seconds = 4

const app = await launchApp()
const results = []
try {
  const path = join(app.folder, 'bench.standpoint')
  copyFileSync(await largeProject(), path)
  const { page } = app
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900),
  )
  await openProjectFile(app, path)
  await sitDown(page, page.locator('.rail'))
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('crosstab')
  await page.getByRole('option', { name: 'Matrix' }).first().waitFor()
  await page.evaluate(watchOpening)
  await page.keyboard.press('Enter')
  const milliseconds = await page.evaluate(() => window.matrixOpened)
  results.push(
    report({
      name: 'matrix of 300 codes and 1,000 sources: key to painted',
      value: milliseconds,
      unit: 'ms',
      target: '≤ 1500 ms',
      ok: milliseconds <= 1500,
    }),
  )
  for (const [name, how] of Object.entries({
    'down the rows': { top: 40, left: 0 },
    'across the columns': { top: 0, left: 60 },
    'both ways at once': { top: 20, left: 30 },
  })) {
    const rates = await page.evaluate(scroll, { ...how, milliseconds: seconds * 1000 })
    const value = median(rates)
    results.push(
      report({
        name: `frames a second while it is scrolled ${name} (median)`,
        value,
        unit: 'frames/s',
        target: '≥ 59',
        ok: value >= 59,
        slowestTwentieth: rounded(rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 20)]),
        frames: rates.length,
      }),
    )
  }
  if (app.errors.length > 0) process.stderr.write(`${app.errors.join('\n')}\n`)
} finally {
  await app.close()
}
process.exit(results.every(Boolean) ? 0 : 1)

/** Runs inside the window: from the next key until numbers have been painted. */
function watchOpening() {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const pressed = new Promise((resolve) =>
    window.addEventListener('keydown', (event) => resolve(event.timeStamp), {
      capture: true,
      once: true,
    }),
  )
  window.matrixOpened = pressed.then(async (start) => {
    while (document.querySelectorAll('.matrix-row .matrix-cell').length < 50) await frame()
    await frame()
    return performance.now() - start
  })
}

/** Frames a second between each two frames while it moves so many pixels a frame, to and fro. */
async function scroll({ top, left, milliseconds }) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const view = document.querySelector('.matrix-scroll')
  const rates = []
  let direction = 1
  let before = await frame()
  const end = before + milliseconds
  while (before < end) {
    const { scrollTop, scrollLeft } = view
    view.scrollBy(left * direction, top * direction)
    if (view.scrollTop === scrollTop && view.scrollLeft === scrollLeft) direction = -direction
    const now = await frame()
    rates.push(1000 / (now - before))
    before = now
  }
  return rates
}
