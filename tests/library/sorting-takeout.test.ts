import { cpSync, existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { findCompanions } from '../../src/core/sorting/find-companions.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { openSortedLibrary, treeOf } from '../fixtures/sort-runs/sorted-library.ts'
import { rootDir } from '../fixtures/library/test-library.ts'

const takeout = join(rootDir, '../shared/photos/importer/takeout')

test.skipIf(!existsSync(takeout))(
  'a Google Takeout is sorted by date, each photo with its JSON, and given back by undo',
  async () => {
    const dir = temporaryFolder()
    const from = join(dir, 'takeout')
    cpSync(takeout, from, { recursive: true, preserveTimestamps: true })
    const library = await openSortedLibrary(dir)
    await library.takeIn(from)
    const { client } = library
    const before = { tree: await treeOf(from), rows: library.rows() }
    const request = {
      scope: { kind: 'library' as const },
      rules: { rules: [{ when: [], to: '{year}/{month}' }], otherwise: null, includeUnsure: false },
      action: 'move' as const,
      targetPath: join(from, 'Sorted'),
    }
    const made = await client['sorting.plan'](request)
    expect(made).toMatchObject({ obstacle: null, notices: [] })
    const filter = { kind: 'status' as const, status: 'go' as const }
    const { items } = await client['sorting.planItems']({ planId: made.planId, filter, limit: 500 })
    const accompanied = items.filter(({ companions }) => companions.some(({ toName }) => toName.endsWith('.json')))
    expect(accompanied.length).toBeGreaterThan(0)
    const goingAlong = accompanied.flatMap(({ toPath, companions }) =>
      companions.map(({ toName }) => ({ toPath: toPath!, companionName: toName })),
    )

    const { runId } = await client['sorting.apply']({ planId: made.planId })
    await library.sorted()
    expect((await client['sorting.run']({ runId })).run).toMatchObject({ state: 'done', done: made.counts.files })
    // A photo finds its JSON by name where it is now.
    for (const { toPath, companionName } of goingAlong) {
      const names = await readdir(join(made.targetPath, dirname(toPath)))
      expect(findCompanions(names).get(basename(toPath))).toContain(companionName)
    }
    expect((await client['sorting.plan'](request)).counts.go).toBe(0)
    await client['history.undo']({})
    await library.sorted()
    expect({ tree: await treeOf(from), rows: library.rows() }).toEqual(before)
  },
)
