import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PlanSummary, SortRequest } from '../../src/contract/sorting.ts'
import type { SortRule } from '../../src/core/sorting/sort-rules.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { contentsOf, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'

// What is planned for files as they are on the disk and in the library, and what becomes of it.

interface Opened {
  readonly library: SortedLibrary
  readonly client: SortedLibrary['client']
  readonly folderId: number
  readonly dir: string
  readonly from: string
  readonly to: string
  fileId(path: string): number
  photoId(path: string): number
  category(name: string): Promise<number>
  decide(path: string, category: string, verdict: 'yes' | 'no'): Promise<void>
  plan(rules: readonly SortRule[], more?: Partial<SortRequest>): Promise<PlanSummary>
  /** What goes where, by where it is, companions after their photo; relative. */
  moves(plan: PlanSummary): Promise<Readonly<Record<string, string>>>
  apply(plan: PlanSummary): Promise<number>
}

/** A library with these files, sorted to a folder inside it unless told otherwise. */
async function open(
  files: Readonly<Record<string, string>>,
  trash: (path: string) => Promise<void> = (path) => rm(path, { recursive: true }),
): Promise<Opened> {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  const to = join(from, 'Sorted')
  await writeFiles(from, files)
  const library = await openSortedLibrary(dir, { trash })
  const folderId = await library.takeIn(from)
  const { client } = library
  const category = async (name: string): Promise<number> => {
    const { categories } = await client['categories.list']({ includeHidden: true })
    return categories.find((one) => one.name === name)!.categoryId
  }
  const row = (path: string) => library.rows().find((one) => one.path === join(from, path))!
  const photoId = (path: string): number => row(path).photoId!
  return {
    library,
    client,
    folderId,
    dir,
    from,
    to,
    photoId,
    fileId: (path) => row(path).fileId,
    category,
    async decide(path, name, verdict) {
      await client['photos.decide']({ photoIds: [photoId(path)], categoryId: await category(name), verdict })
    },
    plan: (rules, more = {}) =>
      client['sorting.plan']({
        scope: { kind: 'library' },
        rules: { rules: [...rules], otherwise: null, includeUnsure: false },
        action: 'move',
        targetPath: to,
        ...more,
      }),
    async moves({ planId }) {
      const filter = { kind: 'status', status: 'go' } as const
      const { items } = await client['sorting.planItems']({ planId, filter, limit: 500 })
      return Object.fromEntries(
        items.map(({ fromPath, toPath, companions }) => [
          fromPath.slice(from.length + 1),
          [toPath, ...companions.map(({ toName }) => toName)].join(' + '),
        ]),
      )
    },
    async apply({ planId }) {
      const { runId } = await client['sorting.apply']({ planId })
      await library.sorted()
      return runId
    },
  }
}

const byYear: SortRule = { when: [], to: '{year}' }

test('what was said and what is sure counts for a category, also for the one above; a no never does', async () => {
  const { plan, moves, library, photoId, category, decide } = await open({
    'said.jpg': '1',
    'sure.jpg': '2',
    'unsure.jpg': '3',
    'denied.jpg': '4',
    'none.jpg': '5',
  })
  const dog = await category('Dog')
  await decide('said.jpg', 'Dog', 'yes')
  await decide('denied.jpg', 'Dog', 'no')
  const { prediction } = library.context.store
  prediction.insert(dog, photoId('sure.jpg'), { band: 'sure', probability: 0.95 })
  prediction.insert(dog, photoId('unsure.jpg'), { band: 'unsure', probability: 0.6 })
  prediction.insert(dog, photoId('denied.jpg'), { band: 'sure', probability: 0.99 })
  const rules: readonly SortRule[] = [
    { when: [{ kind: 'category', categoryIds: [await category('Animals')] }], to: 'Pets/{category}' },
  ]
  const made = await plan(rules)
  expect(await moves(made)).toEqual({ 'said.jpg': 'Pets/Dog/said.jpg', 'sure.jpg': 'Pets/Dog/sure.jpg' })
  expect(made.counts).toMatchObject({ go: 2, unsure: 1, noRule: 2 })
  const more = await plan(rules, { rules: { rules: [...rules], otherwise: null, includeUnsure: true } })
  expect(more.counts).toMatchObject({ go: 3, unsure: 0, noRule: 2 })
})

test('a category that is gone is named, and wants nothing', async () => {
  const { plan } = await open({ 'a.jpg': 'a' })
  const made = await plan([{ when: [{ kind: 'category', categoryIds: [987_654] }], to: 'X' }])
  expect(made.counts).toMatchObject({ go: 0, noRule: 1 })
  expect(made.notices).toEqual([expect.stringContaining('Rule 1')])
})

