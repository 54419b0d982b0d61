import { expect, test } from 'vitest'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { syncVocabulary } from '../../src/library/tagging/sync-vocabulary.ts'
import { makeModelsDir, openMadeLibrary, smallVocabulary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

async function make({ client }: MadeLibrary, ...words: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const word of words) {
    const draft = { name: `Own ${word}`, words: [word] }
    ids.push((await client['categories.create']({ draft })).category.categoryId)
  }
  return ids
}

async function builtIn({ client }: MadeLibrary, name: string): Promise<number> {
  const { categories } = await client['categories.list']({ includeHidden: true })
  return categories.find((category) => category.name === name)!.categoryId
}

async function shownUnder({ client }: MadeLibrary, categoryId: number): Promise<number[]> {
  return idsOf((await client['photos.list']({ categoryIds: [categoryId], band: 'sure' })).ids).toSorted((a, b) => a - b)
}

async function listed({ client }: MadeLibrary) {
  return (await client['choices.list']({})).choices
}

test('of its categories exactly one holds, from the moment it is made', async () => {
  const library = await open()
  const { client } = library
  const [both] = library.add([{ shows: ['guitar', 'banana'], ordinary: true }, { shows: ['guitar'] }, {}])
  const [guitar, banana] = await make(library, 'guitar', 'banana')
  const shown = async (): Promise<boolean[]> => [
    (await shownUnder(library, guitar!)).includes(both!),
    (await shownUnder(library, banana!)).includes(both!),
  ]
  expect(await shown()).toEqual([true, true])
  const { choice } = await client['choices.create']({
    name: 'What',
    categoryIds: [guitar!, banana!],
    allowsNone: false,
  })
  expect(choice).toEqual({ choiceId: choice.choiceId, name: 'What', categoryIds: [guitar, banana], allowsNone: false })
  expect((await shown()).filter(Boolean)).toHaveLength(1)
  expect(
    (await client['categories.list']({})).categories.filter(({ choiceId }) => choiceId === choice.choiceId),
  ).toHaveLength(2)
  expect(await client['history.undo']({})).toMatchObject({ did: 'Made the choice What' })
  expect([await listed(library), await shown()]).toEqual([[], [true, true]])
  await client['history.redo']({})
  expect([await listed(library), (await shown()).filter(Boolean).length]).toEqual([[choice], 1])
  await client['choices.remove']({ choiceId: choice.choiceId })
  expect([await listed(library), await shown()]).toEqual([[], [true, true]])
})

test('is renamed, reordered and made larger and smaller, each undoable', async () => {
  const library = await open()
  const { client } = library
  const [a, b, c] = await make(library, 'guitar', 'banana', 'dog')
  const { choice } = await client['choices.create']({ name: 'What', categoryIds: [a!, b!] })
  const { choiceId } = choice
  await client['choices.update']({ choiceId, name: 'Which' })
  await client['choices.update']({ choiceId, categoryIds: [c!, a!, b!], allowsNone: false })
  expect(await listed(library)).toEqual([{ choiceId, name: 'Which', categoryIds: [c, a, b], allowsNone: false }])
  await client['choices.update']({ choiceId, categoryIds: [c!, b!] })
  expect((await listed(library))[0]!.categoryIds).toEqual([c, b])
  await client['choices.update']({ choiceId, name: 'Which' })
  const undone: (string | null)[] = []
  for (let i = 0; i < 3; i++) undone.push((await client['history.undo']({})).did)
  expect(undone).toEqual(['Changed the choice Which', 'Changed the choice Which', 'Renamed the choice What to Which'])
  expect(await listed(library)).toEqual([choice])
})

test('an answer to it is a yes to one and a no to the others, or a no to all, in one step', async () => {
  const library = await open()
  const { client, context } = library
  const [p, q] = library.add([{}, {}])
  const [a, b, c] = await make(library, 'guitar', 'banana', 'dog')
  const { choiceId } = (await client['choices.create']({ name: 'What', categoryIds: [a!, b!, c!] })).choice
  const said = (photoId: number) =>
    [a, b, c].map((categoryId) => context.store.decision.latest(categoryId!, photoId)?.verdict ?? 'undecided')
  expect(await client['choices.answer']({ choiceId, photoIds: [p!, q!], categoryId: b! })).toEqual({ changed: 2 })
  expect([said(p!), said(q!)]).toEqual([
    ['no', 'yes', 'no'],
    ['no', 'yes', 'no'],
  ])
  expect(await shownUnder(library, b!)).toEqual(expect.arrayContaining([p, q]))
  expect(await client['choices.answer']({ choiceId, photoIds: [p!], categoryId: b! })).toEqual({ changed: 0 })
  expect(await client['choices.answer']({ choiceId, photoIds: [p!], categoryId: null })).toEqual({ changed: 1 })
  expect(said(p!)).toEqual(['no', 'no', 'no'])
  // Outside of it, a yes to one is a no to the others as well.
  await client['photos.decide']({ photoIds: [q!], categoryId: c!, verdict: 'yes' })
  expect(said(q!)).toEqual(['no', 'no', 'yes'])
  expect((await client['history.undo']({})).did).toBe('Said yes to Own dog for 1 photo')
  expect((await client['history.undo']({})).did).toBe('Said none of these to What for 1 photo')
  expect((await client['history.undo']({})).did).toBe('Said Own banana to What for 2 photos')
  expect([said(p!), said(q!)]).toEqual([
    ['undecided', 'undecided', 'undecided'],
    ['undecided', 'undecided', 'undecided'],
  ])
})

