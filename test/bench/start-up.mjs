import { _electron } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureElectron } from '../../scripts/lib/electron-runtime.mjs'
import { launchApp } from '../e2e/support/launch.ts'
import { median, report } from './report.mjs'

const rounds = 5

/** The program's start until its start screen can be used, against an Electron with an empty page. */
export async function benchStart() {
  const folder = mkdtempSync(join(tmpdir(), 'standpoint-empty-'))
  const own = []
  const empty = []
  try {
    writeEmptyApp(folder)
    for (let round = 0; round < rounds; round++) {
      empty.push(await startEmpty(folder))
      own.push(await startOwn())
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const value = median(own)
  const baseline = median(empty)
  return report({
    name: 'app start to usable window',
    value,
    unit: 'ms',
    baseline,
    target: '≤ 1.5 × an empty window + 1000 ms',
    ok: value <= 1.5 * baseline + 1000,
  })
}

async function startOwn() {
  const start = performance.now()
  const app = await launchApp()
  await app.page.getByRole('button', { name: /^New project/ }).waitFor()
  const time = performance.now() - start
  await app.close()
  return time
}

async function startEmpty(folder) {
  const { executable } = await ensureElectron({ quiet: true })
  const start = performance.now()
  const app = await _electron.launch({
    executablePath: executable,
    args: [folder, '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  const page = await app.firstWindow()
  await page.getByText('empty').waitFor()
  const time = performance.now() - start
  await app.close()
  return time
}

function writeEmptyApp(folder) {
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "empty", "version": "1.0.0", "main": "main.cjs" }',
  )
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>empty</title><p>empty</p>')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow().loadFile(require('path').join(__dirname, 'page.html')))
`,
  )
}
