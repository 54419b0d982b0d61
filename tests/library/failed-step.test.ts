import { expect, test } from 'vitest'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

/** A full disk or the like, in the middle of a transaction: what is in memory must be what is on disk. */

async function open() {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  const photoIds = library.add(Array.from({ length: 40 }, (_, i) => ({ shows: i % 2 === 0 ? ['guitar'] : [] })))
  await library.settle()
  const draft = { name: 'Guitars', words: ['guitar'] }
  const { categoryId } = (await library.client['categories.create']({ draft })).category
  return { library, categoryId, photoIds }
}

/** Everything that memory tells about a category. */
async function told({ client }: MadeLibrary, categoryId: number, photoIds: readonly number[]) {
  const list = async (band: 'sure' | 'unsure') =>
    idsOf((await client['photos.list']({ categoryIds: [categoryId], band })).ids)
  const why = await Promise.all(photoIds.map((photoId) => client['photos.why']({ photoId, categoryId })))
  const { categories } = await client['categories.list']({ includeHidden: true })
  return {
    sure: await list('sure'),
    unsure: await list('unsure'),
    probabilities: why.map(({ probability }) => probability),
    categories,
    history: await client['history.state']({}),
    events: await client['categories.history']({ categoryId }),
  }
}

async function sabotaged({ context }: MadeLibrary, when: string, work: () => Promise<unknown>): Promise<void> {
  context.database.exec(`CREATE TEMP TRIGGER sabotage ${when} BEGIN SELECT RAISE(ABORT, 'sabotage'); END`)
  await expect(work()).rejects.toThrow()
  context.database.exec('DROP TRIGGER sabotage')
}

test('a step that fails at its end leaves nothing behind, on disk or in memory', async () => {
  const { library, categoryId, photoIds } = await open()
  const { client } = library
  const other = (await client['categories.create']({ draft: { name: 'Bananas', words: ['banana'] } })).category
  await client['photos.decide']({ photoIds: [photoIds[0]!], categoryId, verdict: 'yes' })
  const before = await told(library, categoryId, photoIds)
  const file = JSON.stringify({ format: 'winnow-categories', version: 1, categories: [{ name: 'dog' }] })
  const steps: (() => Promise<unknown>)[] = [
    () => client['photos.decide']({ photoIds: photoIds.slice(0, 9), categoryId, verdict: 'no' }),
    () => client['categories.update']({ categoryId, words: ['banana'], strictness: 0.1 }),
    () => client['choices.create']({ name: 'What', categoryIds: [categoryId, other.categoryId] }),
    () => client['categories.remove']({ categoryId }),
    () => client['categories.create']({ draft: { name: 'Mine', words: ['guitar'], yesPhotoIds: [...photoIds] } }),
    () => client['categories.import']({ json: file, fileName: 'dog.json' }),
  ]
  for (const step of steps) {
    await sabotaged(library, 'BEFORE INSERT ON main.action', step)
    expect(await told(library, categoryId, photoIds)).toEqual(before)
  }
  await sabotaged(library, 'BEFORE UPDATE ON main.action', () => client['history.undo']({}))
  expect(await told(library, categoryId, photoIds)).toEqual(before)
})

test('a category that can’t be brought up to date thinks what it thought', async () => {
  const { library, categoryId, photoIds } = await open()
  const { client, context, tagger } = library
  await client['photos.decide']({ photoIds: photoIds.slice(0, 3), categoryId, verdict: 'yes' })
  const [photoId, kept] = [photoIds[0]!, photoIds[4]!]
  context.store.transaction(() => {
    tagger.mergePhoto(photoId, kept)
    context.store.file.repoint(photoId, kept)
    context.store.photo.delete(photoId)
  })
  const { probabilities } = await told(library, categoryId, photoIds.slice(1))
  // As if photos had moved a lot: bringing the category up to date has something to write.
  context.database.exec('UPDATE prediction SET probability = 0')
  await sabotaged(library, 'BEFORE UPDATE ON main.prediction', () => library.settle())
  expect((await told(library, categoryId, photoIds.slice(1))).probabilities).toEqual(probabilities)
})
