import { env } from 'node:process'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { killAtEveryStep } from '../fixtures/sorting/kill-at-every-step.ts'
import { folderOnSecondVolume, mountedVolume, noSecondVolume } from '../fixtures/sorting/second-volume.ts'

/** WINNOW_FAULTS=all: every step of every kind of run; else each so many-th (`stride`). */
const isAll = env['WINNOW_FAULTS'] === 'all'

test.for([
  { action: 'move', direction: 'apply', moment: 'after', stride: 48 },
  { action: 'move', direction: 'apply', moment: 'amid', stride: 112 },
  { action: 'move', direction: 'undo', moment: 'after', stride: 112 },
  { action: 'copy', direction: 'apply', moment: 'after', stride: 96 },
] as const)(
  'across two volumes, $direction of a $action, killed (-9) $moment steps of 200 files: each is whole, at one of its two places',
  { timeout: isAll ? 1_800_000 : 300_000 },
  async (plan, { skip }) => {
    const toRoot = folderOnSecondVolume()
    if (toRoot === null) return skip(noSecondVolume)
    // In memory where that can be: two volumes all the same, and syncing takes no time.
    const fromRoot = mountedVolume() ?? temporaryFolder()
    const kills = await killAtEveryStep({ ...plan, stride: isAll ? 1 : plan.stride, fromRoot, toRoot })
    expect(kills).toBeGreaterThan(4)
  },
)
