import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, asyncProperty, constant, constantFrom, oneof, record } from 'fast-check'
import { expect, test } from 'vitest'
import { smallPhoto, writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { makeModelsDir } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { eventually, openTestLibrary, rootDir } from '../fixtures/library/test-library.ts'
import type { TestLibrary } from '../fixtures/library/test-library.ts'
import { addTinyModel } from '../fixtures/models/add-model.ts'

const starter = 'winnow-starter@0.2.0'

async function servingKey({ client }: TestLibrary): Promise<string> {
  const { model } = await client['system.info']({})
  return `${model?.id}@${model?.version}`
}

/** Begins to prepare a model and holds it before it is done. */
async function useAndPause(library: TestLibrary, modelKey: string): Promise<{ using: Promise<unknown> }> {
  const using = library.client['models.use']({ modelKey })
  await eventually(async () => {
    await library.client['models.pausePreparing']({})
    return library
      .query<{ value: string }>("SELECT value FROM setting WHERE key = 'model.preparing'")[0]
      ?.value.includes('true')
  })
  return { using }
}

const embedded = (library: TestLibrary, modelKey: string): readonly number[] =>
  library
    .query<{ photoId: number }>(
      `SELECT photo_id AS photoId FROM embedding WHERE model_id = (SELECT id FROM model WHERE name = '${modelKey}') ORDER BY photo_id`,
    )
    .map(({ photoId }) => photoId)

const decisions = (library: TestLibrary): readonly unknown[] => library.query('SELECT * FROM decision ORDER BY id')
const predictions = (library: TestLibrary, modelKey: string): readonly unknown[] =>
  library.query(
    `SELECT category_id, photo_id, band, round(probability, 3) FROM prediction WHERE model_id = (SELECT id FROM model WHERE name = '${modelKey}')
     ORDER BY category_id, photo_id`,
  )
const photos = (library: TestLibrary): readonly number[] =>
  library
    .query<{ id: number }>("SELECT DISTINCT photo_id AS id FROM file WHERE state = 'ready' ORDER BY photo_id")
    .map(({ id }) => id)

async function openWithPhotos(count: number) {
  const dir = temporaryFolder()
  const dataDir = join(dir, 'data')
  const folder = join(dir, 'photos')
  const modelsDir = makeModelsDir(dir)
  await writeSmallPhotos(
    folder,
    Array.from({ length: count }, (_, i) => `${i % 3}/${i}.jpg`),
  )
  const other = await addTinyModel(dataDir, 'clip-transformers')
  const library = await openTestLibrary(dataDir, { modelsDir })
  await library.client['folders.add']({ paths: [folder] })
  await library.library.settled()
  return { dir, dataDir, folder, modelsDir, other, library }
}

test(
  'the old model serves until the other has done the library; everything is kept, and going back is at once',
  { timeout: 90_000 },
  async () => {
    const { folder, other, library } = await openWithPhotos(30)
    const { client } = library
    const { category } = await client['categories.create']({
      draft: { name: 'Stripes', words: ['striped'], strictness: 0.7 },
    })
    const { category: plain } = await client['categories.create']({ draft: { name: 'Plain', words: ['plain'] } })
    await client['choices.create']({
      name: 'Pattern',
      categoryIds: [category.categoryId, plain.categoryId],
      allowsNone: true,
    })
    const ids = photos(library)
    await client['photos.decide']({ photoIds: ids.slice(0, 4), categoryId: category.categoryId, verdict: 'yes' })
    await client['photos.decide']({ photoIds: ids.slice(4, 7), categoryId: category.categoryId, verdict: 'no' })
    const said = decisions(library)
    const categoriesBefore = (await client['categories.list']({})).categories.map(
      ({ name, words, strictness, choiceId }) => ({ name, words, strictness, choiceId }),
    )

    const { using } = await useAndPause(library, other)
    expect(await servingKey(library)).toBe(starter)
    expect((await client['photos.list']({ text: 'dog' })).total).toBeGreaterThan(0)
    expect(embedded(library, other).length).toBeLessThan(30)

    await client['models.stopPreparing']({})
    await using
    expect(await servingKey(library)).toBe(starter)
    const { using: again } = await useAndPause(library, other)

    // Meanwhile photos come, go and change, and the person goes on.
    await writeSmallPhotos(folder, ['new/1.jpg', 'new/2.jpg'], 100)
    writeFileSync(join(folder, '0/0.jpg'), await smallPhoto(200))
    await client['folders.rescan']({})
    await eventually(() => photos(library).length === 32)
    await client['categories.update']({ categoryId: category.categoryId, strictness: 0.3 })
    await client['photos.decide']({ photoIds: [ids[8]!], categoryId: category.categoryId, verdict: 'no' })
    await library.library.settled()
    expect(embedded(library, starter)).toEqual(expect.arrayContaining([...photos(library)]))

    await client['models.resumePreparing']({})
    await eventually(async () => (await servingKey(library)) === other)
    await again
    expect(embedded(library, other)).toEqual(expect.arrayContaining([...photos(library)]))
    expect(decisions(library).slice(0, said.length)).toEqual(said)
    const categoriesAfter = (await client['categories.list']({})).categories.map(
      ({ name, words, strictness, choiceId }) => ({ name, words, strictness, choiceId }),
    )
    expect(categoriesAfter).toEqual(
      categoriesBefore.map((one) => (one.name === 'Stripes' ? { ...one, strictness: 0.3 } : one)),
    )
    const tags = await client['photos.get']({ photoId: ids[1]! })
    expect(tags.tags.some(({ categoryId, saidBy }) => categoryId === category.categoryId && saidBy === 'you')).toBe(
      true,
    )
    expect((await client['photos.list']({ text: 'dog' })).total).toBeGreaterThan(0)
    await client['categories.update']({ categoryId: category.categoryId, strictness: 0.9 })

    const knownBefore = embedded(library, starter)
    await client['models.use']({ modelKey: starter })
    expect(await servingKey(library)).toBe(starter)
    expect(embedded(library, starter)).toEqual(knownBefore)
    // As if the starter had served all the time.
    const goneBack = predictions(library, starter)
    await client['categories.update']({ categoryId: category.categoryId, strictness: 0.5 })
    await client['categories.update']({ categoryId: category.categoryId, strictness: 0.9 })
    expect(predictions(library, starter)).toEqual(goneBack)
    expect(library.complaints).toEqual([])
  },
)

test('a model whose files are damaged leaves the other at work and says which', { timeout: 60_000 }, async () => {
  const { dataDir, library } = await openWithPhotos(3)
  // As long as it should be, so that only loading it tells.
  const vision = 'onnx/vision_model.onnx'
  const broken = await addTinyModel(dataDir, 'siglip2', (modelDir) => {
    const file = join(modelDir, vision)
    writeFileSync(file, Buffer.alloc(statSync(file).size, 7))
  })
  await library.close()
  const again = await openTestLibrary(dataDir, { modelsDir: join(dataDir, '../models') })
  await expect(again.client['models.use']({ modelKey: broken })).rejects.toMatchObject({
    code: 'model-missing',
    message: expect.stringContaining(vision),
  })
  expect(await servingKey(again)).toBe(starter)
  expect((await again.client['photos.list']({ text: 'dog' })).total).toBeGreaterThan(0)
  await expect(again.client['models.use']({ modelKey: 'nobody@1' })).rejects.toMatchObject({ code: 'not-found' })
})

test(
  'of two switches at once the later one holds, and a reader beside it sees the same',
  { timeout: 60_000 },
  async () => {
    const { dataDir, modelsDir, other, library: first } = await openWithPhotos(6)
    await first.close()
    const third = await addTinyModel(dataDir, 'siglip2')
    const library = await openTestLibrary(dataDir, { modelsDir })
    await Promise.all([
      library.client['models.use']({ modelKey: other }),
      library.client['models.use']({ modelKey: third }),
    ])
    await eventually(async () => (await servingKey(library)) === third)
    await library.library.settled()

    const reader = await openTestLibrary(dataDir, { modelsDir, access: 'read' })
    expect(await servingKey(reader)).toBe(third)
    await expect(reader.client['models.use']({ modelKey: other })).rejects.toMatchObject({ code: 'library-in-use' })
  },
)

test('a drive that is away holds nothing up; its photos follow when it is back', { timeout: 60_000 }, async () => {
  const { dir, folder, other, library } = await openWithPhotos(6)
  const second = join(dir, 'drive')
  await writeSmallPhotos(second, ['a.jpg', 'b.jpg'], 300)
  await library.client['folders.add']({ paths: [second] })
  await library.library.settled()
  renameSync(second, `${second} away`)
  await library.client['folders.rescan']({})
  await eventually(async () =>
    (await library.client['folders.list']({})).folders.some(({ status }) => status === 'offline'),
  )
  await library.client['models.use']({ modelKey: other })
  await eventually(async () => (await servingKey(library)) === other)
  expect(embedded(library, other)).toHaveLength(6)
  renameSync(`${second} away`, second)
  await library.client['folders.rescan']({})
  await eventually(() => embedded(library, other).length === 8)
  expect(folder).not.toBe(second)
})

test(
  'kill -9 while a model is prepared: the next start goes on, and nothing said is lost',
  { timeout: 120_000 },
  async () => {
    const { dataDir, modelsDir, other, library } = await openWithPhotos(60)
    const { category } = await library.client['categories.create']({ draft: { name: 'Stripes', words: ['striped'] } })
    await library.client['photos.decide']({
      photoIds: photos(library).slice(0, 5),
      categoryId: category.categoryId,
      verdict: 'yes',
    })
    const said = decisions(library)
    await library.close()

    const script = join(rootDir, 'tests/fixtures/processes/switching-process.ts')
    let before = 0
    // While the model is loaded, while it looks, reads words and judges, and then to the end.
    for (const killAfter of [0, 5, 30, null]) {
      const child = spawn(process.execPath, [script, dataDir, modelsDir, other], { stdio: 'ignore' })
      const ended = once(child, 'exit')
      if (killAfter !== null) {
        await Promise.race([
          ended,
          eventually(() => wantsOther(library) && embedded(library, other).length >= killAfter, 60_000),
        ])
        child.kill('SIGKILL')
      }
      await ended
      expect(library.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(library.query('PRAGMA foreign_key_check')).toEqual([])
      expect(decisions(library)).toEqual(said)
      // Nothing that was done is undone.
      expect(embedded(library, other).length).toBeGreaterThanOrEqual(before)
      before = embedded(library, other).length
    }
    expect(embedded(library, other)).toEqual(photos(library))
    const again = await openTestLibrary(dataDir, { modelsDir })
    expect(await servingKey(again)).toBe(other)
    const tagged = predictions(again, other)
    expect(tagged.length).toBeGreaterThan(0)
  },
)

/** Some model is being prepared, or has taken over. */
function wantsOther(library: TestLibrary): boolean {
  return library.query<{ key: string }>("SELECT key FROM setting WHERE key LIKE 'model.%'").length > 0
}

test(
  'whatever is said and in whatever order models are changed, answers and categories stay',
  { timeout: 90_000 },
  async () => {
    const { other, library } = await openWithPhotos(8)
    const { client } = library
    const ids = photos(library)
    const { category } = await client['categories.create']({ draft: { name: 'Red things', words: ['red'] } })
    const { categoryId } = category
    const { undoLabel: createdLabel } = await client['history.state']({})
    await client['models.use']({ modelKey: other })
    await eventually(async () => (await servingKey(library)) === other)
    const step = oneof(
      record({ kind: constant('use' as const), modelKey: constantFrom(starter, other) }),
      record({
        kind: constant('say' as const),
        photoId: constantFrom(...ids),
        verdict: constantFrom('yes' as const, 'no' as const, 'undecided' as const),
      }),
      record({ kind: constant('undo' as const) }),
      record({ kind: constant('strictness' as const), strictness: constantFrom(0.2, 0.5, 0.8) }),
    )
    const latest = (): readonly unknown[] =>
      library.query(
        "SELECT category_id, photo_id, verdict, max(id) FROM decision GROUP BY category_id, photo_id HAVING verdict <> 'undecided'",
      )
    await assert(
      asyncProperty(array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
        for (const one of steps) {
          if (one.kind === 'say') {
            await client['photos.decide']({ photoIds: [one.photoId], categoryId, verdict: one.verdict })
          } else if (one.kind === 'undo') {
            // Only what was said: before that, the category itself would be taken back.
            const { undoLabel } = await client['history.state']({})
            if (undoLabel !== createdLabel) await client['history.undo']({})
          } else if (one.kind === 'strictness')
            await client['categories.update']({ categoryId, strictness: one.strictness })
          else {
            const before = {
              said: latest(),
              all: decisions(library),
              categories: library.query('SELECT * FROM category'),
            }
            await client['models.use']({ modelKey: one.modelKey })
            await eventually(async () => (await servingKey(library)) === one.modelKey)
            expect({
              said: latest(),
              all: decisions(library),
              categories: library.query('SELECT * FROM category'),
            }).toEqual(before)
            // What the person said shows, whatever the model thinks.
            const { tags } = await client['photos.get']({ photoId: ids[0]! })
            const said = library.query<{ verdict: string }>(
              `SELECT verdict FROM decision WHERE category_id = ${categoryId} AND photo_id = ${ids[0]} ORDER BY id DESC LIMIT 1`,
            )[0]?.verdict
            if (said === 'yes')
              expect(tags.find((tag) => tag.categoryId === categoryId)).toMatchObject({ saidBy: 'you' })
          }
        }
      }),
      { numRuns: 3, endOnFailure: true },
    )
  },
)
