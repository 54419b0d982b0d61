import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentHash } from '../../src/core/hashing/content-hash.ts'
import { smallPhoto, writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { openTestLibrary, rootDir } from '../fixtures/library/test-library.ts'
import { startWinnow, winnow } from './run-winnow.ts'
import type { Ended, Running } from './run-winnow.ts'

/** One library, on which one test builds upon the other: opening the command line takes a second each time. */

let folder: string
let photos: string
let sorted: string

/** With a trash of its own: undoing copies moves them there. */
const start = (...args: readonly string[]): Running =>
  startWinnow(['--data', join(folder, 'data'), ...args], { XDG_DATA_HOME: join(folder, 'home') })
const run = (...args: readonly string[]): Promise<Ended> => start(...args).ended

async function json(...args: readonly string[]) {
  const { out, err } = await run('--json', ...args)
  expect(err).toBe('')
  return JSON.parse(out)
}

function filesIn(dir: string): readonly string[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** All files below a folder: name, time and content. */
function tree(dir: string): readonly string[] {
  return filesIn(dir).map((path) => {
    const { mtimeNs } = statSync(path, { bigint: true })
    return `${relative(dir, path)} ${mtimeNs} ${contentHash(readFileSync(path))}`
  })
}

const names = (dir: string): readonly string[] => filesIn(dir).map((path) => relative(dir, path))

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-cli-')))
  photos = join(folder, 'photos')
  sorted = join(folder, 'sorted')
  await writeSmallPhotos(photos, ['a.jpg', 'b.jpg', 'c.jpg', 'trip/d.jpg', 'trip/a.jpg'])
  writeFileSync(join(photos, 'a.xmp'), 'goes along with a.jpg')
  for (const [index, name] of ['a.jpg', 'b.jpg', 'c.jpg', 'trip/d.jpg', 'trip/a.jpg'].entries()) {
    const time = new Date(Date.UTC(index === 1 ? 2020 : 2021, 5, 15, 12, 0, 0))
    utimesSync(join(photos, name), time, time)
  }
  expect((await run('index', photos)).code).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const byYear = ['--rule', '*={year}']

describe('usage', () => {
  test.for([
    [['sort']],
    [['sort', '--to', 'x']],
    [['sort', '--rules', 'x', '--rule', 'a=b', '--to', 'x']],
    [['sort', ...byYear, '--to', 'x', '--copy', '--link']],
    [['sort', ...byYear, '--to', 'x', '--folder', 'x', '--category', 'y']],
    [['sort', 'undo', 'latest']],
    [['sort', 'continue']],
    [['sort', 'continue', '0']],
    [['sort', 'rules', 'save', 'x']],
    [['sort', 'rules', 'remove']],
  ])('ends %j with 2 and words', async ([args]) => {
    const { code, err } = await run(...args!)
    expect([code, err.length > 0]).toEqual([2, true])
  })

  test('asks nobody who can’t answer, and then does nothing', async () => {
    const before = tree(photos)
    expect(await run('sort', ...byYear, '--to', sorted)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/--yes.*--dry-run/),
    })
    expect([tree(photos), existsSync(sorted)]).toEqual([before, false])
  })

  test.for([
    [['--rules', 'none.json', '--to', 'x'], 'none.json'],
    [['--rule', 'No such thing=x', '--to', 'x'], 'No such thing'],
    [['--rule', 'year', '--to', 'x'], 'is no rule'],
    [['--rule', '*=a', '--rule', '*=b', '--to', 'x'], 'Put “*” last'],
    [['--rule', '*={yeer}', '--to', 'x'], '{yeer}'],
    [['--rule', '*=../out', '--to', 'x'], '..'],
    [['--rule', '*=a'], '--to'],
    [['--rule', '*=a', '--to', 'x', '--folder', '/no/such/folder'], '/no/such/folder'],
    [['--rule', '*=a', '--to', 'x', '--category', 'No such thing'], 'No such thing'],
  ] as const)('says what is wrong with %j', async ([args, words]) => {
    expect(await run('sort', '--dry-run', ...args)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(words),
    })
  })
})

