import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { startNodeWorker } from '../../src/platform/start-node-worker.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import type { MadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

/** With the real worker: a picture from outside has to go through the model. */

const rootDir = join(import.meta.dirname, '../..')

async function open(): Promise<MadeLibrary> {
  const dir = temporaryFolder()
  const library = await openMadeLibrary(dir, {
    modelsDir: makeModelsDir(dir),
    startWorker: () => startNodeWorker(join(rootDir, 'src/worker/main.ts')),
  })
  await library.settle()
  return library
}

async function picture({ client }: MadeLibrary, colour: string, name: string): Promise<string> {
  const data = await sharp({ create: { width: 200, height: 200, channels: 3, background: colour } })
    .png()
    .toBuffer()
  return (await client['search.addPicture']({ dataBase64: data.toString('base64'), name })).pictureId
}

test('pictures from outside teach, as vectors with a name, and each step is undone', async () => {
  const library = await open()
  const { client, context } = library
  library.add(Array.from({ length: 20 }, () => ({})))
  const { categoryId } = (await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })).category
  const weights = () => context.store.classifier.list(1).find((one) => one.categoryId === categoryId)!.weights
  const untaught = weights()
  const [red, blue] = [
    await picture(library, '#ff0000', 'red\u0007 wall.png'),
    await picture(library, '#0000ff', 'b.png'),
  ]
  const copy = await picture(library, '#ff0000', 'copy of red wall.png')
  expect(
    await client['categories.addExamples']({ categoryId, pictureIds: [red, red, copy, blue], verdict: 'yes' }),
  ).toEqual({ added: 2 })
  const taught = weights()
  expect(taught).not.toEqual(untaught)
  const { examples } = await client['categories.examples']({ categoryId })
  expect(examples.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['red wall.png', 'yes'],
    ['b.png', 'yes'],
  ])
  const { categories } = await client['categories.list']({})
  expect(categories.find((one) => one.categoryId === categoryId)).toMatchObject({
    outsideExampleCount: 2,
    saidYesCount: 0,
  })
  expect(await client['categories.addExamples']({ categoryId, pictureIds: [red], verdict: 'yes' })).toEqual({
    added: 0,
  })

  await client['categories.removeExample']({ exampleId: examples[0]!.exampleId })
  expect((await client['categories.examples']({ categoryId })).examples).toHaveLength(1)
  expect((await client['history.undo']({})).did).toBe('Took a picture away from Guitars')
  expect((await client['categories.examples']({ categoryId })).examples).toEqual(examples)
  expect(weights()).toEqual(taught)
  expect((await client['history.undo']({})).did).toBe('Gave Guitars 2 pictures as yes examples')
  expect((await client['categories.examples']({ categoryId })).examples).toEqual([])
  expect(weights()).toEqual(untaught)
  await client['history.redo']({})
  expect((await client['categories.examples']({ categoryId })).examples).toEqual(examples)

  const { events } = await client['categories.history']({ categoryId })
  expect(events.map(({ label }) => label)).toContain('Added 2 pictures as examples')
  await client['categories.restore']({ categoryId, eventId: events.at(-1)!.eventId })
  expect((await client['categories.examples']({ categoryId })).examples).toEqual([])
  await client['history.undo']({})
  expect((await client['categories.examples']({ categoryId })).examples).toEqual(examples)
})

test('of two words about one picture the later holds; what is not there is refused', async () => {
  const library = await open()
  const { client } = library
  library.add([{}])
  const { categoryId } = (await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })).category
  const red = await picture(library, '#ff0000', 'red.png')
  await client['categories.addExamples']({ categoryId, pictureIds: [red], verdict: 'yes' })
  await client['categories.addExamples']({ categoryId, pictureIds: [red], verdict: 'no' })
  expect((await client['categories.examples']({ categoryId })).examples.map(({ verdict }) => verdict)).toEqual(['no'])
  await client['history.undo']({})
  expect((await client['categories.examples']({ categoryId })).examples.map(({ verdict }) => verdict)).toEqual(['yes'])

  const { categories } = await client['categories.list']({ includeHidden: true })
  const heading = categories.find(({ name }) => name === 'Animals')!.categoryId
  const add = (id: number, pictureId: string) =>
    client['categories.addExamples']({ categoryId: id, pictureIds: [pictureId], verdict: 'yes' })
  await expect(add(heading, red)).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(add(99_999, red)).rejects.toMatchObject({ code: 'not-found' })
  await expect(add(categoryId, 'picture-99')).rejects.toMatchObject({ code: 'not-found' })
  await expect(client['categories.removeExample']({ exampleId: 99 })).rejects.toMatchObject({ code: 'not-found' })
})
