import { expect, test } from 'vitest'
import { askByKey } from '../../src/cli/ask-by-key.ts'
import { makeModelsDir, openMadeLibrary } from '../fixtures/library/made-library.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'

async function* pressed(keys: string): AsyncGenerator<string> {
  for (const key of keys) {
    await Promise.resolve()
    yield key
  }
}

async function reviewed(keys: string) {
  const dir = temporaryFolder()
  const { client, add, settle } = await openMadeLibrary(dir, { modelsDir: makeModelsDir(dir) })
  await settle()
  const photoIds = add(
    Array.from({ length: 30 }, (_, i) => ({ path: `photo ${i}.jpg`, shows: i % 3 === 0 ? ['guitar'] : [] })),
  )
  const { categoryId } = (await client['categories.create']({ draft: { name: 'Guitars', words: ['guitar'] } })).category
  let said = ''
  const terminal = {
    out: async (text: string) => void (said += text),
    err: () => undefined,
    columns: 80,
    keys: undefined,
  }
  const { signal } = new AbortController()
  const code = await askByKey(
    { terminal, json: false, rootDir: '', dataDir: undefined, signal },
    { client, keys: pressed(keys), categoryId, names: new Map([[categoryId, 'Guitars']]) },
  )
  const { categories } = await client['categories.list']({})
  const { saidYesCount, saidNoCount } = categories.find((category) => category.categoryId === categoryId)!
  return { said, code, saidYesCount, saidNoCount, photoIds, ...(await client['history.state']({})) }
}

test('asks photo by photo, and takes y, n and s in either case', async () => {
  const { said, code, saidYesCount, saidNoCount } = await reviewed('yNs?q')
  expect([code, saidYesCount, saidNoCount]).toEqual([0, 1, 1])
  const asked = said.match(/^.*photo \d+\.jpg$/gm) ?? []
  expect([asked.length, new Set(asked).size]).toEqual([4, 4])
  expect(said).toMatch(/Guitars\? Winnow says \d+ %\. 2 answers, not sure about/)
  expect(said).toMatch(/2 answers given\. Not sure about \d+ now\.\n$/)
})

test('undo takes back what was said here and nothing before', async () => {
  const { said, saidYesCount, saidNoCount, undoLabel } = await reviewed('ynuuuuq')
  expect([saidYesCount, saidNoCount, undoLabel]).toEqual([0, 0, 'Made the category Guitars'])
  expect(said.match(/^Undone: /gm)).toHaveLength(2)
})

test('ends with Ctrl+C, with the keys, and when nothing is left to ask', async () => {
  expect((await reviewed('\u0003yyy')).saidYesCount).toBe(0)
  expect((await reviewed('y')).saidYesCount).toBe(1)
  const { said, code } = await reviewed('n'.repeat(200))
  expect([code, said.includes('Nothing is left to ask.')]).toEqual([0, true])
})
