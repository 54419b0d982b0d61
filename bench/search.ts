/**
 * `npm run bench:search`: search, lists, counts and new categories over 10,000, 100,000 and 1,000,000 made-up photos, through
 * the library's own calls. `-- --photos 100000` measures one size only.
 */
import { freemem, loadavg, tmpdir } from 'node:os'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { openContext } from '../src/library/open-context.ts'
import { openTagging } from '../src/library/open-tagging.ts'
import { readModelData } from '../src/library/tagging/model-data.ts'
import { startNodeWorker } from '../src/platform/start-node-worker.ts'
import { makeUpLibrary } from './search/made-up-library.ts'
import { timesOf } from './search/percentiles.ts'
import { printRow, printTimes } from './search/print-times.ts'

const modelsDir = join(import.meta.dirname, '../models')
const workerEntry = join(import.meta.dirname, '../src/worker/main.ts')
/** Matrix, tags, lists, and the page cache that SQLite fills. */
const memoryPerPhotoBytes = 3500

const phrases = [
  'birthday cake',
  'my red bicycle',
  'whiteboard with writing',
  'two dogs on a beach',
  'sunset over the sea',
  'children playing football',
  'a cup of coffee on a table',
  'old stone bridge',
  'snowy mountain',
  'people at a wedding',
  'street at night',
  'cat sleeping on a sofa',
  'train station',
  'market stall with fruit',
  'handwritten note',
  'boat in a harbour',
  'garden with roses',
  'concert stage',
  'receipt from a shop',
  'map on a wall',
]

const emptyDraft = {
  words: [],
  notWords: [],
  strictness: 0.5,
  useHints: false,
  yesPhotoIds: [],
  noPhotoIds: [],
  yesPictureIds: [],
}

const { values } = parseArgs({ options: { photos: { type: 'string' } } })
const sizes = values.photos === undefined ? [10_000, 100_000, 1_000_000] : [Number(values.photos)]
const model = readModelData(join(modelsDir, 'starter'))
const background = await model.background()
console.log(
  `Load of this machine: ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
for (const count of sizes) {
  if (freemem() < count * memoryPerPhotoBytes) {
    console.log(
      `\n${count.toLocaleString('en')} photos: skipped, ${(freemem() / 1e9).toFixed(1)} GB of memory are free.`,
    )
    continue
  }
  await measure(count)
}

async function measure(count: number): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'winnow-bench-search-'))
  try {
    makeUpLibrary(join(dir, 'data'), count, model.manifest, background)
    await measureLibrary(dir, count)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function measureLibrary(dir: string, count: number): Promise<void> {
  printRow(`\n${count.toLocaleString('en')} photos, milliseconds`, '     p50      p95    cpu p50  cpu p95')
  const { context, close } = openContext(
    {
      paths: { dataDir: join(dir, 'data'), cacheDir: join(dir, 'cache'), modelsDir },
      host: 'terminal',
      version: '0',
      startWorker: () => startNodeWorker(workerEntry),
      clock: { nowMs: () => Date.now() },
      capabilities: { folderDialog: false, filePaths: false },
      usualPlaces: async () => [],
      log: () => undefined,
    },
    'write',
  )
  const tagging = openTagging(context)
  const handlers = tagging.handlers({
    folders: { forget: () => undefined, restore: () => undefined },
    sorting: { undo: () => undefined, redo: () => undefined },
  })
  const never = new AbortController().signal
  const list = (query: Parameters<(typeof handlers)['photos.list']>[0]) => handlers['photos.list'](query, never)

  await once('first list (photos and tags loaded)', () => list({}))
  await once('first photo search (embeddings loaded)', () => list({ likePhotoId: 1 }))
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await once('all categories made and all photos judged', () => tagging.tagger.settle(never))
  delay.disable()
  printRow('  longest pause of other calls meanwhile', (delay.max / 1e6).toFixed(0).padStart(8))
  await once('tags loaded again', () => handlers['categories.list']({}, never))

  // The worker's part by itself: the first search for a phrase embeds it, the later ones know it.
  const embedding = await timesOf(phrases.length, (run) =>
    context.worker.embedTexts(
      model.templates.map((template) => template.replace('{}', phrases[run]!)),
      never,
    ),
  )
  printTimes('(words to vectors, in the worker, 7 prompts)', embedding)
  for (const text of phrases) await list({ text })
  printTimes('text search', await timesOf(60, (run) => list({ text: phrases[run % phrases.length]! })))
  printTimes('photo search', await timesOf(60, (run) => list({ likePhotoId: 1 + ((run * 7919) % count) })))
  printTimes(
    'text search in a year',
    await timesOf(30, (run) => list({ text: `${phrases[run % phrases.length]!} 2023` })),
  )
  printTimes('list of all photos', await timesOf(30, () => list({})))
  printTimes('list of a folder', await timesOf(30, () => list({ folderId: 1, folderPath: '2023' })))
  const { categories } = await handlers['categories.list']({}, never)
  const largest = categories
    .filter(({ parentId }) => parentId !== null)
    .toSorted((a, b) => b.shownCount - a.shownCount)[0]!
  printTimes(
    `list of ${largest.name} (${largest.shownCount.toLocaleString('en')} photos)`,
    await timesOf(30, () => list({ categoryIds: [largest.categoryId] })),
  )
  const typed = ['b', 'be', 'bea', 'beach', 'img_4', 'trip 12', 'june 2023', 'zzz']
  printTimes(
    'suggestions while typing',
    await timesOf(60, (run) => handlers['search.suggest']({ text: typed[run % typed.length]!, limit: 8 }, never)),
  )
  const photoIds = [1]
  printTimes(
    `counts of ${categories.length} categories after an answer`,
    await timesOf(30, async (run) => {
      const verdict = run % 2 === 0 ? 'yes' : 'no'
      await handlers['photos.decide']({ photoIds, categoryId: largest.categoryId, verdict }, never)
      await handlers['categories.list']({}, never)
    }),
  )
  let stored = 0
  printTimes(
    'a category from words to stored predictions, with the worker',
    await timesOf(phrases.length - 5, async (run) => {
      const draft = { name: `${phrases[run]!} ${Math.random()}`, words: [`${phrases[run]!} ${run}${Math.random()}`] }
      const { category } = await handlers['categories.create']({ draft: { ...emptyDraft, ...draft } }, never)
      stored += (category.shownCount + category.unsureCount) / (phrases.length - 5)
    }),
  )
  printRow('  predictions stored, on average', stored.toFixed(0).padStart(8))
  printTimes(
    'live preview of a category, words known',
    await timesOf(30, (run) =>
      handlers['categories.preview'](
        { draft: { ...emptyDraft, name: phrases[run % phrases.length]! }, limit: 200 },
        never,
      ),
    ),
  )
  printRow('memory of this process', `${(process.memoryUsage().rss / 1e6).toFixed(0).padStart(8)} MB`)
  await tagging.close()
  await close()
}

async function once(name: string, work: () => unknown): Promise<void> {
  const start = performance.now()
  await work()
  printRow(name, (performance.now() - start).toFixed(0).padStart(8))
}
