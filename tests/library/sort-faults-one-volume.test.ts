import { env } from 'node:process'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { killAtEveryStep } from '../fixtures/sorting/kill-at-every-step.ts'
import { folderOnSecondVolume } from '../fixtures/sorting/second-volume.ts'

/** WINNOW_FAULTS=all: every step of every kind of run; else each so many-th (`stride`). */
const isAll = env['WINNOW_FAULTS'] === 'all'

test.for([
  { action: 'move', direction: 'apply', moment: 'after', stride: 24 },
  { action: 'move', direction: 'undo', moment: 'after', stride: 40 },
  { action: 'move', direction: 'apply', moment: 'before', stride: 40 },
  { action: 'copy', direction: 'apply', moment: 'amid', stride: 96 },
  { action: 'copy', direction: 'undo', moment: 'after', stride: 48 },
  { action: 'link', direction: 'apply', moment: 'after', stride: 40 },
  { action: 'link', direction: 'undo', moment: 'after', stride: 40 },
] as const)(
  'on one volume, $direction of a $action, killed (-9) $moment steps of 200 files: each is whole, at one of its two places',
  { timeout: isAll ? 1_800_000 : 300_000 },
  async (plan) => {
    // In memory where that can be: the steps are the same ones.
    const root = folderOnSecondVolume() ?? temporaryFolder()
    const kills = await killAtEveryStep({ ...plan, stride: isAll ? 1 : plan.stride, fromRoot: root, toRoot: root })
    expect(kills).toBeGreaterThan(4)
  },
)
