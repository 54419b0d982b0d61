import { env } from 'node:process'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { killRecoveries } from '../fixtures/sorting/kill-recoveries.ts'
import type { BrokenRun } from '../fixtures/sorting/kill-recoveries.ts'
import { folderOnSecondVolume, mountedVolume } from '../fixtures/sorting/second-volume.ts'

/** WINNOW_FAULTS=all: every step of every recovery; else so many of each. */
const isAll = env['WINNOW_FAULTS'] === 'all'
const killsOfEach = 2

test(
  'what looks after a killed run is killed (-9) itself, twice: the third start finds every file whole, and the run goes on or back',
  { timeout: isAll ? 7_200_000 : 300_000 },
  async () => {
    const fast = folderOnSecondVolume() ?? temporaryFolder()
    // In memory where that can be: two volumes all the same, and syncing takes no time.
    const other = mountedVolume() ?? temporaryFolder()
    const here = { fromRoot: fast, toRoot: fast }
    const across = { fromRoot: other, toRoot: fast }
    const plans: readonly BrokenRun[] = [
      { action: 'move', direction: 'apply', moment: 'after', ...here },
      { action: 'move', direction: 'apply', moment: 'amid', ...across },
      { action: 'move', direction: 'undo', moment: 'after', ...across },
      { action: 'copy', direction: 'undo', moment: 'after', ...here },
    ]
    const more: readonly BrokenRun[] = [
      { action: 'copy', direction: 'apply', moment: 'amid', ...here },
      { action: 'link', direction: 'apply', moment: 'after', ...here },
    ]
    const killed = await killRecoveries(
      isAll ? [...plans, ...more] : plans,
      isAll ? Number.POSITIVE_INFINITY : killsOfEach,
    )
    // Each recovery of each run was killed in the middle, most of them twice.
    expect(killed).toBeGreaterThan(isAll ? 1000 : 16)
  },
)
