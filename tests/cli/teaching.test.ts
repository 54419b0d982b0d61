import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { winnow } from './run-winnow.ts'
import type { Ended } from './run-winnow.ts'

/** One library, on which one test builds upon the other: opening the command line takes a second each time. */

let folder: string
let photos: string

const run = (...args: readonly string[]): Promise<Ended> => winnow('--data', join(folder, 'data'), ...args)

async function json(...args: readonly string[]) {
  return JSON.parse((await run('--json', ...args)).out)
}

async function outside(name: string, background: string): Promise<string> {
  const path = join(folder, name)
  await sharp({ create: { width: 200, height: 200, channels: 3, background } })
    .png()
    .toFile(path)
  return path
}

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-cli-')))
  photos = join(folder, 'photos')
  mkdirSync(photos)
  await writeSmallPhotos(
    photos,
    Array.from({ length: 12 }, (_, i) => `${i}.jpg`),
  )
  expect((await run('index', photos)).code).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('teaches with files of the library and pictures from outside; makes nothing unless asked to', async () => {
  const [first, second] = [join(photos, '0.jpg'), join(photos, '1.jpg')]
  expect(await run('category', 'teach', 'Red wall', '--yes', first)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/no category “Red wall”.*--create/),
  })
  const [red, blue] = [await outside('red.png', '#ff0000'), await outside('blue.png', '#0000ff')]
  const flags = ['--create', '--words', 'a red wall', '--yes', first, red, '--no', second, blue]
  expect(await json('category', 'teach', 'Red wall', ...flags)).toMatchObject({
    category: { name: 'Red wall', words: ['a red wall'], saidYesCount: 1, saidNoCount: 1, outsideExampleCount: 2 },
    created: true,
    yes: { photos: 1, pictures: 1 },
    no: { photos: 1, pictures: 1 },
  })
  const again = await run('category', 'teach', 'red wall', '--no', join(photos, '2.jpg'))
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^Taught Red wall: 0 yes, 1 no\./) })
  expect((await json('tags', '--photo', first)).photos[0].tags).toMatchObject([{ name: 'Red wall', saidBy: 'you' }])
}, 60_000)

test('stores nothing when one of the files can’t be used', async () => {
  const broken = join(folder, 'broken.jpg')
  writeFileSync(broken, 'no picture')
  for (const bad of [broken, join(folder, 'missing.jpg')]) {
    const { code, err } = await run('category', 'teach', 'Never', '--create', '--yes', join(photos, '3.jpg'), bad)
    expect([code, err.includes(bad)]).toEqual([1, true])
  }
  const both = ['--yes', join(photos, '3.jpg'), '--no', join(photos, '3.jpg')]
  expect(await run('category', 'teach', 'Never', '--create', ...both)).toMatchObject({
    code: 1,
    err: expect.stringContaining('as yes and as no'),
  })
  expect((await run('category', 'history', 'Never')).code).toBe(1)
}, 60_000)

test('prints the next questions where nobody can press keys', async () => {
  const { questions, answerCount } = await json('review', 'Red wall', '--count', '3')
  expect(answerCount).toBeGreaterThanOrEqual(3)
  // Photos that are asked about together are one question.
  expect([1, 2, 3]).toContain(questions.length)
  expect(questions[0]).toEqual({
    path: expect.stringContaining(photos),
    category: 'Red wall',
    probability: expect.any(Number),
    alikeCount: expect.any(Number),
  })
  expect((await run('review', 'Red wall')).out).toMatch(/^ *\d+ % {2}Red wall {2}.*\.jpg$/m)
  expect((await run('review', 'Nobody')).code).toBe(1)
}, 60_000)

test('tells a category’s history', async () => {
  const { events } = await json('category', 'history', 'Red wall')
  expect(events.map(({ source, label }: Record<string, string>) => [source, label])).toEqual([
    ['you', 'Said no to 1 photo'],
    ['you', 'Added 1 picture as an example'],
    ['you', 'Said no to 1 photo'],
    ['you', 'Added 1 picture as an example'],
    ['you', 'Said yes to 1 photo'],
    ['you', 'Made this category'],
  ])
  expect(new Date(events[0].at).getTime()).toBeGreaterThan(Date.now() - 120_000)
  expect((await run('category', 'history', 'Red wall', '--limit', '1')).out).toMatch(
    /^\d{4}-\d\d-\d\d \d\d:\d\d +Said no to 1 photo\n$/,
  )
}, 60_000)

test('writes categories to a file and takes them in again', async () => {
  const file = join(folder, 'shared.json')
  expect(await json('category', 'export', file, '--examples')).toEqual({ file, exported: ['Red wall'] })
  const text = readFileSync(file, 'utf8')
  expect(text).not.toContain('.jpg')
  expect(JSON.parse((await run('category', 'export', '-', 'red wall')).out)).toMatchObject({
    categories: [{ name: 'Red wall', examples: [] }],
  })
  expect(await json('category', 'import', file)).toEqual({
    created: [{ name: 'Red wall 2', exampleCount: 5 }],
    leftOut: [],
  })
  writeFileSync(file, text.replace('"Red wall"', '""'))
  expect(await run('category', 'import', file)).toMatchObject({ code: 1, err: expect.stringContaining('shared.json') })
  expect(await run('category', 'import', join(folder, 'none.json'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('none.json can’t be read'),
  })
}, 60_000)

test('makes, lists and removes choices', async () => {
  expect((await run('choice', 'list')).code).toBe(4)
  expect(await json('choice', 'add', 'Wall', 'Red wall', 'Red wall 2', '--always')).toEqual({
    choice: { name: 'Wall', categories: ['Red wall', 'Red wall 2'], allowsNone: false },
  })
  expect((await run('choice', 'list')).out).toBe('Wall: Red wall / Red wall 2\n')
  expect(await run('choice', 'add', 'Again', 'Red wall', 'Dog')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/Red wall is part of the choice Wall already/),
  })
  expect(await json('choice', 'remove', 'wall')).toEqual({ removed: 'Wall' })
  expect(await run('choice', 'remove', 'wall')).toMatchObject({ code: 1, err: expect.stringContaining('no choice') })
}, 60_000)
