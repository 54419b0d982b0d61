import BetterSqlite3 from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginRejudging } from '../../src/library/tagging/rejudge.ts'
import { databaseFile } from '../../src/library/store/database.ts'
import { makeModelsDir, openMadeLibrary, smallVocabulary, writeVocabulary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

/** Everything a person sees of tags, to compare. */
async function seen({ client }: MadeLibrary) {
  const { categories, ...counts } = await client['categories.list']({ includeHidden: true })
  return { counts, categories, list: await client['photos.list']({}) }
}

/** Of the only model there is. */
function modelIdOf({ context }: MadeLibrary): number {
  return context.database.prepare<[], number>('SELECT id FROM model').pluck().get()!
}

function predictions({ context }: MadeLibrary): readonly unknown[] {
  return context.database.prepare('SELECT * FROM prediction ORDER BY category_id, photo_id').all()
}

test('after a restart everything is as it was, without judging anything again', async () => {
  const dir = temporaryFolder()
  const modelsDir = makeModelsDir(dir)
  const library = await openMadeLibrary(dir, { modelsDir })
  await library.settle()
  const ids = library.add(Array.from({ length: 120 }, (_, i) => (i % 5 === 0 ? { shows: ['dog'] } : {})))
  const { category } = await library.client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  await library.client['photos.decide']({ photoIds: [ids[1]!], categoryId: category.categoryId, verdict: 'yes' })
  const before = await seen(library)
  await library.close()
  const again = await openMadeLibrary(dir, { modelsDir })
  expect(await seen(again)).toEqual(before)
  const stored = predictions(again)
  await again.settle()
  expect(predictions(again)).toEqual(stored)
  // Judges made from the stored weights think of new photos what they thought before.
  const shown = before.categories.find(({ name }) => name === 'Dog')!.shownCount
  again.add([{ shows: ['dog'] }])
  expect((await seen(again)).categories.find(({ name }) => name === 'Dog')!.shownCount).toBe(shown + 1)
})

test('photos are judged one by one as they come as they are when all are judged again', async () => {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  for (let i = 0; i < 150; i++) library.add([{ shows: i % 4 === 0 ? ['horse'] : [] }])
  const stored = predictions(library)
  expect(stored.length).toBeGreaterThan(0)
  const { store } = library.context
  const { categories } = await library.client['categories.list']({})
  for (const { categoryId } of categories) store.prediction.clearCategory(categoryId)
  beginRejudging(store, modelIdOf(library))
  await library.settle()
  expect(predictions(library)).toEqual(stored)
})

test('a grown library calibrates every category anew, once', async () => {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  const libraryCounts = () =>
    library.context.database.prepare('SELECT DISTINCT library_count FROM classifier').pluck().all()
  expect(libraryCounts()).toEqual([0])
  library.add(Array.from({ length: 230 }, (_, i) => (i % 3 === 0 ? { shows: ['dog'] } : {})))
  await library.settle()
  expect(libraryCounts()).toEqual([200])
  const stored = predictions(library)
  await library.settle()
  expect(predictions(library)).toEqual(stored)
})

test('judging again goes on where it was stopped', async () => {
  const dir = temporaryFolder()
  const modelsDir = makeModelsDir(dir)
  const library = await openMadeLibrary(dir, { modelsDir })
  await library.settle()
  const ids = library.add(Array.from({ length: 190 }, (_, i) => (i % 3 === 0 ? { shows: ['dog'] } : {})))
  library.context.database.exec('DELETE FROM prediction')
  beginRejudging(library.context.store, modelIdOf(library))
  // Closed in the middle, as a person does.
  const closed = Promise.withResolvers<void>()
  library.context.events.onEvent((name) => {
    if (name === 'photos.changed') void library.close().then(closed.resolve)
  })
  // Its database goes away under it.
  void library.settle().catch(() => undefined)
  await closed.promise
  const database = new BetterSqlite3(databaseFile(join(dir, 'data')), { readonly: true })
  const through = Number(
    database.prepare("SELECT value FROM setting WHERE key LIKE 'rejudged-through %'").pluck().get(),
  )
  database.close()
  expect(through).toBeGreaterThan(0)
  expect(through).toBeLessThan(ids.at(-1)!)
  const again = await openMadeLibrary(dir, { modelsDir })
  await again.settle()
  const dog = (await seen(again)).categories.find(({ name }) => name === 'Dog')!
  expect(dog.shownCount).toBeGreaterThanOrEqual(60)
})

test('a category that is made while all are judged again is judged with them', async () => {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  library.add(Array.from({ length: 700 }, (_, i) => (i % 7 === 0 ? { shows: ['guitar'] } : { shows: ['dog'] })))
  const settling = library.settle()
  const { category } = await library.client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })
  await settling
  await library.settle()
  const after = await library.client['categories.list']({})
  const guitars = after.categories.find(({ categoryId }) => categoryId === category.categoryId)!
  expect(guitars.shownCount).toBeGreaterThanOrEqual(95)
  expect(after.categories.find(({ name }) => name === 'Dog')!.shownCount).toBeGreaterThanOrEqual(560)
})

test('a transaction that is undone leaves nothing behind', async () => {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  const [photoId] = library.add([{ shows: ['dog'] }])
  const before = await seen(library)
  const { store } = library.context
  expect(() =>
    store.transaction(() => {
      library.add([{ shows: ['dog'] }, { shows: ['beach'] }])
      store.file.setMissing(store.file.ofPhoto(photoId!)[0]!.fileId, 0)
      throw new Error('The disk is full')
    }),
  ).toThrow('The disk is full')
  expect(await seen(library)).toEqual(before)
})

test('without the model photos are shown, and what needs to look at them says so', async () => {
  const dir = temporaryFolder()
  const modelsDir = makeModelsDir(dir)
  const library = await openMadeLibrary(dir, { modelsDir })
  await library.settle()
  const [photoId] = library.add([{ shows: ['dog'], path: 'dog.jpg' }])
  const { list } = await seen(library)
  await library.close()
  const withoutModel = temporaryFolder()
  mkdirSync(join(withoutModel, 'vocabulary'))
  writeVocabulary(withoutModel, smallVocabulary)
  const blind = await openMadeLibrary(dir, { modelsDir: withoutModel })
  expect((await seen(blind)).list).toEqual(list)
  expect((await blind.client['photos.list']({ text: 'dog' })).notice).toMatch(/^Only names were searched/)
  await expect(blind.client['photos.list']({ likePhotoId: photoId! })).rejects.toMatchObject({ code: 'model-missing' })
  expect((await blind.client['system.info']({})).model).toBeNull()
  const { checks } = await blind.client['system.doctor']({})
  const failed = checks.filter(({ status }) => status === 'failed').map(({ name }) => name)
  expect(failed).toEqual(expect.arrayContaining(['Model files', 'Model at work']))
  expect(failed).not.toContain('Database')
})