test('there is nothing to undo or list at first', async () => {
  expect(await run('sort', 'runs')).toMatchObject({ code: 4, out: '' })
  expect(await run('sort', 'undo')).toMatchObject({ code: 4, err: 'Nothing was sorted yet.\n' })
  expect(await run('sort', 'rules')).toMatchObject({ code: 4, out: '' })
  expect(await run('sort', 'undo', '7')).toMatchObject({ code: 1, err: expect.stringContaining('no sort 7') })
})

test('a dry run shows the plan and changes nothing', async () => {
  const before = tree(folder).filter((line) => line.startsWith('photos'))
  const { code, out } = await run('sort', ...byYear, '--to', sorted, '--dry-run')
  expect(code).toBe(0)
  expect(out).toContain(`Move 6 files (1 of them go along with another)`)
  expect(out).toContain(`to ${sorted}`)
  expect(out).toMatch(/├─ 2020 +1 file .*new\n└─ 2021 +5 files .*new/)
  expect(out).toMatch(/1 get a number, for their names are in use there\n {2}\S*a\.jpg: .*a \(2\)\.jpg/)
  expect(tree(folder).filter((line) => line.startsWith('photos'))).toEqual(before)
  expect(existsSync(sorted)).toBe(false)

  const { plan, run: made, problems } = await json('sort', ...byYear, '--to', sorted, '--dry-run')
  expect([made, problems]).toEqual([null, []])
  expect(plan).toMatchObject({
    action: 'move',
    targetPath: sorted,
    targetExists: false,
    counts: { go: 5, files: 6, companions: 1, renamed: 1 },
    obstacle: null,
  })
  expect(plan.folders).toContainEqual(expect.objectContaining({ path: '2020', itemCount: 1, exists: false }))
  expect(plan.files).toContainEqual(
    expect.objectContaining({ from: join(photos, 'b.jpg'), to: '2020/b.jpg', status: 'go', companions: [] }),
  )
  expect(plan.files.filter(({ companions }: { companions: unknown[] }) => companions.length > 0)).toHaveLength(1)
})

test('a sort moves files and what goes with them, the library follows, and undo gives back the tree', async () => {
  const before = tree(photos)
  const done = await json('sort', ...byYear, '--to', sorted, '--yes')
  expect(done.run).toMatchObject({
    run: expect.any(Number),
    rules: null,
    action: 'move',
    targetPath: sorted,
    startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    finishedAt: expect.any(String),
    state: 'done',
    total: 6,
    done: 6,
    failed: 0,
  })
  expect([done.problems, done.plan.files.length]).toEqual([[], 5])
  expect(names(photos)).toEqual([])
  expect(names(sorted)).toContain('2020/b.jpg')
  expect(names(sorted)).toHaveLength(6)

  // The library follows: the same photos, elsewhere, and nothing to read again.
  const exported = JSON.parse((await run('export')).out).photos.map(({ path }: { path: string }) => path)
  expect(exported).toHaveLength(5)
  for (const path of exported) expect(path.startsWith(sorted)).toBe(true)
  expect(await json('status')).toMatchObject({ photoCount: 5, leftCount: 0, problemCount: 0 })

  // The same again has nothing to do.
  expect(await run('sort', ...byYear, '--to', sorted, '--yes')).toMatchObject({ code: 4 })

  const { runs } = await json('sort', 'runs')
  expect(runs).toMatchObject([{ run: done.run.run, state: 'done', total: 6, done: 6, undone: 0 }])
  expect((await run('sort', 'runs')).out).toMatch(
    new RegExp(`^ *${done.run.run} .* move .* 6 files .* done .*${sorted}`),
  )

  const undone = await json('sort', 'undo')
  expect(undone).toMatchObject({
    run: { run: done.run.run, state: 'undone', done: 0, undone: 6, kept: 0 },
    problems: [],
  })
  expect(tree(photos)).toEqual(before)
  expect(names(sorted)).toEqual([])
  expect(await run('sort', 'undo')).toMatchObject({ code: 4, err: expect.stringContaining('left to undo') })
  expect(await json('status')).toMatchObject({ photoCount: 5, leftCount: 0 })
}, 60_000)

