import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SortRequest } from '../../src/contract/sorting.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { contentsOf, openSortedLibrary, treeOf, writeFiles } from '../fixtures/sort-runs/sorted-library.ts'
import type { SortedLibrary } from '../fixtures/sort-runs/sorted-library.ts'

// Sorting through the calls that an interface has: from rules to files on disk and back.

const files = {
  'a.jpg': 'dog one',
  'a.xmp': 'about dog one',
  'b.jpg': 'sea',
  'b.jpg.xmp': 'about the sea',
  'c.jpg': 'neither',
  'in/a.jpg': 'dog two',
  'in/copy of b.jpg': 'sea',
  'in/film.mp4': 'film',
}

interface Opened {
  readonly library: SortedLibrary
  readonly from: string
  readonly to: string
  readonly trashed: string[]
  readonly dogId: number
  readonly beachId: number
}

/** Two photos are dogs and one (twice) shows a beach, because the person said so. */
async function open(made: Readonly<Record<string, string>> = files): Promise<Opened> {
  const dir = temporaryFolder()
  const from = join(dir, 'photos')
  const trashed: string[] = []
  await writeFiles(from, made)
  const library = await openSortedLibrary(dir, {
    trash: async (path) => {
      trashed.push(path)
      await rm(path, { recursive: true })
    },
  })
  await library.takeIn(from)
  const { categories } = await library.client['categories.list']({ includeHidden: true })
  const idOf = (name: string): number => categories.find((category) => category.name === name)!.categoryId
  const [dogId, beachId] = [idOf('Dog'), idOf('Beach')]
  await say(
    library,
    dogId,
    ['a.jpg', 'in/a.jpg'].map((name) => join(from, name)),
  )
  await say(library, beachId, [join(from, 'b.jpg')])
  return { library, from, to: join(from, 'Sorted'), trashed, dogId, beachId }
}

async function say({ client, rows }: SortedLibrary, categoryId: number, paths: readonly string[]): Promise<void> {
  const photoIds = rows().flatMap(({ path, photoId }) => (paths.includes(path) && photoId !== null ? [photoId] : []))
  if (photoIds.length > 0) await client['photos.decide']({ photoIds, categoryId, verdict: 'yes' })
}

function byCategory({ to, dogId, beachId }: Opened, more: Partial<SortRequest> = {}): SortRequest {
  return {
    scope: { kind: 'library' },
    rules: {
      rules: [{ when: [{ kind: 'category', categoryIds: [dogId, beachId] }], to: '{category}' }],
      otherwise: null,
      includeUnsure: false,
    },
    action: 'move',
    targetPath: to,
    ...more,
  }
}

async function apply({ library }: Opened, request: SortRequest): Promise<number> {
  const { client } = library
  const { planId } = await client['sorting.plan'](request)
  const { runId } = await client['sorting.apply']({ planId })
  await library.sorted()
  return runId
}