test('a scope of photos, a folder or a category takes in nothing else', async () => {
  const { plan, moves, photoId, folderId, category, decide } = await open({
    'a.jpg': 'a',
    'in/b.jpg': 'b',
    'inner/c.jpg': 'c',
  })
  const of = async (scope: SortRequest['scope']) => Object.keys(await moves(await plan([byYear], { scope })))
  expect(await of({ kind: 'photos', photoIds: [photoId('a.jpg')] })).toEqual(['a.jpg'])
  expect(await of({ kind: 'folder', folderId, folderPath: 'in' })).toEqual(['in/b.jpg'])
  await decide('inner/c.jpg', 'Beach', 'yes')
  expect(await of({ kind: 'category', categoryId: await category('Beach') })).toEqual(['inner/c.jpg'])
})

test('names of what goes together stay in step; the same content stays, other content gets a number', async () => {
  const { plan, moves, apply, from, client } = await open({
    'a/IMG_1.jpg': 'one',
    'a/IMG_1.CR2': 'raw',
    'a/IMG_1.xmp': 'stars',
    'b/IMG_1.jpg': 'two',
    'b/IMG_1.xmp': 'other stars',
    'c/copy.jpg': 'three',
    'Sorted/2020/IMG_1.jpg': 'three',
  })
  const made = await plan([byYear])
  expect(made.counts).toMatchObject({ go: 2, inPlace: 1, sameContent: 1, renamed: 2, files: 5, companions: 3 })
  expect(await moves(made)).toEqual({
    'a/IMG_1.jpg': '2020/IMG_1 (2).jpg + IMG_1 (2).CR2 + IMG_1 (2).xmp',
    'b/IMG_1.jpg': '2020/IMG_1 (3).jpg + IMG_1 (3).xmp',
  })
  const filter = { kind: 'status', status: 'same-content' } as const
  const { items } = await client['sorting.planItems']({ planId: made.planId, filter })
  expect(items).toMatchObject([{ fromPath: join(from, 'c/copy.jpg'), notes: [expect.stringContaining('IMG_1.jpg')] }])
  await apply(made)
  expect(await contentsOf(from)).toEqual({
    'Sorted/2020/IMG_1.jpg': 'three',
    'Sorted/2020/IMG_1 (2).jpg': 'one',
    'Sorted/2020/IMG_1 (2).CR2': 'raw',
    'Sorted/2020/IMG_1 (2).xmp': 'stars',
    'Sorted/2020/IMG_1 (3).jpg': 'two',
    'Sorted/2020/IMG_1 (3).xmp': 'other stars',
    'c/copy.jpg': 'three',
  })
  expect((await plan([byYear])).counts).toMatchObject({ go: 0, inPlace: 3, sameContent: 1 })
})

test('a plan with other edits stands beside the one before', async () => {
  const { plan, moves, fileId } = await open({ 'a.jpg': 'a', 'b.jpg': 'b', 'c.png': 'c' })
  const rules: readonly SortRule[] = [{ when: [], to: '{year}/{type}' }]
  const first = await plan(rules)
  const edits = { excludedFileIds: [fileId('b.jpg')], folders: [{ from: '2020/JPEG', to: 'Pictures' }] }
  const edited = await plan(rules, { edits })
  expect(await moves(edited)).toEqual({ 'a.jpg': 'Pictures/a.jpg', 'c.png': '2020/PNG/c.png' })
  expect(edited.counts).toMatchObject({ go: 2, excluded: 1 })
  expect(edited.folders.map(({ path }) => path)).toEqual(['', '2020', '2020/PNG', 'Pictures'])
  expect(Object.keys(await moves(first))).toHaveLength(3)
})

