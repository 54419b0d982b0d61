import { expect, test } from 'vitest'
import { eventually } from '../fixtures/library/test-library.ts'
import { idsOf } from '../fixtures/library/ids-of.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await library.settle()
  return library
}

async function own({ client }: MadeLibrary) {
  return (await client['categories.list']({})).categories.filter(({ origin }) => origin === 'own')
}

async function shownUnder({ client }: MadeLibrary, categoryId: number): Promise<number[]> {
  return idsOf((await client['photos.list']({ categoryIds: [categoryId], band: 'sure' })).ids)
}

/** A library whose person has taught a category: guitars, but no bananas. */
async function taught() {
  const library = await open()
  const { client } = library
  const photoIds = library.add([
    { path: 'secret place/me.jpg', shows: ['guitar'] },
    { shows: ['guitar'] },
    { shows: ['guitar'] },
    { shows: ['banana'] },
    { shows: ['banana'] },
    {},
  ])
  const draft = { name: 'Guitars', words: ['guitar'], notWords: ['banana'], strictness: 0.6 }
  const { categoryId } = (await client['categories.create']({ draft, colour: '#112233' })).category
  await client['photos.decide']({ photoIds: photoIds.slice(0, 3), categoryId, verdict: 'yes' })
  await client['photos.decide']({ photoIds: photoIds.slice(3, 5), categoryId, verdict: 'no' })
  return { library, categoryId }
}

interface FileForm {
  model: { name: string }
  categories: unknown[]
  choices: unknown[]
}

/** The file with an edit; `first` is its first category. */
function change(json: string, edit: (file: FileForm, first: { examples: { hash?: string | null }[] }) => void): string {
  const file = JSON.parse(json)
  edit(file, file.categories[0])
  return JSON.stringify(file)
}

test('a category goes to another library with what it was taught, and nothing else', async () => {
  const { library, categoryId } = await taught()
  const parent = (await library.client['categories.list']({ includeHidden: true })).categories.find(
    ({ name }) => name === 'Nature',
  )!.categoryId
  await library.client['categories.update']({ categoryId, parentId: parent })
  const { json, suggestedFileName } = await library.client['categories.export']({
    categoryIds: [categoryId],
    withExamples: true,
  })
  expect(suggestedFileName).toBe('Guitars.winnow.json')
  for (const secret of ['secret', 'me.jpg', '/made', 'photo ']) expect(json).not.toContain(secret)

  const other = await open()
  const ids = other.add([{ shows: ['guitar'], ordinary: true }, { shows: ['banana'], ordinary: true }, {}])
  const result = await other.client['categories.import']({ json, fileName: suggestedFileName })
  expect(result).toEqual({
    created: [{ categoryId: result.created[0]!.categoryId, name: 'Guitars', exampleCount: 5 }],
    leftOut: [],
  })
  const [category] = await own(other)
  expect(category).toMatchObject({
    name: 'Guitars',
    words: ['guitar'],
    notWords: ['banana'],
    strictness: 0.6,
    colour: '#112233',
    outsideExampleCount: 5,
    saidYesCount: 0,
    saidNoCount: 0,
  })
  expect(category!.parentId).not.toBeNull()
  expect(await shownUnder(other, category!.categoryId)).toContain(ids[0])
  expect(await shownUnder(other, category!.categoryId)).not.toContain(ids[1])
  expect((await other.client['categories.history']({ categoryId: category!.categoryId })).events).toMatchObject([
    { source: 'import', label: 'Took in the category Guitars' },
  ])

  expect((await other.client['history.undo']({})).did).toBe('Took in the category Guitars')
  expect(await own(other)).toEqual([])
  await other.client['history.redo']({})
  expect(await own(other)).toEqual([category])
})

test('without examples it is words and settings alone', async () => {
  const { library, categoryId } = await taught()
  const { json } = await library.client['categories.export']({ categoryIds: [categoryId], withExamples: false })
  expect(JSON.parse(json)).toMatchObject({ model: null, categories: [{ name: 'Guitars', examples: [] }] })
})

test('names that are taken get a number; choices and parents find their categories under the new names', async () => {
  const library = await open()
  const { client } = library
  const ids: number[] = []
  for (const name of ['Indoors', 'Outdoors', 'Beach trip']) {
    const draft = { name, words: ['beach'] }
    ids.push((await client['categories.create']({ draft })).category.categoryId)
  }
  await client['choices.create']({ name: 'Where', categoryIds: ids.slice(0, 2), allowsNone: false })
  await client['categories.update']({ categoryId: ids[2]!, parentId: ids[1]! })
  const { json, suggestedFileName } = await client['categories.export']({ categoryIds: ids, withExamples: true })
  expect(suggestedFileName).toBe('Winnow categories.winnow.json')
  const { created } = await client['categories.import']({ json, fileName: 'a.json' })
  expect(created.map(({ name }) => name)).toEqual(['Indoors 2', 'Outdoors 2', 'Beach trip 2'])
  const [indoors, outdoors, trip] = created.map(({ categoryId }) => categoryId)
  const { choices } = await client['choices.list']({})
  expect(choices.map(({ name, categoryIds, allowsNone }) => [name, categoryIds, allowsNone])).toEqual([
    ['Where', ids.slice(0, 2), false],
    ['Where', [indoors, outdoors], false],
  ])
  expect((await own(library)).find(({ categoryId }) => categoryId === trip)!.parentId).toBe(outdoors)
  await client['history.undo']({})
  expect([(await own(library)).length, (await client['choices.list']({})).choices.length]).toEqual([3, 1])
  // The built-in Beach keeps its name too.
  const beach = change(json, (file) => {
    file.categories = [{ name: 'BEACH' }]
  })
  expect((await client['categories.import']({ json: beach, fileName: 'b.json' })).created[0]!.name).toBe('BEACH 2')
})