test('photos go where the rules say with what belongs to them, the library follows, and undo puts all back', async () => {
  const opened = await open()
  const { library, from, to } = opened
  const { client } = library
  const before = await treeOf(from)
  const rowsBefore = library.rows()

  const plan = await client['sorting.plan'](byCategory(opened))
  expect(plan).toMatchObject({
    targetPath: to,
    targetExists: false,
    targetInLibrary: true,
    obstacle: null,
    notices: [],
  })
  expect(plan.counts).toMatchObject({ go: 3, files: 5, companions: 2, noRule: 2, sameContent: 1, renamed: 1 })
  expect(plan.folders.map(({ path, itemCount, exists }) => [path, itemCount, exists])).toEqual([
    ['', 3, false],
    ['Beach', 1, false],
    ['Dog', 2, false],
  ])
  const dogs = await client['sorting.planItems']({
    planId: plan.planId,
    filter: { kind: 'folder', path: 'Dog', deep: false },
  })
  expect(dogs.items.map(({ fromPath, toPath, companions }) => [fromPath, toPath, companions.length])).toEqual([
    [join(from, 'a.jpg'), 'Dog/a.jpg', 1],
    [join(from, 'in/a.jpg'), 'Dog/a (2).jpg', 0],
  ])
  const everywhere = { kind: 'folder', path: '', deep: true } as const
  const { photoIds } = await client['sorting.planPhotos']({ planId: plan.planId, filter: everywhere })
  const all = await client['sorting.planItems']({ planId: plan.planId, filter: everywhere })
  expect(photoIds).toHaveLength(3)
  expect(photoIds).toEqual(all.items.map(({ photoId }) => photoId))
  expect(await treeOf(from)).toEqual(before)

  const runId = await apply(opened, byCategory(opened))
  expect(await contentsOf(from)).toEqual({
    'Sorted/Beach/b.jpg': 'sea',
    'Sorted/Beach/b.jpg.xmp': 'about the sea',
    'Sorted/Dog/a (2).jpg': 'dog two',
    'Sorted/Dog/a.jpg': 'dog one',
    'Sorted/Dog/a.xmp': 'about dog one',
    'c.jpg': 'neither',
    'in/copy of b.jpg': 'sea',
    'in/film.mp4': 'film',
  })
  const facts = (rows: typeof rowsBefore) =>
    rows.map(({ fileId, photoId, state, verified }) => [fileId, photoId, state, verified]).sort()
  expect(facts(library.rows())).toEqual(facts(rowsBefore))
  expect((await client['photos.list']({ categoryIds: [opened.dogId] })).total).toBe(2)

  const again = await client['sorting.plan'](byCategory(opened))
  expect(again.counts).toMatchObject({ go: 0, inPlace: 3, sameContent: 1 })

  const { runs } = await client['sorting.runs']({})
  expect(runs).toMatchObject([{ runId, state: 'done', total: 5, done: 5, failed: 0 }])
  const { csv } = await client['sorting.exportRun']({ runId })
  expect(csv.trimEnd().split(/\r?\n/)).toHaveLength(6)

  expect(await client['history.undo']({})).toMatchObject({ did: 'Moved 5 files to Sorted' })
  await library.sorted()
  expect(await treeOf(from)).toEqual(before)
  expect(facts(library.rows())).toEqual(facts(rowsBefore))
  expect((await client['sorting.runs']({})).runs).toMatchObject([{ state: 'undone', undone: 5 }])

  expect(await client['history.redo']({})).toMatchObject({ did: 'Moved 5 files to Sorted' })
  await library.sorted()
  expect(Object.keys(await contentsOf(from))).toContain('Sorted/Dog/a.xmp')
})

test('what a person excludes stays, and a folder goes where they want it', async () => {
  const opened = await open()
  const { library, from, beachId } = opened
  const beach = library.rows().find(({ path }) => path === join(from, 'b.jpg'))!
  const edits = { excludedFileIds: [beach.fileId], folders: [{ from: 'Dog', to: 'Pets/Good dogs' }] }
  const plan = await library.client['sorting.plan'](byCategory(opened, { edits }))
  expect(plan.counts).toMatchObject({ go: 3, excluded: 1, sameContent: 0 })
  expect(plan.folders.map(({ path }) => path)).toEqual(['', 'Beach', 'Pets', 'Pets/Good dogs'])
  await apply(opened, byCategory(opened, { edits }))
  expect(Object.keys(await contentsOf(from))).toEqual(
    expect.arrayContaining(['b.jpg', 'b.jpg.xmp', 'Sorted/Pets/Good dogs/a.jpg', 'Sorted/Beach/copy of b.jpg']),
  )
  expect(beachId).toBeGreaterThan(0)
})

test('what Winnow is not sure of stays, unless it is asked for', async () => {
  const opened = await open()
  const { library, from, dogId } = opened
  const photoId = library.rows().find(({ path }) => path === join(from, 'c.jpg'))!.photoId!
  library.context.store.prediction.insert(dogId, photoId, { band: 'unsure', probability: 0.6 })
  const countsWith = async (includeUnsure: boolean) => {
    const request = byCategory(opened)
    return (await library.client['sorting.plan']({ ...request, rules: { ...request.rules, includeUnsure } })).counts
  }
  expect(await countsWith(false)).toMatchObject({ go: 3, unsure: 1 })
  expect(await countsWith(true)).toMatchObject({ go: 4, unsure: 0 })
})

