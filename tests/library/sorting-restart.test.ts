import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { openTestLibrary } from '../fixtures/library/test-library.ts'
import { treeOf } from '../fixtures/sort-runs/sorted-library.ts'

const starsOf = (count: number): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="${count}"/></rdf:RDF></x:xmpmeta>`

test('a real library is sorted by its stars, reads nothing again, and takes the sort back after a restart', async () => {
  const folder = temporaryFolder()
  const dataDir = temporaryFolder()
  await writeSmallPhotos(folder, ['a.jpg', 'b.jpg', 'in/c.jpg'])
  await writeFile(join(folder, 'a.xmp'), starsOf(5))
  await writeFile(join(folder, 'in/c.jpg.xmp'), starsOf(2))
  const first = await openTestLibrary(dataDir)
  await first.client['folders.add']({ paths: [folder] })
  await first.library.settled()
  const before = { tree: await treeOf(folder), photos: first.query('SELECT id, content_hash FROM photo ORDER BY id') }
  const request = {
    scope: { kind: 'library' as const },
    rules: {
      rules: [
        { when: [{ kind: 'rating' as const, atLeast: 4 }], to: 'Best' },
        { when: [{ kind: 'rating' as const, atLeast: 1 }], to: '{rating}' },
      ],
      otherwise: null,
      includeUnsure: false,
    },
    action: 'move' as const,
    targetPath: join(folder, 'Sorted'),
  }
  const { planId, counts } = await first.client['sorting.plan'](request)
  expect(counts).toMatchObject({ go: 2, noRule: 1, companions: 2 })
  const { runId } = await first.client['sorting.apply']({ planId })
  await first.library.settled()
  const sorted = await treeOf(folder)
  expect([...sorted.keys()].filter((path) => /\.(?:jpg|xmp)$/.test(path))).toEqual([
    join('Sorted', '2 stars', 'c.jpg'),
    join('Sorted', '2 stars', 'c.jpg.xmp'),
    join('Sorted', 'Best', 'a.jpg'),
    join('Sorted', 'Best', 'a.xmp'),
    'b.jpg',
  ])
  await first.client['folders.rescan']({})
  await first.library.settled()
  expect(first.query('SELECT id, content_hash FROM photo ORDER BY id')).toEqual(before.photos)
  expect(first.query("SELECT id FROM file WHERE state <> 'ready'")).toEqual([])

  const reader = await openTestLibrary(dataDir, { access: 'read' })
  const inUse = expect.objectContaining({ code: 'library-in-use' })
  expect((await reader.client['sorting.runs']({})).runs).toMatchObject([{ runId, state: 'done' }])
  expect((await reader.client['sorting.plan'](request)).counts).toMatchObject({ go: 0, inPlace: 2 })
  await expect(reader.client['sorting.undo']({ runId })).rejects.toEqual(inUse)
  await expect(reader.client['sorting.pause']({})).rejects.toEqual(inUse)
  await reader.close()
  await first.close()

  const next = await openTestLibrary(dataDir)
  await next.library.settled()
  await next.client['history.undo']({})
  await next.library.settled()
  expect(await treeOf(folder)).toEqual(before.tree)
  expect(next.query('SELECT id, content_hash FROM photo ORDER BY id')).toEqual(before.photos)
  expect((await next.client['sorting.runs']({})).runs).toMatchObject([{ runId, state: 'undone', kept: 0 }])
  expect([...first.complaints, ...next.complaints]).toEqual([])
})
