/**
 * `npm run bench:answers`: from an answer to new bands over 100,000 made-up photos, through the library's own calls.
 * `-- --photos 10000` measures another size; `--in FOLDER` makes the library there and keeps it, or uses the one that is there:
 * making and judging it takes minutes.
 */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openContext } from '../src/library/open-context.ts'
import { openTagging } from '../src/library/open-tagging.ts'
import { readModelData } from '../src/library/tagging/model-data.ts'
import { makeUpLibrary } from './search/made-up-library.ts'
import { timesOf } from './search/percentiles.ts'
import { ms, printRow, printTimes } from './search/print-times.ts'
import { seededRandom } from './teach/seeded-random.ts'

const modelsDir = join(import.meta.dirname, '../models')
/** Words that few of these photos show, and words that many show. */
const categories = ['guitar', 'beach', 'dog']
const answered = [4, 40, 400, 10_000]

const { values } = parseArgs({ options: { photos: { type: 'string', default: '100000' }, in: { type: 'string' } } })
const count = Number(values.photos)
const dir = values.in ?? (await mkdtemp(join(tmpdir(), 'winnow-bench-answers-')))
try {
  const model = readModelData(join(modelsDir, 'starter'))
  if (!existsSync(join(dir, 'data'))) makeUpLibrary(join(dir, 'data'), count, model.manifest, await model.background())
  await measure()
} finally {
  if (values.in === undefined) await rm(dir, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const load = loadavg().map((minutes) => minutes.toFixed(1))
  console.log(`Load of this machine: ${load.join(' ')}`)
  const { context, close } = openContext(
    {
      paths: { dataDir: join(dir, 'data'), cacheDir: join(dir, 'cache'), modelsDir },
      host: 'terminal',
      version: '0',
      startWorker: () => {
        throw new Error('All words here come with directions.')
      },
      clock: { nowMs: () => Date.now() },
      capabilities: { folderDialog: false, filePaths: false },
      usualPlaces: async () => [],
      log: () => undefined,
    },
    'write',
  )
  const tagging = openTagging(context)
  await tagging.tagger.settle(new AbortController().signal)
  printRow(`\n${count.toLocaleString('en')} photos, milliseconds`, '     p50      p95    cpu p50  cpu p95')
  for (const words of categories) await measureCategory(tagging, words)
  await tagging.close()
  await close()
}

async function measureCategory(tagging: ReturnType<typeof openTagging>, words: string): Promise<void> {
  const handlers = tagging.handlers({
    folders: { forget: () => undefined, restore: () => undefined },
    sorting: { undo: () => undefined, redo: () => undefined },
  })
  const never = new AbortController().signal
  const random = seededRandom(words.length)
  const anyPhoto = (): number => 1 + Math.floor(random() * count)
  const draft = { name: `${words} ${Date.now()}`, words: [words], notWords: [], strictness: 0.5, useHints: false }
  const first = { yesPhotoIds: [], noPhotoIds: [], yesPictureIds: [] }
  const { category } = await handlers['categories.create']({ draft: { ...draft, ...first } }, never)
  const { categoryId, shownCount, unsureCount } = category
  printRow(`${words}: shown, unsure`, `${shownCount} ${unsureCount}`.padStart(17))

  // Half of the answers are about what is shown or asked about, so that every one of them moves the bands. What the words
  // found at first is right, and nothing else: a person knows what they mean.
  const likely = async (): Promise<number[]> => {
    const { ids } = await handlers['photos.list']({ categoryIds: [categoryId] }, never)
    const bytes = Buffer.from(ids, 'base64')
    return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readUInt32LE(i * 4))
  }
  const found = new Set(await likely())
  const said = new Set<number>()
  const pick = (from: readonly number[]): number => {
    for (;;) {
      const photoId = random() < 0.5 && from.length > 0 ? from[Math.floor(random() * from.length)]! : anyPhoto()
      if (said.has(photoId)) continue
      said.add(photoId)
      return photoId
    }
  }
  for (const answers of answered) {
    const shown = await likely()
    const filling = Map.groupBy(
      Array.from({ length: Math.max(0, Math.min(answers, count / 4) - said.size) }, () => pick(shown)),
      (photoId) => (found.has(photoId) ? 'yes' : 'no'),
    )
    for (const [verdict, photoIds] of filling) {
      await handlers['photos.decide']({ photoIds, categoryId, verdict }, never)
    }
    let decideMs = 0
    const times = await timesOf(answers > 1000 ? 5 : 25, async () => {
      const photoId = pick(shown)
      const start = performance.now()
      await handlers['photos.decide'](
        { photoIds: [photoId], categoryId, verdict: found.has(photoId) ? 'yes' : 'no' },
        never,
      )
      decideMs = performance.now() - start
      await handlers['photos.list']({ categoryIds: [categoryId] }, never)
      await handlers['categories.list']({}, never)
    })
    printTimes(`  answer → new bands and counts, ${said.size.toLocaleString('en')} answers`, times)
    printRow('    of which storing, learning and judging, last', ms(decideMs))
    printRow('    photos shown and asked about', `${(await likely()).length}`.padStart(8))
  }
  printTimes(
    '  the next twelve questions',
    await timesOf(10, () => handlers['review.next']({ categoryId, skipPhotoIds: [], count: 12 }, never)),
  )
  printTimes(
    '  three bands in the editor, nothing new to learn',
    await timesOf(10, (run) =>
      handlers['categories.preview'](
        { draft: { ...draft, ...first, strictness: 0.5 + run / 100 }, categoryId, limit: 200 },
        never,
      ),
    ),
  )
  printTimes('  why', await timesOf(10, (run) => handlers['photos.why']({ photoId: run + 1, categoryId }, never)))
}
