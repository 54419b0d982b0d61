import { expect, test } from 'vitest'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

async function search({ client }: MadeLibrary, text: string) {
  const found = await client['photos.list']({ text })
  const ids = idsOf(found.ids)
  return { ...found, ids, exact: ids.slice(0, found.exactCount) }
}

const day = 86_400_000

test('photos tagged so come first, then files and folders named so, then what looks like it', async () => {
  const library = await open()
  const [tagged, named, inFolder] = library.add([
    { path: 'a.jpg', shows: ['dog'] },
    { path: 'Dog days.jpg' },
    { path: 'Dogs/b.jpg', shows: ['banana'] },
  ])
  const rest = library.add(Array.from({ length: 100 }, () => ({})))
  // Some neutral photos do show a dog; they are tagged so as well.
  const { categories } = await library.client['categories.list']({})
  const { categoryId } = categories.find(({ name }) => name === 'Dog')!
  const dogs = idsOf((await library.client['photos.list']({ categoryIds: [categoryId], band: 'sure' })).ids)
  expect(dogs).toContain(tagged)
  expect(dogs).not.toContain(named)

  const found = await search(library, 'dog')
  expect(found.exact).toEqual([...dogs, inFolder, named])
  expect(found.order).toBe('best')
  expect(found.ids.slice(found.exact.length).every((photoId) => rest.includes(photoId))).toBe(true)
  expect(found.cutIndex).toBeGreaterThanOrEqual(found.exact.length)
  expect((await search(library, 'HOUNDS')).exact).toEqual(dogs)
})

test('what looks like words that are no tag is ranked, and marked where it becomes less certain', async () => {
  const library = await open()
  const guitars = library.add([{ shows: ['guitar'] }, { shows: ['guitar'] }])
  library.add(Array.from({ length: 200 }, () => ({})))
  const found = await search(library, 'guitar')
  expect(found.exactCount).toBe(0)
  expect(found.ids.slice(0, 2).sort((a, b) => a - b)).toEqual(guitars)
  expect(found.cutIndex).toBeGreaterThanOrEqual(2)
  expect(found.ids.length).toBeGreaterThanOrEqual(60)
  expect(found.ids.length).toBeLessThan(202)
})

test('two tags in one text ask for both', async () => {
  const library = await open()
  const [both] = library.add([{ shows: ['dog', 'beach'] }, { shows: ['dog'] }, { shows: ['beach'] }])
  expect((await search(library, 'dogs beach')).exact).toEqual([both])
})

test('a date is an answer by itself, and narrows what stands beside it', async () => {
  const library = await open()
  const june = Date.UTC(2023, 5, 10)
  const [dog, other, later] = library.add([
    { takenAtMs: june, shows: ['dog'] },
    { takenAtMs: june + day },
    { takenAtMs: june + 60 * day, shows: ['dog'] },
  ])
  const [yesterday] = library.add([{ takenAtMs: Date.UTC(2024, 5, 14, 9) }])
  const month = await search(library, 'june 2023')
  expect(month.ids).toEqual([other, dog])
  expect(month.exactCount).toBe(2)
  expect((await search(library, '2023-06')).ids).toEqual([other, dog])
  expect((await search(library, '2023')).ids).toEqual([later, other, dog])
  expect((await search(library, 'yesterday')).ids).toEqual([yesterday])
  const narrowed = await search(library, 'dog june 2023')
  expect(narrowed.ids).toEqual([dog, other])
  expect(narrowed.exactCount).toBe(1)
})

test('a year in which nothing was taken is a word like any other', async () => {
  const library = await open()
  const [plane] = library.add([{ path: 'Airbus 1998.jpg', takenAtMs: Date.UTC(2023, 0, 1) }])
  await expect(search(library, 'airbus 1998')).resolves.toMatchObject({ exact: [plane] })
})

test('filters hold for searches too, and order by time is possible', async () => {
  const library = await open()
  const other = library.addFolder('/other')
  const [here] = library.add([{ path: 'dog here.jpg', takenAtMs: day }])
  const [there] = library.add([{ path: 'dog there.jpg', takenAtMs: 2 * day }], other)
  const { client } = library
  expect(idsOf((await client['photos.list']({ text: 'dog', folderId: other })).ids)).toEqual([there])
  const newest = await client['photos.list']({ text: 'dog', order: 'oldest' })
  expect(idsOf(newest.ids)).toEqual([here, there])
  expect(newest.cutIndex).toBeUndefined()
})

test('without a worker only names are searched, and the answer says so', async () => {
  const library = await open()
  const [named] = library.add([{ path: 'zeppelin.jpg' }, {}])
  const found = await search(library, 'zeppelin')
  expect(found.ids).toEqual([named])
  expect(found.notice).toMatch(/^Only names were searched\./)
})

test('photos that were not looked at yet are counted in a notice', async () => {
  const library = await open()
  library.add([{ state: 'found' }, { state: 'found' }, {}])
  expect((await search(library, 'guitar')).notice).toBe('2 photos are not indexed yet, so this may be incomplete.')
})

test('while typing: categories with photos, a date, folders, then files', async () => {
  const library = await open()
  library.add([
    { path: '2023/Beach house/IMG_1.jpg', shows: ['beach'], takenAtMs: Date.UTC(2023, 5, 1) },
    { path: '2023/Beach house/beach ball.jpg', takenAtMs: Date.UTC(2023, 5, 2) },
  ])
  const { client } = library
  await client['categories.create']({ draft: { name: 'Our beach days', words: ['guitar'] } })
  const { suggestions } = await client['search.suggest']({ text: 'bea' })
  expect(suggestions.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'category Beach',
    'category Our beach days',
    'folder made/2023/Beach house',
    'file beach ball.jpg',
  ])
  expect((await client['search.suggest']({ text: 'june 2023' })).suggestions).toEqual([
    { kind: 'date', label: 'June 2023', fromMs: Date.UTC(2023, 5), toMs: Date.UTC(2023, 6), count: 2 },
  ])
  expect((await client['search.suggest']({ text: '2023' })).suggestions.map(({ kind }) => kind)).toEqual([
    'date',
    'folder',
  ])
  expect((await client['search.suggest']({ text: 'horse' })).suggestions).toEqual([])
  expect((await client['search.suggest']({ text: 'b', limit: 1 })).suggestions).toHaveLength(1)
})
