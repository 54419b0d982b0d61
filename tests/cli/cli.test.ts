import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeSmallPhotos } from '../fixtures/images/small-photos.ts'
import { temporaryFolder } from '../fixtures/library/temporary-folder.ts'
import { startWinnow, winnow } from './run-winnow.ts'

let photos: string
let data: string

beforeEach(() => {
  const folder = temporaryFolder()
  photos = join(folder, 'photos')
  data = join(folder, 'data')
  mkdirSync(photos)
})

describe('usage', () => {
  it('explains itself, with examples and exit codes', async () => {
    const { code, out } = await winnow('--help')
    expect(code).toBe(0)
    for (const word of [
      'index',
      'search',
      'category',
      'review',
      'choice',
      'export',
      'doctor',
      'Examples:',
      'Exit codes:',
      '--json',
      '--data',
    ])
      expect(out).toContain(word)
    expect((await winnow('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [['nonsense']],
    [['search']],
    [['search', 'x', '--limit', '0']],
    [['export', '--format', 'xml']],
    [['category', 'add']],
    [['category', 'teach', 'Dog']],
    [['category', 'teach', 'Dog', '--yes', 'a.jpg', '--words', 'dog']],
    [['category', 'export']],
    [['category', 'import']],
    [['review', '--count', 'many']],
    [['choice', 'add', 'Where']],
    [['--nonsense']],
  ])('ends %j with 2 and words', async (args) => {
    const { code, err } = await winnow('--data', data, ...args)
    expect([code, err.length > 0]).toEqual([2, true])
  })
})

describe('before there is a library', () => {
  it.each([['status'], ['tags'], ['categories'], ['folders'], ['problems'], ['export'], ['search', 'x']])(
    '%s says so',
    async (...args) => {
      expect(await winnow('--data', data, ...args)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('no library'),
      })
    },
  )

  it('says it as JSON too', async () => {
    const { code, err } = await winnow('--json', '--data', data, 'status')
    expect([code, JSON.parse(err)]).toEqual([1, { error: expect.objectContaining({ code: 'not-found' }) }])
  })

  it('doctor takes it for a finding', async () => {
    const { code, out } = await winnow('--json', '--data', data, 'doctor')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ status: 'warning' })]),
    })
  })
})

async function json(...args: readonly string[]) {
  return JSON.parse((await winnow('--json', '--data', data, ...args)).out)
}

describe('reading a library', () => {
  let shared: string
  beforeAll(async () => {
    shared = realpathSync(mkdtempSync(join(tmpdir(), 'winnow-cli-')))
    const folder = join(shared, 'photos')
    await writeSmallPhotos(folder, ['harbour.jpg', 'trip/ferry.jpg', 'trip/gull, "grey".jpg', 'trip/été.jpg'])
    for (const [name, background] of [
      ['red', '#d02020'],
      ['blue', '#2020d0'],
    ] as const) {
      await sharp({ create: { width: 300, height: 200, channels: 3, background } })
        .jpeg()
        .toFile(join(folder, `${name}.jpg`))
    }
    writeFileSync(join(folder, 'broken.jpg'), 'no picture')
    writeFileSync(join(folder, 'clip.mp4'), 'no picture either')
    const { code, out, err } = await winnow('--json', '--data', join(shared, 'data'), 'index', folder)
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ photoCount: 6, problemCount: 1 })
  })
  afterAll(() => rmSync(shared, { recursive: true, force: true, maxRetries: 5 }))
  beforeEach(() => {
    photos = join(shared, 'photos')
    data = join(shared, 'data')
  })

  it('says what there is', async () => {
    expect(await json('status')).toMatchObject({
      folders: [{ path: photos, status: 'ready', photoCount: 6 }],
      photoCount: 6,
      leftCount: 0,
      problemCount: 1,
      model: { id: expect.any(String), version: expect.any(String) },
    })
    expect(await json('folders')).toMatchObject({ folders: [{ path: photos, notReadYet: { mp4: 1 } }] })
    expect((await winnow('--data', data, 'status')).out).toMatch(/^Photos +6$/m)
  })

  it('names the files it could not read', async () => {
    const broken = join(photos, 'broken.jpg')
    expect(await json('problems')).toMatchObject({
      problems: [{ path: broken, code: 'not-an-image', reason: expect.any(String) }],
    })
    expect((await winnow('--data', data, 'problems')).out).toContain(`${broken}: `)
  })

  it('finds by words', async () => {
    expect(await winnow('--data', data, 'search', 'ferry', '--limit', '1')).toMatchObject({
      code: 0,
      out: `${join(photos, 'trip', 'ferry.jpg')}\n`,
    })
  })

  it('finds by a picture that is not in the library', async () => {
    const outside = join(shared, 'outside.png')
    await sharp({ create: { width: 200, height: 200, channels: 3, background: '#d02020' } })
      .png()
      .toFile(outside)
    expect((await json('search', '--like', outside, '--limit', '1')).results).toMatchObject([
      { path: join(photos, 'red.jpg'), match: 'likely' },
    ])
    expect(await winnow('--data', data, 'search', '--like', join(photos, 'none.jpg'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('none.jpg'),
    })
  })

  it('prints the tags of all files, or of one', async () => {
    const { out } = await winnow('--data', data, 'tags')
    const paths = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '')
    expect(paths).toHaveLength(6)
    for (const path of paths) {
      expect((await json('tags', '--photo', path)).photos).toMatchObject([
        { path, tags: expect.any(Array), saidNo: [] },
      ])
    }
    expect(await winnow('--data', data, 'tags', '--photo', join(photos, 'broken.jpg'))).toMatchObject({
      code: 4,
      out: '',
    })
  })

  it('exports everything, to the terminal or to a file that is never half written', async () => {
    const { photos: exported } = JSON.parse((await winnow('--data', data, 'export')).out)
    const paths = exported.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(paths.toSorted())
    expect(exported[0]).toMatchObject({ contentHash: expect.any(String), widthPx: 300, heightPx: 200, saidNo: [] })
    const file = join(shared, 'out.csv')
    writeFileSync(file, 'old')
    expect(await winnow('--data', data, 'export', '--format', 'csv', '--output', file)).toMatchObject({
      code: 0,
      out: '',
    })
    const lines = readFileSync(file, 'utf8').split('\r\n')
    expect([lines.length, lines[0]]).toEqual([8, 'path,content_hash,taken_at,width_px,height_px,tags,said_yes,said_no'])
    expect(lines.filter((line) => line.includes('gull, ""grey"".jpg"'))).toHaveLength(1)
    expect(await winnow('--data', data, 'export', '--output', join(shared, 'no', 'folder.json'))).toMatchObject({
      code: 1,
    })
  })

  it('takes the library from WINNOW_DATA, and --data before it', async () => {
    const byName = await startWinnow(['status', '--json'], { WINNOW_DATA: data }).ended
    expect(JSON.parse(byName.out).photoCount).toBe(6)
    const other = await startWinnow(['--data', join(data, 'other'), 'status'], { WINNOW_DATA: data }).ended
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining(join(data, 'other')) })
  })

  it.skipIf(process.platform === 'win32')('ends quietly when its reader has seen enough', async () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', '"$0" out/main/cli.js --data "$1" tags | head -n 1', process.execPath, data],
      {
        cwd: join(import.meta.dirname, '../..'),
        encoding: 'utf8',
      },
    )
    expect([stdout.split('\n').length, stderr]).toEqual([2, ''])
  })
})

