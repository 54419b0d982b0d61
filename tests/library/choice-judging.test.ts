import { expect, test } from 'vitest'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

const several = (count: number, shows: readonly string[]) => Array.from({ length: count }, () => ({ shows }))

/** Photos of guitars, of bananas, of both and of neither; a category for each of the two, which also show those of both. */
async function open() {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  const guitars = library.add(several(12, ['guitar']))
  const bananas = library.add(several(12, ['banana']))
  const both = library.add(several(12, ['guitar', 'banana']))
  const neither = library.add(several(40, []))
  const create = async (name: string, words: string) =>
    (await library.client['categories.create']({ draft: { name, words: [words] } })).category.categoryId
  const guitar = await create('Guitars', 'guitar')
  const banana = await create('Bananas', 'banana')
  return { ...library, guitars, bananas, both, neither, guitar, banana }
}

const shownUnder = async ({ client }: MadeLibrary, categoryId: number): Promise<number[]> =>
  idsOf((await client['photos.list']({ categoryIds: [categoryId], band: 'sure' })).ids)

const probabilities = async ({ client }: MadeLibrary, photoId: number, categoryIds: readonly number[]) =>
  await Promise.all(
    categoryIds.map(async (categoryId) => (await client['photos.why']({ photoId, categoryId })).probability),
  )

test('of a choice at most one is shown, and its probabilities add up', async () => {
  const library = await open()
  const { client, guitar, banana, both, guitars } = library
  const twice = (await shownUnder(library, guitar)).filter((photoId) => both.includes(photoId))
  expect(twice.length).toBeGreaterThan(5)
  const { choice } = await client['choices.create']({
    name: 'What it is',
    categoryIds: [guitar, banana],
    allowsNone: false,
  })
  const [asGuitar, asBanana] = [await shownUnder(library, guitar), await shownUnder(library, banana)]
  expect(asGuitar.filter((photoId) => asBanana.includes(photoId))).toEqual([])
  expect(guitars.every((photoId) => asGuitar.includes(photoId))).toBe(true)
  for (const photoId of [guitars[0]!, both[0]!]) {
    const [one, other] = await probabilities(library, photoId, [guitar, banana])
    expect(one! + other!).toBeCloseTo(1, 4)
  }
  await client['choices.update']({ choiceId: choice.choiceId, allowsNone: true })
  const [one, other] = await probabilities(library, library.neither[0]!, [guitar, banana])
  expect(one! + other!).toBeLessThan(0.8)
  await client['choices.remove']({ choiceId: choice.choiceId })
  expect((await shownUnder(library, guitar)).filter((photoId) => both.includes(photoId)).toSorted()).toEqual(
    twice.toSorted(),
  )
})

test('what one category of a choice learns, the others are judged by; new photos too', async () => {
  const library = await open()
  const { client, guitar, banana, both, bananas, neither } = library
  await client['choices.create']({ name: 'What it is', categoryIds: [guitar, banana], allowsNone: true })
  const check = async (photoIds: readonly number[]): Promise<void> => {
    for (const categoryId of [guitar, banana]) {
      const shown = await shownUnder(library, categoryId)
      for (const photoId of photoIds) {
        const { band, verdict } = await client['photos.why']({ photoId, categoryId })
        expect(shown.includes(photoId)).toBe(verdict === 'undecided' ? band === 'sure' : verdict === 'yes')
      }
    }
  }
  const others = [...both.slice(6), ...bananas, ...neither.slice(0, 6)]
  const before = await probabilities(library, both[7]!, [guitar, banana])
  await client['photos.decide']({ photoIds: both.slice(0, 6), categoryId: guitar, verdict: 'yes' })
  const { saidNo } = await client['photos.get']({ photoId: both[0]! })
  expect(saidNo.map(({ categoryId }) => categoryId)).toEqual([banana])
  const after = await probabilities(library, both[7]!, [guitar, banana])
  expect(after.every((probability, i) => Math.abs(probability - before[i]!) > 0.001)).toBe(true)
  await check([...both, ...others])
  await check(library.add([...several(6, ['guitar', 'banana']), ...several(6, ['banana'])]))
  await client['categories.update']({ categoryId: banana, words: ['beach'] })
  await check(others)
  await client['history.undo']({})
  await check(others)
  await client['history.undo']({})
  expect((await client['photos.get']({ photoId: both[0]! })).saidNo).toEqual([])
  expect(await probabilities(library, both[7]!, [guitar, banana])).toEqual(before)
})

test('an answer to one category leaves explicit answers to another standing, and one step takes all of it back', async () => {
  const library = await open()
  const { client, guitar, banana, both } = library
  const photoId = both[0]!
  await client['choices.create']({ name: 'What it is', categoryIds: [guitar, banana] })
  await client['photos.decide']({ photoIds: [photoId], categoryId: banana, verdict: 'yes' })
  await client['photos.decide']({ photoIds: [photoId], categoryId: guitar, verdict: 'yes' })
  const said = async () => {
    const { tags, saidNo } = await client['photos.get']({ photoId })
    return {
      yes: tags.filter(({ saidBy }) => saidBy === 'you').map(({ name }) => name),
      no: saidNo.map(({ name }) => name),
    }
  }
  expect(await said()).toEqual({ yes: ['Guitars'], no: ['Bananas'] })
  await client['history.undo']({})
  expect(await said()).toEqual({ yes: ['Bananas'], no: ['Guitars'] })
  await client['history.undo']({})
  expect(await said()).toEqual({ yes: [], no: [] })
})
