import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeFloat16 } from '../vector/float16.ts'
import { normalise } from '../vector/normalise.ts'
import type { CategoryFile, SharedCategory } from './category-file.ts'
import { CategoryFileError, readCategoryFile, whyVectorsAreForeign } from './read-category-file.ts'
import { readSharedCategory, readSharedChoice } from './read-shared-category.ts'
import { writeCategoryFile } from './write-category-file.ts'

const dim = 6
const model = { name: 'tester@1.0.0', dim }
const plain: SharedCategory = {
  name: 'Red bicycle',
  words: ['a red bicycle'],
  notWords: [],
  synonyms: [],
  strictness: 0.5,
  colour: null,
  useHints: false,
  parent: null,
  examples: [],
}

const plainFile = [...writeCategoryFile({ model, categories: [plain], choices: [] })].join('')

function read(json: string): CategoryFile & { readonly leftOut: readonly string[] } {
  const frame = readCategoryFile(json, 'mine.json')
  const categories = frame.categories.map((raw, i) => readSharedCategory(raw, i, dim))
  const choices = frame.choices.map(readSharedChoice)
  return {
    model: frame.model,
    categories: categories.flatMap(({ value }) => (value === null ? [] : [value])),
    choices: choices.flatMap(({ value }) => (value === null ? [] : [value])),
    leftOut: [...categories, ...choices].flatMap(({ leftOut }) => leftOut),
  }
}

function withCategory(category: object): string {
  return JSON.stringify({ format: 'winnow-categories', version: 1, model, choices: [], categories: [category] })
}

const withoutVectors = ({ examples, ...rest }: SharedCategory): object => ({
  ...rest,
  examples: examples.map(({ hash, verdict }) => ({ hash, verdict })),
})

const base64 = (values: readonly number[]): string =>
  Buffer.from(encodeFloat16(Float32Array.from(values))).toString('base64')

const text = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ]{0,20}[a-z]$/).map((words) => words.replaceAll(/ +/g, ' '))
const hash = fc.stringMatching(/^[0-9a-f]{32}$/)
const vector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dim, maxLength: dim })
  .map((values) => normalise(Float32Array.from([...values.slice(1), 1])))
const category: fc.Arbitrary<SharedCategory> = fc.record({
  name: text,
  words: fc.uniqueArray(text, { maxLength: 5 }),
  notWords: fc.uniqueArray(text, { maxLength: 5 }),
  synonyms: fc.uniqueArray(text, { maxLength: 5 }),
  strictness: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
  colour: fc.constantFrom('#112233', null),
  useHints: fc.boolean(),
  parent: fc.option(text),
  examples: fc.uniqueArray(fc.record({ verdict: fc.constantFrom('yes', 'no'), hash, vector: fc.option(vector) }), {
    selector: ({ hash }) => hash,
    maxLength: 6,
  }),
})

describe('a file that Winnow wrote', () => {
  it('comes back as it was, but for what float16 rounds', () => {
    fc.assert(
      fc.property(fc.array(category, { minLength: 1, maxLength: 4 }), (categories) => {
        const choices = [{ name: 'Which', allowsNone: false, categories: categories.map(({ name }) => name) }]
        const back = read([...writeCategoryFile({ model, categories, choices })].join(''))
        expect(back.leftOut).toEqual([])
        expect(back.choices[0]).toEqual({ ...choices[0], categories: [...new Set(choices[0]!.categories)] })
        expect(back.categories.map(withoutVectors)).toEqual(categories.map(withoutVectors))
        for (const [i, { examples }] of back.categories.entries()) {
          for (const [j, example] of examples.entries()) {
            const before = categories[i]!.examples[j]!.vector
            expect(example.vector === null).toBe(before === null)
            example.vector?.forEach((value, at) => expect(value).toBeCloseTo(before![at]!, 2))
          }
        }
      }),
    )
  })

  it('names the model only where there are vectors', () => {
    expect(JSON.parse(plainFile).model).toBeNull()
  })
})

