import { expect, test } from 'vitest'
import type { PhotoQuery } from '../../src/contract/photos.ts'
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

const list = async ({ client }: MadeLibrary, query: PhotoQuery): Promise<number[]> =>
  idsOf((await client['photos.list'](query)).ids)

async function categoryId({ client }: MadeLibrary, name: string): Promise<number> {
  const { categories } = await client['categories.list']({})
  return categories.find((category) => category.name === name)!.categoryId
}

const day = 86_400_000

test('all photos, newest first or oldest first, with their columns', async () => {
  const library = await open()
  const [a, b, c] = library.add([
    { takenAtMs: 5 * day },
    { takenAtMs: 9 * day + 1 },
    { takenAtMs: 7 * day, state: 'found' },
  ])
  const all = await library.client['photos.list']({})
  expect(idsOf(all.ids)).toEqual([b, c, a])
  expect(all).toMatchObject({ total: 3, order: 'newest' })
  expect([...Buffer.from(all.flags, 'base64')]).toEqual([1, 0, 1])
  const days = Buffer.from(all.days, 'base64')
  expect([days.readInt32LE(0), days.readInt32LE(4), days.readInt32LE(8)]).toEqual([9, 7, 5])
  expect([...Buffer.from(all.colours, 'base64')].slice(0, 6)).toEqual([0x33, 0x66, 0x99, 0x8c, 0x8c, 0x8c])
  expect(Buffer.from(all.aspects, 'base64').readUInt16LE(0)).toBe(1333)
  expect(await list(library, { order: 'oldest' })).toEqual([a, c, b])
  expect((await library.client['photos.list']({ order: 'best' })).order).toBe('newest')
})

test('photos whose file is missing, unsupported, failed or in a removed folder are not on screen; offline ones are, marked', async () => {
  const library = await open()
  const { store } = library.context
  const other = library.addFolder('/drive')
  const [missing, failed, ready] = library.add([{}, { state: 'failed' }, {}])
  const [away] = library.add([{}], other)
  const fileOf = (photoId: number) => store.file.ofPhoto(photoId)[0]!.fileId
  store.file.setMissing(fileOf(missing!), 0)
  store.folder.setStatus(other, 'offline', null)
  const all = await library.client['photos.list']({})
  expect(idsOf(all.ids)).toEqual([away, ready])
  expect([...Buffer.from(all.flags, 'base64')]).toEqual([5, 1])

  store.photo.setContent(failed!, { contentHash: 'f'.repeat(32), averageColour: 0, thumbnailVersion: 1 })
  expect(await list(library, {})).toEqual([away, ready, failed])
  store.folder.setRemoved(other, 1)
  expect(await list(library, {})).toEqual([ready, failed])
  store.file.setReturned(fileOf(missing!))
  expect(await list(library, {})).toEqual([ready, failed, missing])
})

test('changes of any kind are in the very next list', async () => {
  const library = await open()
  const { store } = library.context
  const [a, b] = library.add([{ takenAtMs: day }, { takenAtMs: 2 * day }])
  expect(await list(library, {})).toEqual([b, a])
  const facts = {
    widthPx: 100,
    heightPx: 50,
    mediaType: 'image/jpeg',
    takenAtMs: 3 * day,
    camera: null,
    lens: null,
    exposure: null,
    latitude: null,
    longitude: null,
  }
  store.photo.setFacts(a!, facts)
  const again = await library.client['photos.list']({})
  expect(idsOf(again.ids)).toEqual([a, b])
  expect(Buffer.from(again.aspects, 'base64').readUInt16LE(0)).toBe(2000)
  store.transaction(() => {
    store.file.repoint(b!, a!)
    library.tagger.mergePhoto(b!, a!)
    store.photo.delete(b!)
  })
  expect(await list(library, {})).toEqual([a])
  expect(() =>
    store.transaction(() => {
      library.add([{}])
      throw new Error('The disk is full')
    }),
  ).toThrow('The disk is full')
  expect(await list(library, {})).toEqual([a])
})

