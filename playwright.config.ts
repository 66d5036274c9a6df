import { defineConfig } from '@playwright/test'

/**
 * Tests in the real window. One after the other, because each starts the whole program; never
 * retried, because a test that passes the second time has found something.
 */
export default defineConfig({
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  outputDir: 'test-results/artifacts',
  projects: [
    { name: 'e2e', testDir: 'test/e2e' },
    { name: 'security', testDir: 'test/security' },
  ],
})