test('examples of another model teach only where the photo is here too, and never against the person', async () => {
  const { library, categoryId } = await taught()
  const { json } = await library.client['categories.export']({ categoryIds: [categoryId], withExamples: true })
  const other = await open()
  const [mine] = other.add([{ shows: ['banana'] }])
  const hash = other.context.store.photo.contentHash(mine!)
  const foreign = change(json, (file, first) => {
    file.model.name = 'other@9'
    first.examples[0]!.hash = hash
  })
  const { created, leftOut } = await other.client['categories.import']({ json: foreign, fileName: '/x/shared.json' })
  expect(created[0]!.exampleCount).toBe(1)
  expect(leftOut).toEqual([
    expect.stringMatching(/^The examples in shared\.json were seen by another model \(other@9\)/),
    'Guitars: 4 examples are photos that this library does not have.',
  ])
  const id = created[0]!.categoryId
  expect((await other.client['photos.get']({ photoId: mine! })).tags.some((tag) => tag.saidBy === 'you')).toBe(false)
  await other.client['photos.decide']({ photoIds: [mine!], categoryId: id, verdict: 'no' })
  expect(other.context.store.example.teaching(id, 1)).toEqual([])
  expect(await shownUnder(other, id)).not.toContain(mine)
})

test('many at once are judged in the background', async () => {
  const { library, categoryId } = await taught()
  const { json } = await library.client['categories.export']({ categoryIds: [categoryId], withExamples: true })
  const many = change(json, (file, first) => {
    file.categories = Array.from({ length: 60 }, (_, i) => ({ ...first, name: `Guitars ${i}` }))
  })
  const other = await open()
  const ids = other.add([{ shows: ['guitar'], ordinary: true }])
  const { created } = await other.client['categories.import']({ json: many, fileName: 'many.json' })
  expect(created).toHaveLength(60)
  await eventually(async () => (await shownUnder(other, created[59]!.categoryId)).includes(ids[0]!))
  await other.client['history.undo']({})
  expect(await own(other)).toEqual([])
  await other.client['history.redo']({})
  expect(await own(other)).toHaveLength(60)
  await eventually(async () => (await shownUnder(other, created[0]!.categoryId)).includes(ids[0]!))
})

test('a file that can’t be used is refused with a sentence that names it, and nothing changes', async () => {
  const library = await open()
  const { client } = library
  const take = (json: string) => client['categories.import']({ json, fileName: 'C:\\Users\\me\\bad.json' })
  for (const json of [
    '',
    'PNG',
    '{}',
    '{"format":"winnow-categories","version":1,"categories":[{}]}',
    '['.repeat(1e6),
  ]) {
    await expect(take(json)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(/^(None of the categories in )?bad\.json /),
    })
  }
  await expect(take('x'.repeat(64_000_001))).rejects.toMatchObject({ code: 'invalid-input' })
  const { json } = await client['categories.export']({
    categoryIds: [(await client['categories.create']({ draft: { name: 'A', words: ['dog'] } })).category.categoryId],
    withExamples: true,
  })
  const hostile = change(json, (file, first) => {
    file.categories = [
      {
        ...first,
        name: '../../../\u0000evil\u202E',
        parent: '../../../evil',
        words: Array(1e5).fill('dog'),
      },
      { ...first, name: 'Ring 1', parent: 'Ring 2' },
      { ...first, name: 'Ring 2', parent: 'Ring 1' },
      null,
      { name: { toString: 1 } },
    ]
    file.choices = [{ name: 'Odd', categories: ['Ring 1', 'nobody', 7, null] }, null]
  })
  const { created, leftOut } = await take(hostile)
  expect(created.map(({ name }) => name)).toEqual(['evil', 'Ring 1', 'Ring 2'])
  expect(leftOut).toEqual([
    expect.stringMatching(/^evil: .* can’t be used/),
    'Category number 4 has no name that can be used.',
    'Category number 5 has no name that can be used.',
    'Choice number 2 has no name that can be used.',
    expect.stringMatching(/^The choice Odd is left out/),
  ])
  expect((await own(library)).map(({ name, parentId }) => [name, parentId !== null])).toEqual([
    ['A', false],
    ['evil', false],
    ['Ring 1', true],
    ['Ring 2', false],
  ])
})

test('many of one name, taken in twice, get free names without a long pause', { timeout: 20_000 }, async () => {
  const { client } = await open()
  const categories = Array.from({ length: 600 }, () => ({ name: 'Sand' }))
  const file = { json: JSON.stringify({ format: 'winnow-categories', version: 1, categories }), fileName: 'many.json' }
  const names: string[] = []
  for (let i = 0; i < 2; i++) names.push(...(await client['categories.import'](file)).created.map(({ name }) => name))
  expect(new Set(names).size).toBe(1200)
  expect([names[0], names[1199]]).toEqual(['Sand', 'Sand 1200'])
})

test('a heading is not exported, it is the same everywhere', async () => {
  const { client } = await open()
  const { categories } = await client['categories.list']({ includeHidden: true })
  const idOf = (name: string): number => categories.find((category) => category.name === name)!.categoryId
  await expect(client['categories.export']({ categoryIds: [idOf('Animals')], withExamples: false })).rejects.toThrow(
    /Animals only gathers/,
  )
  const { json } = await client['categories.export']({
    categoryIds: [idOf('Animals'), idOf('Dog')],
    withExamples: false,
  })
  expect(JSON.parse(json).categories).toMatchObject([{ name: 'Dog', parent: 'Animals', synonyms: ['hound'] }])
})
