import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/{core,contract,library,worker,platform,main,preload,web,cli}/**/*.test.ts'],
          environment: 'node',
          // They start nothing and wait for nothing, so that two cores are for two of them.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
          globalSetup: './tests/build.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Most wait for processes of their own and for the disk; a third of the time goes by waiting.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'renderer',
          include: ['src/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