test('rules by date, folder and type take what has no tags as well', async () => {
  const opened = await open()
  const { library } = opened
  const folderId = library.context.store.folder.list().find(({ path }) => path === opened.from)!.folderId
  const request = byCategory(opened, {
    action: 'copy',
    rules: {
      rules: [
        { when: [{ kind: 'type', types: ['video'] }], to: 'Films/{year}' },
        { when: [{ kind: 'folder', folderId, folderPath: 'in' }], to: 'From {folder}' },
        { when: [{ kind: 'date', fromMs: Date.UTC(2000, 0), toMs: Date.UTC(2100, 0) }], to: '{year}/{month}' },
      ],
      otherwise: null,
      includeUnsure: false,
    },
  })
  const runId = await apply(opened, request)
  expect(Object.keys(await contentsOf(opened.to))).toEqual([
    '2020/09/a.jpg',
    '2020/09/a.xmp',
    '2020/09/b.jpg',
    '2020/09/b.jpg.xmp',
    '2020/09/c.jpg',
    'Films/2020/film.mp4',
    'From in/a.jpg',
    'From in/copy of b.jpg',
  ])
  const { entries } = await library.client['sorting.run']({ runId, state: 'done' })
  expect(entries.filter(({ isCompanion }) => isCompanion)).toHaveLength(2)
  await library.client['sorting.undo']({ runId })
  await library.sorted()
  expect(await contentsOf(opened.from)).toEqual(files)
  expect(opened.trashed).toHaveLength(8)
})

test('rules are kept by name, replaced by name, and know when and where they were used', async () => {
  const opened = await open()
  const { client } = opened.library
  const { rules, action } = byCategory(opened)
  const saved = (await client['sorting.saveRules']({ name: 'Best', rules, action, targetPath: null })).rules
  expect(saved).toMatchObject({ name: 'Best', usedAtMs: null, targetPath: null, rules })
  await client['sorting.saveRules']({ name: 'best', rules, action: 'copy', targetPath: null })
  expect((await client['sorting.rules']({})).rules).toMatchObject([
    { rulesId: saved.rulesId, name: 'best', action: 'copy' },
  ])
  await apply(opened, byCategory(opened, { rulesName: 'Best' }))
  const [used] = (await client['sorting.rules']({})).rules
  expect(used).toMatchObject({ targetPath: opened.to })
  expect(used!.usedAtMs).not.toBeNull()
  const wrong = { ...rules, rules: [{ when: [], to: '../{year}' }] }
  await expect(
    client['sorting.saveRules']({ name: 'Wrong', rules: wrong, action, targetPath: null }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  await client['sorting.removeRules']({ rulesId: saved.rulesId })
  expect((await client['sorting.rules']({})).rules).toEqual([])
})

test('folders left empty are offered, litter or not, and go to the trash only when asked', async () => {
  const opened = await open({ 'old/deep/a.jpg': 'dog', 'old/deep/.DS_Store': '', 'old/keep/c.jpg': 'other' })
  const { library, from, trashed } = opened
  await say(library, opened.dogId, [join(from, 'old/deep/a.jpg')])
  const runId = await apply(opened, byCategory(opened))
  expect(trashed).toEqual([])
  const { paths } = await library.client['sorting.emptyFolders']({ runId })
  expect(paths).toEqual([join(from, 'old/deep')])
  const stranger = join(from, 'old/keep')
  const result = await library.client['sorting.removeEmptyFolders']({ runId, paths: [...paths, stranger] })
  expect(result.removed).toEqual(paths)
  expect(result.kept).toMatchObject([{ path: stranger }])
  expect(trashed).toEqual(paths)
  expect(await library.client['sorting.emptyFolders']({ runId })).toEqual({ paths: [] })
})

test('places where nothing may be sorted to are refused with a sentence', async () => {
  const opened = await open()
  const { client } = opened.library
  const check = async (targetPath: string) => await client['sorting.checkTarget']({ targetPath })
  await writeFile(join(opened.from, 'file'), '')
  expect(await check(join(opened.from, 'new/deeper'))).toMatchObject({ exists: false, inLibrary: true, obstacle: null })
  expect((await check(join(opened.from, '..', 'data', 'x'))).obstacle).toContain('keeps its own files')
  expect((await check(join(opened.from, '.hidden/x'))).obstacle).toContain('does not look into')
  expect((await check(join(opened.from, 'file'))).obstacle).toContain('is a file')
  expect((await check('somewhere')).obstacle).toContain('not a full path')
  const { planId, obstacle } = await client['sorting.plan'](
    byCategory(opened, { targetPath: join(opened.from, 'file') }),
  )
  expect(obstacle).toContain('is a file')
  await expect(client['sorting.apply']({ planId })).rejects.toMatchObject({ code: 'not-available' })
})
