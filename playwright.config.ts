import { defineConfig } from '@playwright/test'
import { fileURLToPath } from 'node:url'

// Scenes are made by the command line, some hundred times; what it compiled is kept.
process.env.NODE_COMPILE_CACHE = fileURLToPath(new URL('.cache/compiled', import.meta.url))

/**
 * Tests in the real window. One after the other, because each starts the whole program. One that
 * fails is run once more, because a virtual display on a busy machine drops an event now and then; one
 * that then passes is named at the end, because it has found something.
 */
export default defineConfig({
  workers: 1,
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
