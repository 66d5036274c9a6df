import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'

// Engines are started some hundred times; what they compiled is kept.
process.env.NODE_COMPILE_CACHE = fileURLToPath(new URL('.cache/compiled', import.meta.url))

// `npm test` starts virtual displays, one for each worker: clipboard and focus are a display's.
const displays = (process.env.STANDPOINT_DISPLAYS ?? '').split(' ').filter(Boolean)
const own = displays[Number(process.env.TEST_PARALLEL_INDEX)]
if (own !== undefined) process.env.DISPLAY = own

/**
 * Tests in the real window, on a display that is not shared one after the other. One that
 * fails is run once more, because a virtual display on a busy machine drops an event now and then; one
 * that then passes is named at the end, because it has found something.
 */
export default defineConfig({
  workers: Math.max(1, displays.length),
  retries: 1,
  fullyParallel: false,
  forbidOnly: true,
  // So long that only what hangs is stopped: these machines are slow and shared.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  outputDir: 'test-results/artifacts',
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'security', testDir: 'test/security' },
  ],
})
