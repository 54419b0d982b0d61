import { expect, test } from 'vitest'
import { recordAction } from '../../src/library/history/record-action.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(
  dir = temporaryFolder(),
  modelsDir = makeModelsDir(dir),
): Promise<MadeLibrary & { again: () => Promise<MadeLibrary> }> {
  const library = await openMadeLibrary(dir, { modelsDir })
  await library.settle()
  return {
    ...library,
    async again() {
      await library.close()
      return await openMadeLibrary(dir, { modelsDir })
    },
  }
}

const draft = { name: 'Guitars', words: ['guitar'] }

test('everything that changes something is a step with a sentence, and each is undone and done again', async () => {
  const { client, add } = await open()
  const [photoId] = add([{ shows: ['guitar'] }])
  const { category } = await client['categories.create']({ draft })
  const { categoryId } = category
  await client['categories.update']({ categoryId, name: 'Instruments', strictness: 0.7 })
  await client['photos.decide']({ photoIds: [photoId!], categoryId, verdict: 'no' })
  await client['categories.remove']({ categoryId })

  const undone: (string | null)[] = []
  for (let step = await client['history.undo']({}); step.did !== null; step = await client['history.undo']({})) {
    undone.push(step.did)
  }
  expect(undone).toEqual([
    'Deleted the category Instruments',
    'Said no to Instruments for 1 photo',
    'Renamed Guitars to Instruments',
    'Made the category Guitars',
  ])
  expect((await client['categories.list']({})).categories.filter(({ origin }) => origin === 'own')).toEqual([])

  for (let i = 0; i < 3; i++) await client['history.redo']({})
  const own = (await client['categories.list']({})).categories.filter(({ origin }) => origin === 'own')
  expect(own).toMatchObject([{ categoryId, name: 'Instruments', strictness: 0.7, saidNoCount: 1, shownCount: 0 }])
  expect(await client['history.state']({})).toEqual({
    undoLabel: 'Said no to Instruments for 1 photo',
    redoLabel: 'Deleted the category Instruments',
  })
})

test('steps survive a restart', async () => {
  const library = await open()
  const [photoId] = library.add([{ shows: ['guitar'] }])
  const { category } = await library.client['categories.create']({ draft })
  await library.client['photos.decide']({ photoIds: [photoId!], categoryId: category.categoryId, verdict: 'no' })
  await library.client['history.undo']({})
  const { client } = await library.again()
  expect(await client['history.state']({})).toEqual({
    undoLabel: 'Made the category Guitars',
    redoLabel: 'Said no to Guitars for 1 photo',
  })
  await client['history.redo']({})
  expect((await client['photos.get']({ photoId: photoId! })).saidNo).toEqual([
    { categoryId: category.categoryId, name: 'Guitars' },
  ])
})

test('a new step takes the place of those that were undone', async () => {
  const { client, add } = await open()
  const [a, b] = add([{}, {}])
  const { category } = await client['categories.create']({ draft })
  await client['photos.decide']({ photoIds: [a!], categoryId: category.categoryId, verdict: 'yes' })
  await client['history.undo']({})
  await client['photos.decide']({ photoIds: [b!], categoryId: category.categoryId, verdict: 'yes' })
  expect((await client['history.state']({})).redoLabel).toBeNull()
  expect((await client['history.redo']({})).did).toBeNull()
})

test('the last 200 steps are kept', async () => {
  const { client, context } = await open()
  for (let i = 0; i < 205; i++) {
    context.store.transaction(() =>
      recordAction(context, { label: `Step ${i}`, change: { kind: 'category-created', categoryId: 1 } }),
    )
  }
  const kept = context.store.action.all()
  expect([kept.length, kept[0]?.label, kept.at(-1)?.label]).toEqual([200, 'Step 5', 'Step 204'])
  expect((await client['history.state']({})).undoLabel).toBe('Step 204')
})

test('a step that another version of Winnow wrote is passed over', async () => {
  const { client, context } = await open()
  await client['categories.create']({ draft })
  context.store.action.insert('Did something new', JSON.stringify({ kind: 'from-the-future' }), 0)
  expect(await client['history.undo']({})).toMatchObject({ did: null, undoLabel: 'Made the category Guitars' })
})

test('a name that was given away meanwhile keeps the removed category from coming back', async () => {
  const { client } = await open()
  const { category } = await client['categories.create']({ draft })
  await client['categories.remove']({ categoryId: category.categoryId })
  const { category: other } = await client['categories.create']({ draft })
  await client['categories.update']({ categoryId: other.categoryId, name: 'More guitars' })
  await client['history.undo']({})
  await client['history.undo']({})
  await client['history.undo']({})
  expect((await client['categories.list']({})).categories.find(({ name }) => name === 'Guitars')?.categoryId).toBe(
    category.categoryId,
  )
})

test('two undos at once take two steps', async () => {
  const { client, add } = await open()
  const [photoId] = add([{}])
  const { category } = await client['categories.create']({ draft })
  await client['photos.decide']({ photoIds: [photoId!], categoryId: category.categoryId, verdict: 'yes' })
  const both = await Promise.all([client['history.undo']({}), client['history.undo']({})])
  expect(both.map(({ did }) => did)).toEqual(['Said yes to Guitars for 1 photo', 'Made the category Guitars'])
})

test('a removed folder takes its photos along, and undo brings them back', async () => {
  const { client, add, folderId } = await open()
  const ids = add([{ shows: ['dog'] }, {}])
  expect(idsOf((await client['photos.list']({})).ids)).toHaveLength(2)
  await client['folders.remove']({ folderId })
  expect(idsOf((await client['photos.list']({})).ids)).toEqual([])
  expect(await client['history.undo']({})).toMatchObject({ did: 'Removed made' })
  expect(idsOf((await client['photos.list']({})).ids)).toEqual([...ids].reverse())
})
