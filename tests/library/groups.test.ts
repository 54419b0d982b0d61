import { expect, test } from 'vitest'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

test('photos without a tag are found in groups; what has a tag is left alone', async () => {
  const library = await open()
  const { client } = library
  const guitars = library.add(Array.from({ length: 12 }, () => ({ shows: ['guitar'], ordinary: true })))
  const dogs = library.add(Array.from({ length: 12 }, () => ({ shows: ['dog'], ordinary: true })))
  library.add(Array.from({ length: 60 }, () => ({})))
  const { groups, lookedAtCount, photoCount } = await client['groups.find']({})
  const all = groups.flatMap(({ photoIds }) => photoIds)
  expect(new Set(all).size).toBe(all.length)
  expect(all.some((photoId) => dogs.includes(photoId))).toBe(false)
  const ofGuitars = groups.map(({ photoIds }) => photoIds.filter((photoId) => guitars.includes(photoId)).length)
  const best = ofGuitars.indexOf(Math.max(...ofGuitars))
  expect(ofGuitars[best]).toBeGreaterThanOrEqual(8)
  expect(ofGuitars[best]).toBeGreaterThanOrEqual(groups[best]!.photoIds.length - 2)
  expect(lookedAtCount).toBe(photoCount)
  expect((await client['groups.find']({ limit: 1 })).groups).toHaveLength(1)
})

test('of many photos a sample is looked at, and other calls are answered meanwhile', async () => {
  const library = await open()
  library.add(Array.from({ length: 5000 }, (_, i) => ({ shows: i % 3 === 0 ? ['guitar'] : [], ordinary: i % 3 === 0 })))
  await library.client['photos.list']({})
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  const { lookedAtCount, photoCount } = await library.client['groups.find']({})
  clearInterval(timer)
  expect(photoCount).toBeGreaterThan(4000)
  expect(lookedAtCount).toBe(4000)
  expect(longest).toBeLessThan(500)
})

test('names are proposed that fit, and none for photos that were not looked at', async () => {
  const library = await open()
  const { client } = library
  const dogs = library.add(Array.from({ length: 5 }, () => ({ shows: ['dog'], ordinary: true })))
  const { names } = await client['categories.suggestNames']({ photoIds: [...dogs] })
  const { categories } = await client['categories.list']({})
  expect(names[0]).toEqual({ name: 'Dog', categoryId: categories.find(({ name }) => name === 'Dog')!.categoryId })
  expect((await client['categories.suggestNames']({ photoIds: [99_999] })).names).toEqual([])
})

test('an empty library has no groups', async () => {
  const { client } = await open()
  expect(await client['groups.find']({})).toEqual({ groups: [], lookedAtCount: 0, photoCount: 0 })
})