test('refuses what can’t be chosen between, and says why', async () => {
  const library = await open()
  const { client } = library
  const [p] = library.add([{}])
  const [a, b, c, d] = await make(library, 'guitar', 'banana', 'dog', 'beach')
  const create = (categoryIds: number[]) => client['choices.create']({ name: 'What', categoryIds })
  const { choiceId } = (await create([a!, b!])).choice
  await expect(create([b!, c!])).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringMatching(/Own banana is part of the choice What already/),
  })
  await expect(create([c!, await builtIn(library, 'Animals')])).rejects.toThrow(/Animals only gathers/)
  await expect(create([c!, c!])).rejects.toThrow(/at least two/)
  await expect(create([c!, 99_999])).rejects.toMatchObject({ code: 'not-found' })
  await client['categories.update']({ categoryId: d!, hidden: true })
  await expect(create([c!, d!])).rejects.toThrow(/hidden/)
  await expect(client['choices.update']({ choiceId: 99, name: 'X' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(client['choices.answer']({ choiceId, photoIds: [p!], categoryId: c! })).rejects.toThrow(/not part of/)
  await client['choices.update']({ choiceId, allowsNone: false })
  await expect(client['choices.answer']({ choiceId, photoIds: [p!], categoryId: null })).rejects.toThrow(/always holds/)
  // One that was hidden later stays in, so that the others can still be moved about.
  await client['categories.update']({ categoryId: a!, hidden: true })
  await client['choices.update']({ choiceId, categoryIds: [b!, a!] })
  expect((await listed(library)).map(({ categoryIds }) => categoryIds)).toEqual([[b, a]])
})

test('goes on without a category that is removed, is taken apart with the last but one, and comes back whole', async () => {
  const library = await open()
  const { client } = library
  const [a, b] = await make(library, 'guitar', 'banana')
  const dog = await builtIn(library, 'Dog')
  const { choice } = await client['choices.create']({ name: 'What', categoryIds: [a!, b!, dog] })
  await client['categories.remove']({ categoryId: dog })
  expect((await listed(library))[0]!.categoryIds).toEqual([a, b])
  await client['categories.remove']({ categoryId: a! })
  expect(await listed(library)).toEqual([])
  expect(
    (await client['categories.list']({})).categories.find(({ categoryId }) => categoryId === b)!.choiceId,
  ).toBeNull()
  await client['history.undo']({})
  expect((await listed(library))[0]!.categoryIds).toEqual([a, b])
  await client['history.undo']({})
  expect(await listed(library)).toEqual([choice])
  const { categories } = await client['categories.list']({})
  expect(
    categories
      .filter(({ choiceId }) => choiceId !== null)
      .map(({ categoryId }) => categoryId)
      .toSorted((x, y) => x - y),
  ).toEqual([a, b, dog].toSorted((x, y) => x! - y!))
})

test('a yes that comes back from the history takes the place of the yes to another, and undo gives that back', async () => {
  const library = await open()
  const { client, context } = library
  const [p] = library.add([{}])
  const [a, b] = await make(library, 'guitar', 'banana')
  await client['choices.create']({ name: 'What', categoryIds: [a!, b!] })
  const said = () => [a, b].map((categoryId) => context.store.decision.latest(categoryId!, p!)?.verdict)
  for (const categoryId of [a!, b!]) await client['photos.decide']({ photoIds: [p!], categoryId, verdict: 'yes' })
  const [saidNo, saidYes] = (await client['categories.history']({ categoryId: a! })).events
  await client['categories.undoEvent']({ categoryId: a!, eventId: saidNo!.eventId })
  expect(said()).toEqual(['yes', 'no'])
  await client['history.undo']({})
  expect(said()).toEqual(['no', 'yes'])
  await client['categories.restore']({ categoryId: a!, eventId: saidYes!.eventId })
  expect(said()).toEqual(['yes', 'no'])
  await client['history.undo']({})
  expect(said()).toEqual(['no', 'yes'])
})

test('a built-in category that is part of it neither makes room nor goes with a newer vocabulary', async () => {
  const library = await open()
  const { client, context } = library
  const [a] = await make(library, 'guitar')
  const dog = await builtIn(library, 'Dog')
  const { choice } = await client['choices.create']({ name: 'What', categoryIds: [a!, dog] })
  await expect(client['categories.create']({ draft: { name: 'Dog', words: ['dog'] } })).rejects.toMatchObject({
    code: 'already-exists',
  })
  const concepts = smallVocabulary.concepts.filter(({ name }) => name !== 'Dog')
  syncVocabulary(context.store, { ...smallVocabulary, concepts }, 0)
  expect(await listed(library)).toEqual([choice])
})