describe('a file from anybody', () => {
  it('is read or refused with a sentence that names it, whatever it is', () => {
    const frame = fc.record({
      format: fc.constant('winnow-categories'),
      version: fc.constant(1),
      model: fc.anything(),
      categories: fc.array(
        fc.oneof(fc.anything(), fc.record({ name: fc.string(), examples: fc.array(fc.anything()) })),
      ),
      choices: fc.anything(),
    })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          frame.map((value) => JSON.stringify(value) ?? ''),
        ),
        (json) => {
          try {
            for (const { name, words } of read(json).categories) {
              expect(name).toMatch(/^[^\p{Cc}\p{Cf}]+$/u)
              expect([...name].length).toBeLessThanOrEqual(80)
              expect(words.length).toBeLessThanOrEqual(30)
            }
          } catch (error) {
            expect(error).toBeInstanceOf(CategoryFileError)
            expect(String(error)).toContain('mine.json')
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    ['', 'no JSON'],
    ['{"format":', 'no JSON'],
    ['[1]', 'no file of categories'],
    ['null', 'no file of categories'],
    ['{"format":"winnow-categories","version":2,"categories":[{"name":"A"}]}', 'newer Winnow'],
    ['{"format":"winnow-categories","version":0,"categories":[{"name":"A"}]}', 'damaged'],
    ['{"format":"winnow-categories","version":1}', 'damaged'],
    ['{"format":"winnow-categories","version":1,"categories":[]}', 'no categories'],
    [`{"format":"winnow-categories","version":1,"categories":[${'0,'.repeat(999_999)}0]}`, '1,000,000 categories'],
    [`${'['.repeat(200_000)}`, 'no JSON'],
    ['{}'.repeat(1_000_001), 'more than can be taken in'],
    // 60 MB of these took ten seconds and 1.7 GB.
    ['[]'.repeat(1_000_001), 'more than can be taken in'],
  ])('is refused: %.60s', (json, reason) => {
    expect(() => read(json)).toThrow(reason)
  })

  it('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${plainFile}`).categories).toEqual([plain])
  })

  it('is named by the last part of its path, on one line', () => {
    expect(() => readCategoryFile('', '/home/me/private/my\u0007 \u202Efile.json')).toThrow(/^my file\.json can’t/)
  })

  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['..\\..\\Windows', 'Windows'],
    ['/', null],
    ['..', null],
    ['\u0000Dog\u202E\n', 'Dog'],
    ['__proto__', '__proto__'],
    [`D${'o'.repeat(1_000_000)}g`, `D${'o'.repeat(79)}`],
    ['Cats / Dogs', 'Cats / Dogs'],
  ])('has its names cleaned: %.30s', (name, cleaned) => {
    expect(read(withCategory({ name })).categories[0]?.name ?? null).toBe(cleaned)
  })

  it('can’t reach what all objects share', () => {
    const json = withCategory({ name: 'A' }).replace('"name"', '"__proto__":{"strictness":1,"polluted":true},"name"')
    expect(read(json).categories).toEqual([{ ...plain, name: 'A', words: [] }])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  it('loses single values that are wrong, and says which', () => {
    const { categories, leftOut } = read(
      withCategory({
        name: 'Beach',
        words: ['sea', 7, 'x'.repeat(10_000), ''],
        strictness: 9,
        colour: 'url(evil)',
        useHints: 'yes',
      }),
    )
    expect(categories).toEqual([{ ...plain, name: 'Beach', words: ['sea'] }])
    expect(leftOut).toEqual(['Beach: 3 phrases can’t be used.'])
    expect(read(withCategory({ words: ['nameless'] })).leftOut).toEqual([
      'Category number 1 has no name that can be used.',
    ])
  })

  it('has every example checked', () => {
    const good = base64([1, 0, 0, 0, 0, 0])
    const examples = [
      { verdict: 'yes', vector: good },
      { verdict: 'yes', vector: good },
      { verdict: 'maybe', vector: good },
      { verdict: 'yes', vector: base64([1, 0]) },
      { verdict: 'yes', vector: base64([1, 0, 0, 0, 0, 0, 0]) },
      { verdict: 'no', vector: 'not base64 at all' },
      { verdict: 'no', vector: 'A'.repeat(1_000_000) },
      { verdict: 'no', vector: base64([NaN, 0, 0, 0, 0, 0]) },
      { verdict: 'no', vector: base64([Infinity, 0, 0, 0, 0, 0]) },
      { verdict: 'no', vector: base64([0, 0, 0, 0, 0, 0]) },
      { verdict: 'no', hash: '../../x' },
      { verdict: 'no', hash: 'ab'.repeat(16) },
      { verdict: 'yes', vector: base64([300, 400, 0, 0, 0, 0]) },
    ]
    const { categories, leftOut } = read(withCategory({ name: 'Beach', examples }))
    expect(categories[0]!.examples.map(({ verdict, hash, vector }) => [verdict, hash, vector && [...vector]])).toEqual([
      ['yes', null, [1, 0, 0, 0, 0, 0]],
      ['no', 'ab'.repeat(16), null],
      ['yes', null, [expect.closeTo(0.6), expect.closeTo(0.8), 0, 0, 0, 0]],
    ])
    expect(leftOut).toEqual([
      'Beach: an example was left out (the same picture twice).',
      expect.stringContaining('yes nor no'),
      'Beach: 4 examples were left out (no vector of the 6 numbers of this model).',
      expect.stringContaining('2 examples'),
      expect.stringContaining('zeros'),
      expect.stringContaining('neither a vector nor a hash'),
    ])
  })

  it('says when another model saw the examples', () => {
    expect(whyVectorsAreForeign(model, model, 'a.json')).toBeNull()
    expect(whyVectorsAreForeign(null, model, 'a.json')).toBeNull()
    expect(whyVectorsAreForeign({ name: 'other@2', dim }, model, 'a.json')).toMatch(
      /a\.json.*another model \(other@2\)/,
    )
    expect(whyVectorsAreForeign({ ...model, dim: 7 }, model, 'a.json')).toMatch(/another model/)
  })
})
