import { expect, test } from 'vitest'
import { dot } from '../../core/vector/dot.ts'
import { createTextDirections } from './text-directions.ts'

/** A text encoder that is easily checked: the length and the first letter of a prompt. */
function setUp(shipped: ReadonlyMap<string, Float32Array> = new Map()) {
  const stored = new Map<string, Float32Array>()
  const embedded: string[][] = []
  const texts = createTextDirections({
    modelKey: 'm@1',
    worker: {
      target: { model: { modelKey: 'm@1', modelDir: '' }, settings: { provider: 'cpu', threads: 1, batchSize: 1 } },
      embedTexts: async (prompts) => {
        embedded.push([...prompts])
        return prompts.map((prompt) => Float32Array.of(prompt.length, prompt.charCodeAt(0)))
      },
    },
    store: {
      get: (_model, prompts, phrase) => stored.get(`${prompts} ${phrase}`) ?? null,
      set: (_model, prompts, phrase, vector) => void stored.set(`${prompts} ${phrase}`, vector),
    },
    modelId: 1,
    model: { templates: ['a photo of a {}.', '{}'], promptsKey: 'p' },
    shipped: () => shipped,
  })
  return { texts, stored, embedded }
}

test('a phrase goes through every prompt once, and is a unit vector', async () => {
  const { texts, embedded } = setUp()
  const [dog, again] = await texts.get(['dog', 'dog'])
  await texts.get(['dog'])
  expect(embedded).toEqual([['a photo of a dog.', 'dog']])
  expect(again).toBe(dog)
  expect(dot(dog!, dog!)).toBeCloseTo(1, 6)
})

test('only what is kept is stored, and never what comes with Winnow', async () => {
  const { texts, stored, embedded } = setUp(new Map([['sea', Float32Array.of(1, 0)]]))
  expect((await texts.get(['sea']))[0]).toEqual(Float32Array.of(1, 0))
  await texts.get(['searched for'])
  await texts.get(['kept'])
  texts.keep(['kept', 'sea', 'never asked'])
  expect([...stored.keys()]).toEqual(['p kept'])
  expect(embedded).toHaveLength(2)
})

test('of what a person types, the last thousand are remembered', async () => {
  const { texts, embedded } = setUp()
  for (let i = 0; i < 1001; i++) await texts.get([`phrase ${i}`])
  await texts.get(['phrase 1000'])
  expect(embedded).toHaveLength(1001)
  await texts.get(['phrase 0'])
  expect(embedded).toHaveLength(1002)
})
