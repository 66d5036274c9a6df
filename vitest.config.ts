import { defineConfig } from 'vitest/config'

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
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          pool: 'forks',
          // Most of them wait for the disk; one less than there are cores would be one.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
