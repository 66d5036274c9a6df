import { defineConfig } from 'vitest/config'

/**
 * So long that only what hangs is stopped: these machines are slow and shared, and how fast the program
 * is, is measured by `npm run bench`.
 */
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
}

/** `unit` is pure code (shared and the pure parts of the renderer); `engine` uses real project files. */
const setupFiles = ['test/support/seed.ts']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          setupFiles,
          ...patience,
          // One less than there are cores, as it would be, is one on a small machine.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'engine',
          globalSetup: 'test/support/built-engine.ts',
          include: ['test/engine/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          ...patience,
          pool: 'forks',
          // One more than a small machine has cores: most of them wait for the disk, or for a process.
          maxWorkers: 3,
        },
      },
    ],
  },
})