test('what Ctrl+Z takes back, Ctrl+Y sorts again; rules by folder mean where a photo came from', async () => {
  const { plan, apply, decide, library, client, from, to } = await open({
    'a/a.jpg': 'a',
    'a/a.xmp': 'about a',
    'b/b.jpg': 'b',
    'b/c.mp4': 'c',
  })
  await decide('a/a.jpg', 'Dog', 'yes')
  const rules: readonly SortRule[] = [{ when: [], to: '{folder}/{year}' }]
  const before = { tree: await treeOf(from), rows: library.rows() }
  const made = await plan(rules)
  expect(made).toMatchObject({ neededBytes: 0, counts: { go: 3, files: 4, companions: 1 } })
  const runId = await apply(made)
  const after = { tree: await treeOf(from), rows: library.rows() }
  expect(after.rows.every(({ path }) => path.startsWith(to))).toBe(true)
  expect((await plan(rules)).counts).toMatchObject({ go: 0, inPlace: 3 })

  expect((await client['history.state']({})).undoLabel).toBe('Moved 4 files to Sorted')
  await client['history.undo']({})
  await library.sorted()
  expect({ tree: await treeOf(from), rows: library.rows() }).toEqual(before)
  expect((await client['sorting.runs']({})).runs).toMatchObject([{ runId, state: 'undone', undone: 4, kept: 0 }])
  await client['history.redo']({})
  await library.sorted()
  expect(await treeOf(from)).toEqual(after.tree)
  expect((await client['sorting.runs']({})).runs).toMatchObject([{ runId, state: 'done', done: 4 }])
})

test('a sort that was undone from the list of sorts is no step of Ctrl+Z any more, but one of Ctrl+Y', async () => {
  const { plan, apply, decide, library, client, from } = await open({ 'a.jpg': 'a' })
  await decide('a.jpg', 'Dog', 'yes')
  const { undoLabel } = await client['history.state']({})
  const before = await treeOf(from)
  const runId = await apply(await plan([byYear]))
  await client['sorting.undo']({ runId })
  await library.sorted()
  expect(await treeOf(from)).toEqual(before)
  expect(await client['history.state']({})).toEqual({ undoLabel, redoLabel: 'Moved 1 file to Sorted' })
})

test('undone after something else was done, a sort is no step any more: Ctrl+Z takes back what is there to take back', async () => {
  const { plan, apply, decide, library, client } = await open({ 'a.jpg': 'a' })
  await decide('a.jpg', 'Dog', 'yes')
  const { undoLabel } = await client['history.state']({})
  const runId = await apply(await plan([byYear]))
  await decide('Sorted/2020/a.jpg', 'Dog', 'no')
  const later = (await client['history.state']({})).undoLabel
  await client['sorting.undo']({ runId })
  await library.sorted()
  expect(await client['history.undo']({})).toMatchObject({ did: later, undoLabel })
})

test('files that changed or went since the library saw them are left out, each told of', async () => {
  const { plan, moves, from } = await open({ 'a.jpg': 'a', 'gone.jpg': 'g', 'changed.jpg': 'c', 'away/b.jpg': 'b' })
  await rm(join(from, 'gone.jpg'))
  await rm(join(from, 'away'), { recursive: true })
  await writeFile(join(from, 'changed.jpg'), 'longer than before')
  const made = await plan([byYear])
  expect(await moves(made)).toEqual({ 'a.jpg': '2020/a.jpg' })
  expect(made.notices).toEqual([
    expect.stringMatching(/^2 files are not/),
    expect.stringMatching(/^1 file has changed/),
  ])
})

test('a photo that was not read yet waits where its date or tags are asked for, and goes where they are not', async () => {
  const { plan, library, fileId, from } = await open({ 'a.jpg': 'a', 'b.jpg': 'b' })
  library.context.database.prepare("UPDATE file SET state = 'found' WHERE id = ?").run(fileId('b.jpg'))
  const made = await plan([byYear])
  expect(made).toMatchObject({ counts: { go: 1 }, notices: [expect.stringMatching(/^1 photo has not been read/)] })
  expect(await plan([{ when: [], to: '{type}' }])).toMatchObject({ counts: { go: 2 }, notices: [] })
  expect(await contentsOf(from)).toEqual({ 'a.jpg': 'a', 'b.jpg': 'b' })
})

test('a photo stays with the one it belongs to when that one is not among those chosen', async () => {
  const { plan, library, fileId } = await open({ 'IMG_1.jpg': 'a', 'IMG_1.dng': 'raw' })
  const { store, database } = library.context
  const photoId = store.photo.insertFound(0)
  database.prepare('UPDATE file SET photo_id = ? WHERE id = ?').run(photoId, fileId('IMG_1.dng'))
  const made = await plan([byYear], { scope: { kind: 'photos', photoIds: [photoId] } })
  expect(made).toMatchObject({ counts: { go: 0 }, notices: [expect.stringContaining('belongs to another')] })
})

test('a folder that is away is named, and nothing in it is sorted', async () => {
  const { plan, library, folderId, from } = await open({ 'a.jpg': 'a' })
  library.context.store.folder.setStatus(folderId, 'offline', null)
  const made = await plan([byYear], { targetPath: join(from, '../elsewhere') })
  expect(made).toMatchObject({ counts: { go: 0, noRule: 0 }, notices: [expect.stringContaining(from)] })
})

