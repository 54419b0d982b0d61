import { expect, test } from 'vitest'
import type { Category } from '../../src/contract/categories.ts'
import type { ApiClient } from '../../src/contract/api.ts'
import { makeModelsDir, openMadeLibrary, smallVocabulary, writeVocabulary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { idsOf } from '../fixtures/library/ids-of.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

async function named(client: ApiClient, name: string): Promise<Category> {
  const { categories } = await client['categories.list']({ includeHidden: true })
  const category = categories.find((one) => one.name === name)
  if (category === undefined) throw new Error(`There is no category ${name}`)
  return category
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

const draft = { name: 'Guitars', words: ['guitar'] }

test('built-in categories judge photos, and a parent counts what its children show, each photo once', async () => {
  const { client, add } = await open()
  add([['dog'], ['horse'], ['donkey'], ['beach'], []].map((shows) => ({ shows, ordinary: true })))
  const list = await client['categories.list']({})
  const shown = Object.fromEntries(list.categories.map((category) => [category.name, category.shownCount]))
  expect(shown).toMatchObject({ Dog: 1, Beach: 1, Nature: 1, Animals: 3 })
  expect(shown['Horse']).toBeGreaterThanOrEqual(shown['Donkey']!)
  expect(list.photoCount).toBe(5)
  expect(list.untaggedCount).toBe(1)
  expect(list.categories.find(({ name }) => name === 'Dog')).toMatchObject({ key: 'animals/dog', origin: 'built-in' })
})

test('photos that were indexed before the judges were ready are judged when they are', async () => {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  library.add([{ shows: ['dog'] }, {}])
  const before = await library.client['categories.list']({})
  expect(before.untaggedCount).toBe(0)
  expect((await named(library.client, 'Dog')).shownCount).toBe(0)
  await library.settle()
  expect((await named(library.client, 'Dog')).shownCount).toBe(1)
})

test('a new category holds what its preview said, best first, before it is answered', async () => {
  const { client, add } = await open()
  const [first] = add([{ shows: ['guitar'] }, ...Array.from({ length: 40 }, () => ({}))])
  const preview = await client['categories.preview']({ draft })
  expect(idsOf(preview.sure.ids)).toEqual([first])
  expect(preview.sure.count + preview.unsure.count + preview.not.count).toBe(41)
  const { category } = await client['categories.create']({ draft })
  expect(category).toMatchObject({ shownCount: 1, unsureCount: preview.unsure.count, origin: 'own', position: 0 })
  expect(idsOf((await client['photos.list']({ categoryIds: [category.categoryId], band: 'sure' })).ids)).toEqual([
    first,
  ])
})

test('the preview counts every strictness as choosing it would', async () => {
  const { client, add } = await open()
  add(Array.from({ length: 300 }, (_, i) => (i % 20 === 0 ? { shows: ['guitar'] } : {})))
  const { sureCountByStrictness } = await client['categories.preview']({ draft })
  const { category } = await client['categories.create']({ draft })
  const counts: number[] = []
  for (let i = 0; i <= 10; i++) {
    const { category: moved } = await client['categories.update']({
      categoryId: category.categoryId,
      strictness: i / 10,
    })
    counts.push(moved.shownCount)
  }
  expect(counts).toEqual(sureCountByStrictness)
  expect(counts[0]).toBeGreaterThan(counts[10]!)
})

test('strictness and words re-decide predictions both ways, decisions stay', async () => {
  const { client, add } = await open()
  const [guitar, other, banana] = add([['guitar'], [], ['banana']].map((shows) => ({ shows, ordinary: true })))
  const { category } = await client['categories.create']({ draft })
  const { categoryId } = category
  const shown = async (): Promise<number[]> =>
    idsOf((await client['photos.list']({ categoryIds: [categoryId], band: 'sure' })).ids).sort((a, b) => a - b)
  expect(await shown()).toEqual([guitar])
  await client['categories.update']({ categoryId, words: ['banana'] })
  expect(await shown()).toEqual([banana])
  await client['categories.update']({ categoryId, words: ['guitar'] })
  expect(await shown()).toEqual([guitar])

  await client['photos.decide']({ photoIds: [other!], categoryId, verdict: 'yes' })
  await client['photos.decide']({ photoIds: [guitar!], categoryId, verdict: 'no' })
  const before = await shown()
  for (const changes of [{ words: ['banana'] }, { words: ['guitar'] }, { strictness: 1 }, { strictness: 0 }]) {
    await client['categories.update']({ categoryId, ...changes })
    expect(await shown()).toContain(other)
    expect(await shown()).not.toContain(guitar)
  }
  await client['categories.update']({ categoryId, strictness: 0.5 })
  expect(await shown()).toEqual(before)
})

test('what it is not counts: the same words without it find fewer of those', async () => {
  const { client, add } = await open()
  add(Array.from({ length: 10 }, () => ({ shows: ['donkey'] })))
  const loose = await client['categories.preview']({ draft: { name: 'Horse riding', words: ['horse'] } })
  const strict = await client['categories.preview']({
    draft: { name: 'Horse riding', words: ['horse'], notWords: ['donkey'] },
  })
  expect(sum(strict.sureCountByStrictness)).toBeLessThan(sum(loose.sureCountByStrictness))
})

test('a preview with its category counts the answers, without one it does not', async () => {
  const { client, add } = await open()
  const [guitar, other] = add([{ shows: ['guitar'] }, {}])
  const { category } = await client['categories.create']({ draft })
  await client['photos.decide']({ photoIds: [guitar!], categoryId: category.categoryId, verdict: 'no' })
  await client['photos.decide']({ photoIds: [other!], categoryId: category.categoryId, verdict: 'yes' })
  const preview = await client['categories.preview']({ draft, categoryId: category.categoryId })
  expect(idsOf(preview.sure.ids)[0]).toEqual(other)
  expect(idsOf(preview.not.ids)[0]).toBe(guitar)
  expect([preview.yesCount, preview.noCount]).toEqual([1, 1])
  const words = await client['categories.preview']({ draft })
  expect(idsOf(words.sure.ids)[0]).toBe(guitar)
  expect([words.yesCount, words.noCount]).toEqual([0, 0])
})

test('a name that is taken is refused kindly, whatever its case, accents and hiding', async () => {
  const { client } = await open()
  await client['categories.create']({ draft: { name: 'Café', words: ['guitar'] } })
  await expect(client['categories.create']({ draft: { name: 'cafe' } })).rejects.toMatchObject({
    code: 'already-exists',
    message: 'There is already a category named Café. Choose another name.',
  })
  await client['categories.update']({ categoryId: (await named(client, 'Café')).categoryId, hidden: true })
  await expect(client['categories.create']({ draft: { name: 'cafe' } })).rejects.toThrow(/It is hidden/)
  await client['categories.update']({ categoryId: (await named(client, 'Café')).categoryId, hidden: false })
  await expect(
    client['categories.update']({ categoryId: (await named(client, 'Café')).categoryId, name: 'DOG' }),
  ).rejects.toMatchObject({ code: 'already-exists' })
})

test('a built-in category makes room for an own one of its name, and undo brings it back', async () => {
  const { client } = await open()
  const dogs = async (): Promise<readonly string[]> =>
    (await client['categories.list']({ includeHidden: true })).categories
      .filter(({ name }) => name.toLowerCase() === 'dog')
      .map(({ origin, hidden }) => `${origin}${hidden ? ', hidden' : ''}`)
  await client['categories.create']({ draft: { name: 'dog' } })
  expect(await dogs()).toEqual(['own', 'built-in, hidden'])
  await client['history.undo']({})
  expect(await dogs()).toEqual(['built-in'])
  await client['history.redo']({})
  expect(await dogs()).toEqual(['own', 'built-in, hidden'])
})

test('a built-in category that the person has answered keeps its name', async () => {
  const { client, add } = await open()
  const [photo] = add([{ shows: ['guitar'] }])
  await client['photos.decide']({
    photoIds: [photo!],
    categoryId: (await named(client, 'Dog')).categoryId,
    verdict: 'no',
  })
  await expect(client['categories.create']({ draft: { name: 'Dog' } })).rejects.toMatchObject({
    code: 'already-exists',
  })
})

test('own categories keep the order a person gives them', async () => {
  const { client } = await open()
  for (const name of ['A', 'B', 'C']) await client['categories.create']({ draft: { name, words: ['guitar'] } })
  const order = async (): Promise<string[]> =>
    (await client['categories.list']({})).categories.filter(({ origin }) => origin === 'own').map(({ name }) => name)
  await client['categories.update']({ categoryId: (await named(client, 'C')).categoryId, position: 0 })
  expect(await order()).toEqual(['C', 'A', 'B'])
  await client['history.undo']({})
  expect(await order()).toEqual(['A', 'B', 'C'])
})

test('a category whose parent was deleted can still have others below it', async () => {
  const { client } = await open()
  const make = async (name: string, parentId: number | null) =>
    (await client['categories.create']({ draft: { name, words: ['guitar'] }, parentId })).category.categoryId
  const a = await make('A', null)
  const b = await make('B', a)
  const c = await make('C', null)
  await client['categories.remove']({ categoryId: a })
  await client['categories.update']({ categoryId: c, parentId: b })
  expect((await named(client, 'C')).parentId).toBe(b)
})

test('a category can have a parent, but not below itself', async () => {
  const { client, add } = await open()
  add([{ shows: ['guitar'] }])
  const { category: parent } = await client['categories.create']({ draft: { name: 'Music', words: ['frisbee'] } })
  const { category: child } = await client['categories.create']({ draft, parentId: parent.categoryId })
  expect((await named(client, 'Music')).shownCount).toBe(1)
  await expect(
    client['categories.update']({ categoryId: parent.categoryId, parentId: child.categoryId }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  await client['categories.remove']({ categoryId: parent.categoryId })
  expect((await named(client, 'Guitars')).parentId).toBeNull()
  await client['history.undo']({})
  expect((await named(client, 'Guitars')).parentId).toBe(parent.categoryId)
})

test('a removed category is gone until undo; a built-in one is hidden instead', async () => {
  const { client, add } = await open()
  const [photo] = add([{ shows: ['guitar', 'dog'] }])
  const { category } = await client['categories.create']({ draft })
  await client['categories.remove']({ categoryId: category.categoryId })
  expect((await client['categories.list']({})).categories.map(({ name }) => name)).not.toContain('Guitars')
  expect((await client['photos.get']({ photoId: photo! })).tags.map(({ name }) => name)).not.toContain('Guitars')
  await expect(client['photos.list']({ categoryIds: [category.categoryId] })).rejects.toMatchObject({
    code: 'not-found',
  })
  add([{ shows: ['guitar'] }])
  await client['history.undo']({})
  expect((await named(client, 'Guitars')).shownCount).toBe(2)

  const dog = await named(client, 'Dog')
  await client['categories.remove']({ categoryId: dog.categoryId })
  expect((await named(client, 'Dog')).hidden).toBe(true)
  expect((await client['photos.get']({ photoId: photo! })).tags.map(({ name }) => name)).not.toContain('Dog')
})

test('words that never went through the text encoder need the worker, and nothing is stored without it', async () => {
  const { client } = await open()
  const { categories } = await client['categories.list']({})
  await expect(client['categories.create']({ draft: { name: 'My red bicycle' } })).rejects.toMatchObject({
    code: 'worker-down',
  })
  expect((await client['categories.list']({})).categories).toHaveLength(categories.length)
  expect((await client['history.state']({})).undoLabel).toBeNull()
})

test('a newer vocabulary changes what the person did not touch, and drops what nobody answered about', async () => {
  const dir = temporaryFolder()
  const modelsDir = makeModelsDir(dir)
  const library = await openMadeLibrary(dir, { modelsDir })
  await library.settle()
  const [photo] = library.add([{ shows: ['dog'] }])
  const { client } = library
  const dog = await named(client, 'Dog')
  await client['categories.update']({ categoryId: dog.categoryId, name: 'Hound', strictness: 0.3 })
  await client['photos.decide']({
    photoIds: [photo!],
    categoryId: (await named(client, 'Beach')).categoryId,
    verdict: 'yes',
  })
  await library.close()

  const [first, horse, donkey] = smallVocabulary.concepts
  writeVocabulary(modelsDir, {
    ...smallVocabulary,
    version: 2,
    groups: [{ key: 'animals', name: 'All animals' }],
    concepts: [{ ...first, name: 'Doggy', words: ['dog', 'puppy'] }, { ...horse, name: 'Pony' }, { ...donkey }],
  })
  const again = await openMadeLibrary(dir, { modelsDir })
  const { categories } = await again.client['categories.list']({ includeHidden: true })
  expect(categories.map(({ name }) => name).sort()).toEqual(['All animals', 'Beach', 'Donkey', 'Hound', 'Pony'])
  expect(categories.find(({ name }) => name === 'Hound')).toMatchObject({
    categoryId: dog.categoryId,
    strictness: 0.3,
    words: ['dog', 'puppy'],
  })
})