test('folders, sub-folders and times narrow, together with categories', async () => {
  const library = await open()
  const other = library.addFolder('/other')
  const [a, b, c] = library.add([
    { path: '2023/Rome/a.jpg', takenAtMs: day, shows: ['dog'] },
    { path: '2023/b.jpg', takenAtMs: 2 * day },
    { path: 'c.jpg', takenAtMs: 3 * day, shows: ['dog', 'beach'] },
  ])
  const [d] = library.add([{ path: '2023/d.jpg', takenAtMs: 4 * day, shows: ['dog'] }], other)
  const { folderId } = library
  expect(await list(library, { folderId })).toEqual([c, b, a])
  expect(await list(library, { folderId, folderPath: '' })).toEqual([c, b, a])
  expect(await list(library, { folderId, folderPath: '2023' })).toEqual([b, a])
  expect(await list(library, { folderId: other })).toEqual([d])
  expect(await list(library, { fromMs: 2 * day, toMs: 4 * day })).toEqual([c, b])
  const [dog, beach] = [await categoryId(library, 'Dog'), await categoryId(library, 'Beach')]
  expect(await list(library, { categoryIds: [dog], folderId, band: 'sure', order: 'newest' })).toEqual([c, a])
  expect(await list(library, { categoryIds: [dog, beach] })).toEqual([c])
  expect(await list(library, { categoryIds: [dog], toMs: 2 * day, band: 'sure' })).toEqual([a])
})

test('a category: what is sure, then from cutIndex what is not, then what was refused', async () => {
  const library = await open()
  const { client } = library
  library.add(Array.from({ length: 300 }, (_, i) => (i % 50 === 0 ? { shows: ['dog'] } : {})))
  const dog = await categoryId(library, 'Dog')
  await client['categories.update']({ categoryId: dog, strictness: 0.2 })
  const both = await client['photos.list']({ categoryIds: [dog] })
  const sure = await list(library, { categoryIds: [dog], band: 'sure' })
  const unsure = await list(library, { categoryIds: [dog], band: 'unsure' })
  expect(unsure.length).toBeGreaterThan(0)
  expect(idsOf(both.ids)).toEqual([...sure, ...unsure])
  expect(both).toMatchObject({ cutIndex: sure.length, order: 'best' })
  const probability = async (photoId: number): Promise<number> =>
    (await client['photos.get']({ photoId })).tags.find((tag) => tag.categoryId === dog)!.probability
  const probabilities = await Promise.all(sure.map(probability))
  expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a))

  const last = sure.at(-1)!
  await client['photos.decide']({ photoIds: [last], categoryId: dog, verdict: 'yes' })
  await client['photos.decide']({ photoIds: [unsure[0]!], categoryId: dog, verdict: 'no' })
  const answered = await client['photos.list']({ categoryIds: [dog] })
  expect(idsOf(answered.ids)[0]).toBe(last)
  expect(idsOf(answered.ids)).not.toContain(unsure[0])
  const flags = [...Buffer.from(answered.flags, 'base64')]
  expect(flags[0]! & 2).toBe(2)
  const [sureNow, unsureNow] = [
    await list(library, { categoryIds: [dog], band: 'sure' }),
    await list(library, { categoryIds: [dog], band: 'unsure' }),
  ]
  expect(flags.filter((flag) => (flag & 8) !== 0)).toHaveLength(unsureNow.length)
  const nots = await list(library, { categoryIds: [dog], band: 'not' })
  expect(nots[0]).toBe(unsure[0])
  expect(nots).toHaveLength(300 - sureNow.length - unsureNow.length)
})