test('only what is in a folder, and only as copies or links', async () => {
  const before = tree(photos)
  const links = join(folder, 'links')
  const copied = await run('sort', ...byYear, '--to', sorted, '--copy', '--folder', join(photos, 'trip'), '--yes')
  expect(copied).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Copied 2 files to .* moves the copies to the trash\.\n$/),
  })
  expect(names(sorted)).toEqual(['2021/a.jpg', '2021/d.jpg'])
  const linked = await run('sort', ...byYear, '--to', links, '--link', '--folder', join(photos, 'trip'), '--yes')
  expect(linked).toMatchObject({ code: 0, out: expect.stringContaining('Linked 2 files') })
  expect(statSync(join(links, '2021/d.jpg')).ino).toBe(statSync(join(photos, 'trip/d.jpg')).ino)
  expect(tree(photos)).toEqual(before)
  expect(await run('sort', 'undo')).toMatchObject({ code: 0, out: 'Took away the links to 2 files.\n' })
  const [, copy] = (await json('sort', 'runs')).runs
  expect(await run('sort', 'undo', String(copy.run))).toMatchObject({ code: 0 })
  expect([tree(photos), names(sorted), names(links)]).toEqual([before, [], []])
}, 60_000)

test('undo leaves what was changed since, and says so', async () => {
  const before = tree(photos)
  await run('sort', ...byYear, '--to', sorted, '--yes')
  writeFileSync(join(sorted, '2020/b.jpg'), 'changed since')
  const { code, out } = await run('sort', 'undo')
  expect([code, out]).toEqual([1, expect.stringMatching(/1 file not undone:\n {2}\S*2020\/b\.jpg: \S+/)])
  expect(readFileSync(join(sorted, '2020/b.jpg'), 'utf8')).toBe('changed since')
  expect(tree(photos)).toEqual(before.filter((line) => !line.startsWith('b.jpg')))
  rmSync(sorted, { recursive: true })
  writeFileSync(join(photos, 'b.jpg'), await smallPhoto(1))
  await run('index')
}, 60_000)

test('rules are saved by name, used by it, and forgotten', async () => {
  const flags = ['--rule', '*={folder}/{year}', '--to', sorted, '--copy']
  expect(await json('sort', 'rules', 'save', 'By year', ...flags)).toMatchObject({
    rules: { name: 'By year', action: 'copy', targetPath: sorted, usedAt: null },
  })
  expect((await json('sort', 'rules')).rules).toHaveLength(1)
  // Without --to and --copy it does as it did the last time.
  const { plan } = await json('sort', '--rules', 'by year', '--dry-run')
  expect(plan).toMatchObject({ action: 'copy', targetPath: sorted })
  expect(await run('sort', '--rules', 'By year', '--yes')).toMatchObject({ code: 0 })
  expect((await json('sort', 'runs')).runs[0]).toMatchObject({ rules: 'By year', action: 'copy' })
  await run('sort', 'undo')
  expect(await run('sort', 'rules', 'remove', 'BY YEAR')).toMatchObject({ code: 0 })
  expect(await run('sort', 'rules', 'remove', 'BY YEAR')).toMatchObject({ code: 1 })
}, 60_000)

test('a rules file says by names what goes where, and saved rules are printed as one', async () => {
  const file = join(folder, 'rules.json')
  const rules = {
    rules: [
      { when: { folder: join(photos, 'trip'), type: 'jpeg' }, to: 'Trip' },
      { when: { date: { from: '2020-01-01', before: '2021-01-01' } }, to: '{year}-{month}' },
      { when: { rating: 5 }, to: 'Best' },
    ],
    otherwise: null,
    includeUnsure: false,
  }
  writeFileSync(file, JSON.stringify(rules))
  utimesSync(join(photos, 'b.jpg'), new Date(Date.UTC(2020, 5, 15, 12)), new Date(Date.UTC(2020, 5, 15, 12)))
  await run('index')
  const sidecar =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
  writeFileSync(
    join(photos, 'a.xmp'),
    `${sidecar}<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="5"/></rdf:RDF></x:xmpmeta>`,
  )
  const { plan } = await json('sort', '--rules', file, '--to', sorted, '--dry-run')
  const going = plan.files.map(({ to }: { to: string }) => to).toSorted()
  expect(going).toEqual(['2020-06/b.jpg', 'Best/a.jpg', 'Trip/a.jpg', 'Trip/d.jpg'])
  expect(plan.counts).toMatchObject({ go: 4, noRule: 1 })

  await run('sort', 'rules', 'save', 'Trips', '--rules', file)
  expect(JSON.parse((await run('sort', 'rules', 'show', 'trips')).out)).toEqual(rules)
  await run('sort', 'rules', 'remove', 'Trips')

  writeFileSync(file, JSON.stringify({ rules: [{ when: { category: 'No such thing' }, to: 'x' }] }))
  expect(await run('sort', '--rules', file, '--to', sorted, '--dry-run')).toMatchObject({
    code: 1,
    err: `${file}: Rule 1: There is no category called “No such thing”.\n`,
  })
}, 60_000)

