import * as fc from 'fast-check'
import { chmod, mkdtemp, rm, utimes } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { newRun, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'

const directory = fc.constantFrom('', 'a/', 'a/b/', 'Ferien Öl/', 'мир/', 'x/')
const name = fc.constantFrom('1.jpg', '2.jpg', '2.xmp', 'clip.mp4', 'caf\u00e9.png', 'cafe\u0301.png', '📷.jpg')
const path = fc.tuple(directory, name).map(([where, what]) => where + what)

/** Files with their contents and times, and where some of them go; two may want one path. */
const sort = fc.record({
  files: fc.dictionary(path, fc.string({ unit: 'binary-ascii', maxLength: 40 }), { minKeys: 1, maxKeys: 12 }),
  there: fc.dictionary(path, fc.string({ unit: 'binary-ascii', maxLength: 5 }), { maxKeys: 4 }),
  wishes: fc.array(fc.tuple(fc.nat(), path, fc.nat({ max: 3 })), { minLength: 1, maxLength: 12 }),
  times: fc.array(fc.integer({ min: 0, max: 1_900_000_000 }), { minLength: 1, maxLength: 5 }),
  action: fc.constantFrom('move' as const, 'copy' as const, 'link' as const),
  parent: fc.constantFrom(tmpdir(), ...(existsSync('/dev/shm') ? ['/dev/shm'] : [])),
})

test(
  'whatever is sorted where, undo gives back both trees, byte for byte and time for time',
  { timeout: 120_000 },
  async () => {
    const library = await openSortedLibrary(temporaryFolder(), { trash: async (file) => await rm(file) })
    await fc.assert(
      fc.asyncProperty(sort, async ({ files, there, wishes, times, action, parent }) => {
        const from = temporaryFolder()
        const to = await mkdtemp(join(parent, 'winnow-sorted-'))
        try {
          await writeFiles(from, files)
          await writeFiles(to, there)
          const names = Object.keys(files)
          for (const [index, file] of names.entries()) {
            const seconds = times[index % times.length]! + index / 7
            await utimes(join(from, file), seconds, seconds)
            await chmod(join(from, file), index % 2 === 0 ? 0o640 : 0o644)
          }
          await library.takeIn(from)
          const before = { from: await treeOf(from), to: await treeOf(to) }

          // Each file at most once; up to four files in a row stay together.
          const groups: (readonly [string, string])[][] = []
          const taken = new Set<string>()
          for (const [which, wish, together] of wishes) {
            const file = names[which % names.length]!
            if (taken.has(file)) continue
            taken.add(file)
            const last = groups.at(-1)
            if (together > 1 && last !== undefined && last.length < 4) last.push([file, wish])
            else groups.push([[file, wish]])
          }
          const runId = library.engine.start(await newRun(library, from, to, action, groups))
          const { entries } = await library.run(runId)

          const after = { from: await treeOf(from), to: await treeOf(to) }
          for (const [path, file] of before.to) expect(after.to.get(path)).toEqual(file)
          for (const { to: toPath, state } of entries) {
            if (state === 'done') expect(after.to.has(toPath.slice(to.length + 1))).toBe(true)
          }
          const count = (tree: typeof after.to): number =>
            [...tree.values()].filter(({ kind }) => kind === 'file').length
          const done = entries.filter(({ state }) => state === 'done').length
          expect(count(after.to)).toBe(count(before.to) + done)
          expect(count(after.from)).toBe(count(before.from) - (action === 'move' ? done : 0))

          library.engine.undo(runId, null)
          const undone = await library.run(runId)
          expect(undone.entries.filter(({ state }) => state === 'kept')).toEqual([])
          expect({ from: await treeOf(from), to: await treeOf(to) }).toEqual(before)
        } finally {
          await rm(to, { recursive: true, force: true })
        }
      }),
      { numRuns: 40 },
    )
  },
)
