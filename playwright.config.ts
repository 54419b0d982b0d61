import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/e2e/harness/find-browser.ts'
import { findElectron } from './tests/e2e/harness/find-electron.ts'
import type { Options } from './tests/e2e/harness/fixtures.ts'

// `x.spec.ts` runs in a browser, `x.electron.spec.ts` in Electron, `x.both.spec.ts` in both.

const browser = await findBrowser()
const electron = findElectron()

export default defineConfig<Options>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/harness/global-setup.ts',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Each test starts a library with a worker that uses all cores.
  workers: 1,
  reporter: 'list',
  projects: [
    ...(browser === undefined
      ? []
      : [
          {
            name: 'browser',
            testMatch: '**/*.spec.ts',
            testIgnore: '**/*.electron.spec.ts',
            use: {
              host: 'browser' as const,
              launchOptions: {
                executablePath: browser.executablePath,
                args: [...browser.args],
                env: { ...process.env, ...browser.env },
              },
            },
          },
        ]),
    ...('missing' in electron
      ? []
      : [
          {
            name: 'electron',
            testMatch: ['**/*.electron.spec.ts', '**/*.both.spec.ts'],
            use: { host: 'electron' as const },
          },
        ]),
  ],
})
