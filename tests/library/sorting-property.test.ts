import * as fc from 'fast-check'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SortRule } from '../../src/core/sorting/sort-rules.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { contentsOf, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'

const names = [
  '1.jpg',
  '1.JPG',
  '1.CR2',
  '1.xmp',
  '1.jpg.xmp',
  '1 (2).jpg',
  '2.jpg',
  '2.jpg.json',
  'IMG_1.HEIC',
  'IMG_1.MOV',
  'IMG_1.AAE',
  'clip.mp4',
  'clip.thm',
  'caf\u00e9.png',
  'cafe\u0301.png',
  '📷.jpg',
  'con.jpg',
  'notes.txt',
]
const directory = fc.constantFrom('', 'a/', 'a/b/', 'Ferien Öl/', 'мир/', 'Sorted/', 'Sorted/2020/', 'sorted/JPEG/')
const name = fc.constantFrom(...names)
const path = fc.tuple(directory, name).map(([where, what]) => where + what)
const template = fc.constantFrom(
  '',
  '{year}',
  '{year}/{month}/{day}',
  '{type}',
  '{folder}',
  'X/{folder}/{type}',
  'x',
  '2020',
)

const sort = fc.record({
  files: fc.dictionary(path, fc.constantFrom('one', 'two', 'three', 'four', ''), { minKeys: 1, maxKeys: 14 }),
  wishes: fc.array(fc.record({ only: fc.constantFrom('all', 'jpeg', 'folder'), to: template }), { maxLength: 3 }),
  otherwise: fc.option(template),
  action: fc.constantFrom('move', 'copy', 'link'),
  target: fc.constantFrom('', 'Sorted', 'new/deep', '../outside'),
})

test(
  'whatever is sorted by which rules, nothing is lost on the way, the plan holds, and undo gives back the very tree',
  { timeout: 120_000 },
  async () => {
    const library = await openSortedLibrary(temporaryFolder(), { trash: (file) => rm(file) })
    const { client } = library
    await fc.assert(
      fc.asyncProperty(sort, async ({ files, wishes, otherwise, action, target }) => {
        const dir = temporaryFolder()
        const from = join(dir, 'photos')
        await mkdir(from)
        await writeFiles(from, files)
        const folderId = await library.takeIn(from)
        const rules = wishes.map(({ only, to }): SortRule => {
          if (only === 'all') return { when: [], to }
          if (only === 'jpeg') return { when: [{ kind: 'type', types: ['jpeg'] }], to }
          return { when: [{ kind: 'folder', folderId, folderPath: 'a' }], to }
        })
        const request = {
          scope: { kind: 'folder' as const, folderId, folderPath: '' },
          rules: { rules, otherwise, includeUnsure: false },
          action,
          targetPath: join(from, target),
        }
        const before = { tree: await treeOf(dir), rows: rowsIn(dir) }
        const made = await client['sorting.plan'](request)
        expect(made.obstacle).toBe(null)
        const filter = { kind: 'status' as const, status: 'go' as const }
        const { items } = await client['sorting.planItems']({ planId: made.planId, filter, limit: 500 })
        expect(await treeOf(dir)).toEqual(before.tree)
        if (items.length === 0) return

        const { runId } = await client['sorting.apply']({ planId: made.planId })
        await library.sorted()
        const { run } = await client['sorting.run']({ runId })
        expect(run).toMatchObject({ state: 'done', total: made.counts.files, done: made.counts.files, failed: 0 })
        const after = await treeOf(dir)
        for (const { fromPath, toPath } of items) {
          const was = before.tree.get(fromPath.slice(dir.length + 1))
          expect(after.get(join(made.targetPath, toPath!).slice(dir.length + 1))).toEqual(was)
        }
        const contents = async () => Object.values(await contentsOf(dir)).sort()
        const expected = [...before.tree.values()].filter(({ kind }) => kind === 'file').map(({ content }) => content)
        if (action === 'move') expect(await contents()).toEqual(expected.sort())
        else for (const [path, file] of before.tree) expect(after.get(path)).toEqual(file)
        if (action === 'move' && target !== '../outside') {
          expect((await client['sorting.plan'](request)).counts.go).toBe(0)
        }

        await client['history.undo']({})
        await library.sorted()
        expect((await client['sorting.run']({ runId })).run).toMatchObject({ state: 'undone', kept: 0 })
        expect({ tree: await treeOf(dir), rows: rowsIn(dir) }).toEqual(before)
      }),
      { numRuns: 40 },
    )

    function rowsIn(dir: string) {
      return library.rows().filter((row) => row.path.startsWith(dir))
    }
  },
)
