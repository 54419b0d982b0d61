import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base } from '@playwright/test'
import type { Faults } from '../../fixtures/processes/faulty-worker.ts'
import { rootDir } from './root-dir.ts'
import type { RunningApp, StartOptions } from './running-app.ts'
import { openInElectron, openInTab } from './running-app.ts'

export interface Options {
  /** Set by the project in playwright.config.ts. */
  readonly host: 'browser' | 'electron'
  /** How providers fail: tests/fixtures/processes/faulty-worker.ts. Absent: Winnow's own worker. */
  readonly faults: Faults | undefined
  /** More in the environment of the host. */
  readonly environment: Readonly<Record<string, string>>
}

export interface Fixtures {
  /** A folder of the test's own, for photos and whatever else; gone afterwards. */
  readonly workDir: string
  /** Where the library of this test lives. Empty at first. */
  readonly dataDir: string
  /** Winnow, running on `dataDir`. */
  readonly app: RunningApp
}

/** Playwright's `test` with Winnow running. What is not asked for is not started. It fails when Winnow asks anyone but itself. */
export const test = base.extend<Options & Fixtures>({
  host: ['browser', { option: true }],
  faults: [undefined, { option: true }],
  environment: [{}, { option: true }],
  workDir: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'winnow-e2e-'))
    await use(dir)
    await rm(dir, { recursive: true, force: true, maxRetries: 5 })
  },
  dataDir: async ({ workDir }, use) => await use(join(workDir, 'data')),
  app: async ({ host, faults, environment, dataDir, playwright, launchOptions }, use) => {
    const how = faults === undefined ? { env: environment } : withFaults(faults, environment)
    if (host === 'electron') {
      const app = await openInElectron(dataDir, how)
      await use(app)
      await app.close()
      expect(await app.foreignRequests()).toEqual([])
      return
    }
    const browser = await playwright.chromium.launch(launchOptions)
    const app = await openInTab(browser, dataDir, how)
    await use(app)
    expect(await app.foreignRequests()).toEqual([])
    await app.close()
    await browser.close()
  },
})

function withFaults(faults: Faults, environment: Readonly<Record<string, string>>): StartOptions {
  return {
    args: ['--worker-file', join(rootDir, 'tests/fixtures/processes/faulty-worker.ts')],
    env: {
      ...environment,
      WINNOW_FAULTS: JSON.stringify(faults),
      WINNOW_REAL_WORKER: join(rootDir, 'out/main/worker.js'),
    },
  }
}

export { expect }