test('nothing is applied against an obstacle, twice, or when nothing comes of it', async () => {
  const { client, plan, apply, dir, from } = await open({ 'a.jpg': 'a' })
  await expect(client['sorting.apply']({ planId: 'none' })).rejects.toMatchObject({ code: 'not-found' })
  const refused = await plan([byYear], { targetPath: join(dir, 'data/sorted') })
  expect(refused.obstacle).toContain('own files')
  await expect(client['sorting.apply']({ planId: refused.planId })).rejects.toMatchObject({ code: 'not-available' })
  expect(await contentsOf(from)).toEqual({ 'a.jpg': 'a' })
  const made = await plan([byYear])
  await apply(made)
  await expect(client['sorting.apply']({ planId: made.planId })).rejects.toMatchObject({ code: 'not-found' })
  const again = await plan([byYear])
  expect(again).toMatchObject({ obstacle: null, counts: { go: 0, inPlace: 1 } })
  await expect(client['sorting.apply']({ planId: again.planId })).rejects.toMatchObject({ code: 'not-available' })
})

test('a sort is listed file by file, by state, and as a table', async () => {
  const { client, plan, apply, from, to } = await open({ 'a.jpg': 'a', 'a.xmp': 'about', 'b.jpg': 'b' })
  const made = await plan([byYear], { rulesName: 'Mine' })
  await writeFile(join(from, 'b.jpg'), 'changed since')
  const runId = await apply(made)
  const { run, entries, total } = await client['sorting.run']({ runId })
  expect(run).toMatchObject({ rulesName: 'Mine', state: 'done', total: 3, done: 2, failed: 1, targetPath: to })
  expect(total).toBe(3)
  expect(entries.map((one) => [one.fromPath.slice(from.length + 1), one.isCompanion, one.state])).toEqual([
    ['a.jpg', false, 'done'],
    ['a.xmp', true, 'done'],
    ['b.jpg', false, 'failed'],
  ])
  expect(await client['sorting.run']({ runId, state: 'failed' })).toMatchObject({
    total: 1,
    entries: [{ toPath: join(to, '2020/b.jpg'), reason: expect.stringContaining('b.jpg') }],
  })
  const { csv, suggestedFileName } = await client['sorting.exportRun']({ runId })
  expect(csv.trimEnd().split(/\r?\n/)).toHaveLength(4)
  expect(suggestedFileName).toBe('Sorted 2024-06-15 Sorted.csv')
  await expect(client['sorting.run']({ runId: 99 })).rejects.toMatchObject({ code: 'not-found' })
})

test('a folder that holds something again, one of the library and one that was never emptied stay out of the trash', async () => {
  const trashed: string[] = []
  const trashDir = temporaryFolder()
  const { client, plan, apply, from, dir } = await open(
    { 'a/b/one.jpg': '1', 'a/b/Thumbs.db': 'small', 'c/two.jpg': '2', 'd/three.jpg': '3', 'd/notes.txt': 'mine' },
    (path) => rename(path, join(trashDir, String(trashed.push(path)))),
  )
  await mkdir(join(from, 'never used'))
  const runId = await apply(await plan([byYear], { targetPath: join(dir, 'sorted') }))
  const { paths } = await client['sorting.emptyFolders']({ runId })
  expect(paths).toEqual([join(from, 'a/b'), join(from, 'a'), join(from, 'c')])
  await writeFile(join(from, 'c/new.jpg'), 'came since')
  const stay = [dir, from, join(from, 'c'), join(from, 'd'), join(from, 'never used')]
  const { removed, kept } = await client['sorting.removeEmptyFolders']({ runId, paths: [...paths, ...stay] })
  expect(removed).toEqual([join(from, 'a/b'), join(from, 'a')])
  expect(trashed).toEqual(removed)
  expect([...new Set(kept.map(({ path }) => path))].sort()).toEqual(stay)
  expect(await contentsOf(from)).toEqual({ 'c/new.jpg': 'came since', 'd/notes.txt': 'mine' })
})

test('a copy needs room on the disk, a move or a second name on the same disk none', async () => {
  const { plan } = await open({ 'a.jpg': 'abc', 'a.xmp': 'de' })
  expect(await plan([byYear], { action: 'copy' })).toMatchObject({ neededBytes: 5, freeBytes: expect.any(Number) })
  expect(await plan([byYear], { action: 'link' })).toMatchObject({ neededBytes: 0, obstacle: null })
})