test('untagged photos, and those Winnow is not sure about', async () => {
  const library = await open()
  const { client } = library
  const ids = library.add(Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? { shows: ['dog'] } : {})))
  library.add([{ state: 'found' }])
  const sections = await client['categories.list']({})
  const untagged = await list(library, { section: 'untagged' })
  const unsure = await list(library, { section: 'unsure' })
  expect([untagged.length, unsure.length]).toEqual([sections.untaggedCount, sections.unsureCount])
  expect(untagged.every((photoId) => ids.includes(photoId))).toBe(true)
  for (const photoId of untagged) {
    expect((await client['photos.get']({ photoId })).tags.filter((tag) => tag.band === 'sure')).toEqual([])
  }
  expect(unsure.every((photoId) => untagged.includes(photoId))).toBe(true)
  await client['photos.decide']({
    photoIds: [untagged[0]!],
    categoryId: await categoryId(library, 'Dog'),
    verdict: 'yes',
  })
  expect(await list(library, { section: 'untagged' })).not.toContain(untagged[0])
})

test('photos that look like one: itself first, then those that show the same', async () => {
  const library = await open()
  const dogs = library.add(Array.from({ length: 5 }, () => ({ shows: ['dog'] })))
  library.add(Array.from({ length: 200 }, () => ({})))
  const alike = await library.client['photos.list']({ likePhotoId: dogs[2]! })
  const ids = idsOf(alike.ids)
  expect(ids[0]).toBe(dogs[2])
  expect(ids.slice(0, 5).sort((a, b) => a - b)).toEqual(dogs)
  expect(alike.cutIndex).toBeGreaterThan(2)
  expect(alike.cutIndex).toBeLessThan(ids.length)
  const [unread] = library.add([{ state: 'found' }])
  await expect(library.client['photos.list']({ likePhotoId: unread! })).rejects.toMatchObject({ code: 'not-available' })
  await expect(library.client['photos.list']({ likePictureId: 'picture-9' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('one photo, its captions, and the tags of a selection', async () => {
  const library = await open()
  const { client } = library
  const [a, b] = library.add([
    { path: 'trip/Dog at sea.jpg', takenAtMs: day, shows: ['dog'] },
    { path: 'b.jpg', takenAtMs: day, state: 'found' },
  ])
  const dog = await categoryId(library, 'Dog')
  const beach = await categoryId(library, 'Beach')
  await client['photos.decide']({ photoIds: [a!, b!], categoryId: beach, verdict: 'no' })
  const details = await client['photos.get']({ photoId: a! })
  expect(details).toMatchObject({ ready: true, takenAtMs: day, takenAtSource: 'file', saidNo: [{ name: 'Beach' }] })
  expect(details.files).toMatchObject([{ name: 'Dog at sea.jpg', state: 'ready', offline: false }])
  expect(details.tags[0]).toMatchObject({ categoryId: dog, saidBy: 'winnow', band: 'sure' })
  expect((await client['photos.captions']({ photoIds: [a!, b!, 9999] })).captions).toEqual([
    { photoId: a, fileName: 'Dog at sea.jpg', tag: 'Dog', takenAtMs: day },
    { photoId: b, fileName: 'b.jpg', tag: '', takenAtMs: day },
  ])
  const { counts } = await client['photos.tagCounts']({ photoIds: [a!, b!] })
  expect(counts).toContainEqual({ categoryId: dog, tagged: 1, saidYes: 0, saidNo: 0 })
  expect(counts).toContainEqual({ categoryId: beach, tagged: 0, saidYes: 0, saidNo: 2 })
  await expect(client['photos.get']({ photoId: 9999 })).rejects.toMatchObject({ code: 'not-found' })
})

test('many changes at once are read in blocks, and come out the same', async () => {
  const library = await open()
  const ids = library.add(Array.from({ length: 2500 }, (_, i) => ({ takenAtMs: ((i * 7919) % 2500) * day })))
  const byTime = [...ids].sort((a, b) => (((b - ids[0]!) * 7919) % 2500) - (((a - ids[0]!) * 7919) % 2500))
  expect(await list(library, {})).toEqual(byTime)
  library.context.database.exec("UPDATE file SET state = 'missing' WHERE photo_id % 2 = 0")
  expect(await list(library, {})).toEqual(byTime.filter((id) => id % 2 === 1))
})