describe('changing a library', () => {
  it('goes on where it was, and does what it can', async () => {
    await writeSmallPhotos(photos, ['a.jpg', 'b.jpg'])
    const missing = join(photos, 'missing')
    expect(await winnow('--data', data, 'index', missing)).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining(missing),
    })
    const { code, out, err } = await winnow('--json', '--data', data, 'index', missing, photos)
    expect([code, JSON.parse(out).photoCount]).toEqual([1, 2])
    expect(err).toContain(missing)
    await writeSmallPhotos(photos, ['c.jpg'], 10)
    expect(await json('index')).toMatchObject({ photoCount: 3 })
  })

  it('makes a category from words, and renames, hides, shows and removes it', async () => {
    await writeSmallPhotos(photos, ['a.jpg', 'b.jpg', 'c.jpg'])
    await winnow('--data', data, 'index', photos)
    const added = await json('category', 'add', 'Red wall', '--words', 'a red wall', 'plain red', '--not', 'a red car')
    expect(added.category).toMatchObject({
      name: 'Red wall',
      origin: 'own',
      words: ['a red wall', 'plain red'],
      notWords: ['a red car'],
    })
    const own = async (): Promise<unknown[]> =>
      (await json('categories', '--all')).categories
        .filter(({ origin }: { origin: string }) => origin === 'own')
        .map(({ name, hidden }: { name: string; hidden: boolean }) => [name, hidden])
    expect(await winnow('--data', data, 'category', 'add', 'red wall')).toMatchObject({ code: 1 })
    expect(await winnow('--data', data, 'category', 'rename', 'RED WALL', 'Brick')).toMatchObject({ code: 0 })
    expect(await winnow('--data', data, 'category', 'hide', 'Brick')).toMatchObject({ code: 0 })
    expect(await own()).toEqual([['Brick', true]])
    expect(await winnow('--data', data, 'category', 'show', 'Brick')).toMatchObject({ code: 0 })
    expect(await winnow('--data', data, 'category', 'remove', 'Brick')).toMatchObject({ code: 0 })
    expect(await own()).toEqual([])
    expect(await winnow('--data', data, 'category', 'remove', 'Brick')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Brick'),
    })
  })

  it.skipIf(process.platform === 'win32')(
    'keeps other writers out, pauses with Ctrl+C, says that it goes on, and does',
    async () => {
      await writeSmallPhotos(
        photos,
        Array.from({ length: 250 }, (_, number) => `${number}.jpg`),
      )
      const running = startWinnow(['--data', data, 'index', photos])
      const exported = async (): Promise<number> => {
        const { code, out } = await winnow('--data', data, 'export')
        return code === 0 ? JSON.parse(out).photos.length : 0
      }
      await expect.poll(exported, { timeout: 40_000 }).toBeGreaterThan(0)
      expect(await winnow('--data', data, 'category', 'add', 'Quay wall')).toMatchObject({
        code: 3,
        err: expect.stringContaining('already open'),
      })
      running.send('SIGINT')
      expect(await running.ended).toMatchObject({
        code: 130,
        err: 'Paused. The same command goes on where it stopped.\n',
      })
      expect((await json('status')).leftCount).toBeGreaterThan(0)
      expect(await json('index')).toMatchObject({ photoCount: 250, problemCount: 0 })
    },
    120_000,
  )
})