test('while the library is open elsewhere plans can be seen and nothing is done', async () => {
  const opened = await openTestLibrary(join(folder, 'data'))
  expect(await run('sort', ...byYear, '--to', sorted, '--yes')).toMatchObject({ code: 3 })
  expect(await run('sort', 'undo')).toMatchObject({ code: 3 })
  expect(await run('sort', ...byYear, '--to', sorted, '--dry-run')).toMatchObject({ code: 0 })
  await opened.close()
  expect(existsSync(join(sorted, '2020'))).toBe(false)
}, 60_000)

test.skipIf(process.platform === 'win32')(
  'Ctrl+C stops between files, and the sort goes on or is taken back',
  async () => {
    const large = join(folder, 'large')
    mkdirSync(large)
    // Large enough that copying them takes a while.
    const rest = Buffer.alloc(5_000_000)
    for (let i = 0; i < 60; i++)
      writeFileSync(join(large, `${i}.jpg`), Buffer.concat([await smallPhoto(100 + i), rest]))
    await run('index', large)
    const before = tree(large)
    const target = join(folder, 'copies')
    const running = start('sort', '--rule', '*=all', '--to', target, '--copy', '--folder', large, '--yes')
    await expect.poll(() => names(target).length, { timeout: 40_000, interval: 20 }).toBeGreaterThan(0)
    running.send('SIGINT')
    const { code, out } = await running.ended
    expect([code, out]).toEqual([
      130,
      expect.stringMatching(/Stopped: \d+ of 60 files done\. winnow sort continue \d+ goes on/),
    ])
    const [{ run: runId, done, waiting }] = (await json('sort', 'runs')).runs
    expect([done + waiting, names(target).length]).toEqual([60, done])
    expect(await run('sort', 'continue', String(runId))).toMatchObject({
      code: 0,
      out: expect.stringContaining('Copied 60 files'),
    })
    expect(names(target)).toHaveLength(60)
    expect(tree(large)).toEqual(before)
  },
  180_000,
)

test('real photos are sorted by category and put back', async ({ skip }) => {
  const shared = join(rootDir, '../shared/photos/weather')
  if (!existsSync(shared)) skip(`There are no real photos in ${shared}.`)
  const weather = join(folder, 'weather')
  for (const kind of ['rain', 'sunrise']) {
    for (const name of readdirSync(join(shared, kind)).toSorted().slice(0, 8)) {
      cpSync(join(shared, kind, name), join(weather, kind, name), { preserveTimestamps: true })
    }
  }
  const data = join(folder, 'weather-data')
  await winnow('--data', data, 'index', weather)
  const sunrises = readdirSync(join(weather, 'sunrise')).map((name) => join(weather, 'sunrise', name))
  await winnow('--data', data, 'category', 'teach', 'Dawn', '--create', '--words', 'a sunrise', '--yes', ...sunrises)
  const before = tree(weather)
  const target = join(folder, 'by-weather')
  const done = await winnow('--data', data, '--json', 'sort', '--rule', 'Dawn={category}', '--to', target, '--yes')
  expect(done.code).toBe(0)
  const dawn = new Set(names(join(target, 'Dawn')))
  for (const path of sunrises) expect(dawn).toContain(relative(join(weather, 'sunrise'), path))
  expect(names(weather).length + names(target).length).toBe(before.length)
  expect(await winnow('--data', data, 'sort', 'undo')).toMatchObject({ code: 0 })
  expect(tree(weather)).toEqual(before)
}, 180_000)
