import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureEncodeLimits } from './encode-limits.ts'
import { newsSchema } from './index/messages.ts'
import type { News } from './index/messages.ts'
import { peak, sampleMemory } from './index/process-memory.ts'
import { makeLargePhotos } from './make-large-photos.ts'
import { printTable } from './tags/print-table.ts'

// `npm run bench:index [-- --photos 10000]`: the whole way of a photo, from the folder to the stored tag, in the processes of
// the app. `share` is the throughput divided by what decoding alone and encoding alone allow on the same cores, measured
// before and after in the same run.

const { values } = parseArgs({ options: { photos: { type: 'string', default: '2000' } } })
const photoCount = Number(values.photos)
const limitPhotos = Math.min(photoCount, 200)
const modelDir = join(import.meta.dirname, '../models/starter')

const paths = await makeLargePhotos(photoCount)
const dataDir = mkdtempSync(join(tmpdir(), 'winnow-bench-index-'))
try {
  const before = await measureEncodeLimits(paths.slice(0, limitPhotos), modelDir)
  const loadBefore = loadavg()[0] ?? 0
  const run = await indexPhotos(dirname(paths[0] ?? ''), dataDir)
  const loadAfter = loadavg()[0] ?? 0
  const after = await measureEncodeLimits(paths.slice(0, limitPhotos), modelDir)
  report(run, (before.bothPerSecond + after.bothPerSecond) / 2, { before, after })
  console.log(
    `\n${availableParallelism()} cores; load ${loadBefore.toFixed(1)} before and ${loadAfter.toFixed(1)} after indexing ` +
      '(above the number of cores, others were using the machine and the share says little).',
  )
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

interface Run {
  readonly indexed: Extract<News, { type: 'indexed' }>
  readonly firstThumbnailMs: number
  readonly samples: ReturnType<typeof sampleMemory>['samples']
}

async function indexPhotos(folder: string, data: string): Promise<Run> {
  const child = fork(join(import.meta.dirname, 'index/library-process.ts'), [data, folder])
  const memory = sampleMemory(child.pid ?? 0)
  let indexed: Run['indexed'] | undefined
  let firstThumbnailMs = Number.NaN
  child.on('message', (message) => {
    const news = newsSchema.parse(message)
    if (news.type === 'indexed') indexed = news
    if (news.type === 'first-thumbnail') firstThumbnailMs = news.ms
    if (news.type === 'progress') process.stderr.write(`\r${news.done} of ${photoCount} ${news.notice ?? ''}`)
  })
  const [code] = await once(child, 'exit')
  memory.stop()
  process.stderr.write('\r')
  if (indexed === undefined) throw new Error(`The library ended with ${String(code)} before all was indexed.`)
  return { indexed, firstThumbnailMs, samples: memory.samples }
}

function report(
  { indexed, firstThumbnailMs, samples }: Run,
  limit: number,
  limits: Record<'before' | 'after', Awaited<ReturnType<typeof measureEncodeLimits>>>,
): void {
  const perSecond = (indexed.photos / indexed.ms) * 1000
  printTable(
    'Indexing',
    ['', 'measured', 'bar'],
    [
      ['photos', `${indexed.photos} (${indexed.failed} failed)`, ''],
      ['time', `${(indexed.ms / 1000).toFixed(1)} s`, ''],
      ['throughput', rate(perSecond), ''],
      ['limit: decode and encode in turn', rate(limit), ''],
      ['share of the limit', (perSecond / limit).toFixed(2), '≥ 0.85'],
      ['first thumbnail stored after', `${(firstThumbnailMs / 1000).toFixed(2)} s`, 'about 1 s'],
      ['library, peak memory', `${peak(samples, 'libraryMb').toFixed(0)} MB`, '≤ 400 MB'],
      ['worker, peak memory', `${peak(samples, 'workerMb').toFixed(0)} MB`, '≤ 900 MB'],
      ['library, processor time a photo', `${indexed.libraryCpuMs.toFixed(2)} ms`, ''],
      ['library, longest task', `${indexed.longestTaskMs.toFixed(0)} ms`, ''],
    ],
  )
  printTable(
    'Limits on the same cores',
    ['', 'decode only', 'encode only', 'both in turn'],
    (['before', 'after'] as const).map((when) => [
      when,
      rate(limits[when].decodePerSecond),
      rate(limits[when].encodePerSecond),
      rate(limits[when].bothPerSecond),
    ]),
  )
  printTable(
    'A photo in each stage (photos overlap)',
    ['stage', 'ms'],
    Object.entries(indexed.stageTimes).map(([stage, ms]) => [stage.replace(/Ms$/, ''), ms.toFixed(1)]),
  )
  const tenths = Array.from({ length: 10 }, (_, i) => samples[Math.floor(((i + 1) * (samples.length - 1)) / 10)])
  printTable(
    'Memory over time',
    ['s', 'library MB', 'worker MB'],
    tenths.flatMap((sample) =>
      sample === undefined
        ? []
        : [[sample.atSeconds.toFixed(0), sample.libraryMb.toFixed(0), sample.workerMb.toFixed(0)]],
    ),
  )
}

function rate(value: number): string {
  return `${value.toFixed(1)}/s`
}
